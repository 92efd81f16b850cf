import { credentialLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { credentials, vouched, transition } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';

export type Revocation = {
  readonly entryId: string;
  readonly actorId: string;
  /** Shown to everybody who verifies the number. */
  readonly reason: string;
};

/**
 * Takes back for good whatever was issued on an entry, by whichever of its decisions: one that grants the same grade
 * again leaves the certificate with the decision before. What another certificate has superseded stays so.
 */
export const revokeCredentials = async (
  manager: EntityManager,
  { entryId, actorId, reason }: Revocation,
): Promise<void> => {
  const issued: { id: string }[] = await manager.query(
    `SELECT credential.id FROM credential JOIN decision ON decision.id = credential.decision_id
     WHERE decision.entry_id = $1 AND credential.state = ANY ($2::text[]) ORDER BY credential.issued_at`,
    [entryId, sourcesOf(credentialLifecycle, 'revoke')],
  );
  for (const { id } of issued)
    await transition(manager, credentials, id, {
      event: 'revoke',
      actorId,
      entryId,
      guards: { 'no-conflict': vouched },
      set: { revokedAt: sql`clock()`, revokedBy: actorId, revokedReason: reason },
      detail: { reason },
    });
};
