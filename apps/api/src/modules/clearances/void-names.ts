import { entryLifecycle, pendingEntryStates, type ClearanceKind } from '@ennead/contracts';
import { birth } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import { voidClearance } from './void-clearance.ts';

type Voided = {
  readonly personId: string;
  readonly by: string;
  /** By what the name came to be another. */
  readonly cause: 'name-corrected' | 'latin-name-given';
  /** The entry in which it is confirmed anew at the same moment. */
  readonly confirmedIn?: string | null;
};

/** States of an entry before or in which somebody may still show who they are. */
const open = [birth(entryLifecycle, 'enter'), ...pendingEntryStates];

/**
 * Whoever's name changes confirms it anew, and shows their papers anew: what was confirmed, and what the papers were compared with, was
 * another. Names also of entries that are over, for a free sitting in the place of one would keep what was given for it; papers were
 * seen for the sitting that they came before, which may be over. The person is to be locked.
 */
export const voidNames = async (
  manager: EntityManager,
  { personId, by, cause, confirmedIn = null }: Voided,
): Promise<void> => {
  const rows: { entryId: string; kind: ClearanceKind }[] = await manager.query(
    `SELECT entry.id AS "entryId", kind FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     CROSS JOIN unnest(ARRAY['names', 'identity']) WITH ORDINALITY voided(kind, position)
     WHERE enrolment.candidate_id = $1
       AND CASE kind WHEN 'names' THEN entry.id IS DISTINCT FROM $2 ELSE entry.state = ANY ($3) END
       AND (SELECT given.holds FROM clearance given WHERE given.entry_id = entry.id AND given.kind = voided.kind
         ORDER BY given.at DESC, given.id DESC LIMIT 1)
     ORDER BY entry.id, position`,
    [personId, confirmedIn, open],
  );
  for (const { entryId, kind } of rows)
    await voidClearance(manager, { entryId, kind, by, detail: { cause } });
};
