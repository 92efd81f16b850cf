import type { EvidenceView } from '@ennead/contracts';

/** What a withdrawal takes back besides the grade: a certificate that holds, or nothing, for the grade is on record only. */
export type WithdrawalReach = 'certificate' | 'record';

export const withdrawalReach = ({ decision }: Pick<EvidenceView, 'decision'>): WithdrawalReach =>
  decision?.credential?.state === 'issued' ? 'certificate' : 'record';
