import type { ClearanceKind } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

type Kept = {
  readonly enrolmentId: string;
  readonly entryId: string;
  readonly kinds: readonly ClearanceKind[];
};

/**
 * What was given or seen for an earlier entry of the enrolment, and holds, is not asked again: the new entry has it too, by the same
 * person, with the entry that it comes from.
 */
export const keepClearances = async (
  manager: EntityManager,
  { enrolmentId, entryId, kinds }: Kept,
): Promise<void> => {
  await manager.query(
    `INSERT INTO clearance (entry_id, kind, holds, by, detail)
     SELECT $2, newest.kind, true, newest.by, newest.detail || jsonb_build_object('from', newest.entry_id)
     FROM (SELECT DISTINCT ON (clearance.kind) clearance.* FROM clearance JOIN entry ON entry.id = clearance.entry_id
       WHERE entry.enrolment_id = $1 AND entry.id <> $2 AND clearance.kind = ANY ($3)
       ORDER BY clearance.kind, clearance.at DESC, clearance.id DESC) newest
     WHERE newest.holds`,
    [enrolmentId, entryId, kinds],
  );
};
