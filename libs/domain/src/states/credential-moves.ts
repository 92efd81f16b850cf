import type { MoveTable } from './move.ts';

export type CredentialState = 'issued' | 'revoked';
export type CredentialEvent = 'revoke';

export const credentialMoves: MoveTable<CredentialState, CredentialEvent> = {
  issued: { revoke: 'revoked' },
  revoked: {},
};
