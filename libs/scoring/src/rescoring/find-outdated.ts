import { compositePlace } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

/**
 * Entries in which a run would no longer do what its lines say: another record counts where one of them was to be
 * replaced, or a sum has come to count above one that the lines do not have. To be asked while nobody can score.
 */
export const findOutdated = async (manager: EntityManager, runId: string): Promise<string[]> => {
  const rows: { entryId: string }[] = await manager.query(
    `SELECT DISTINCT line.entry_id AS "entryId" FROM score_run_line line
     LEFT JOIN session_part part ON part.id::text = line.place
     WHERE line.run_id = $1 AND (
       NOT EXISTS (SELECT FROM entry_score now
         WHERE now.entry_id = line.entry_id AND now.place = line.place AND now.score_id = line.before_id)
       OR EXISTS (SELECT FROM entry_score above
         WHERE above.entry_id = line.entry_id AND above.place IN (part.dimension, $2) AND NOT EXISTS (
           SELECT FROM score_run_line own
           WHERE own.run_id = $1 AND own.entry_id = above.entry_id AND own.place = above.place)))
     ORDER BY 1`,
    [runId, compositePlace],
  );
  return rows.map(({ entryId }) => entryId);
};
