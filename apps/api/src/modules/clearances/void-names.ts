import { Clearance, recordAudit } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

type Voided = {
  readonly personId: string;
  readonly by: string;
  /** The entry in which it is confirmed anew at the same moment. */
  readonly except?: string | null;
};

/**
 * Whoever's name changes confirms it anew: what they confirmed was another. Also of entries that are over, for a free sitting in the
 * place of one would keep what was given for it.
 */
export const voidNames = async (
  manager: EntityManager,
  { personId, by, except = null }: Voided,
): Promise<void> => {
  const rows: { entryId: string }[] = await manager.query(
    `SELECT entry.id AS "entryId" FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE enrolment.candidate_id = $1 AND entry.id IS DISTINCT FROM $2
       AND (SELECT given.holds FROM clearance given WHERE given.entry_id = entry.id AND given.kind = 'names'
         ORDER BY given.at DESC, given.id DESC LIMIT 1)
     ORDER BY entry.id`,
    [personId, except],
  );
  for (const { entryId } of rows) {
    const voided = manager.create(Clearance, { entryId, kind: 'names', holds: false, by, detail: {} });
    const { id } = await manager.save(voided);
    await recordAudit(manager, {
      actorId: by,
      action: 'clearance.voided',
      subjectKind: 'clearance',
      subjectId: id,
      entryId,
      detail: { kind: 'names' },
    });
  }
};
