import type { TimedPart } from '@ennead/domain';
import type { EntityManager } from 'typeorm';

/** The parts of an entry's session that have a duration, with what accommodations granted there. A portfolio has none. */
export const findTimedParts = (manager: EntityManager, entryId: string): Promise<TimedPart[]> =>
  manager.query(
    `SELECT part.id, part.duration_sec AS "durationSec", (SELECT coalesce(sum(seconds), 0)::int FROM time_grant
       WHERE time_grant.entry_id = entry.id AND cause = 'accommodation'
         AND (session_part_id IS NULL OR session_part_id = part.id)) AS "grantedSec"
     FROM entry JOIN session_part part ON part.exam_session_id = entry.exam_session_id
     WHERE entry.id = $1 AND part.duration_sec IS NOT NULL ORDER BY part.position`,
    [entryId],
  );
