import type { Relation } from '@ennead/domain';
import type { EntityManager } from 'typeorm';

/** What relations are known to: see the view `person_relation`. */
export type Subject = 'cohort' | 'entry' | 'portfolio' | 'review';

/** How a person stands to one subject; empty for a stranger, and for a subject that there is none of. */
export const findRelations = async (
  manager: EntityManager,
  personId: string,
  subject: Subject,
  id: string,
): Promise<Relation[]> => (await findRelationsToAll(manager, personId, subject, [id])).get(id) ?? [];

/** How a person stands to each of these, by id; a stranger stands in no relation, so that there is none in the map. */
export const findRelationsToAll = async (
  manager: EntityManager,
  personId: string,
  subject: Subject,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Relation[]>> => {
  if (ids.length === 0) return new Map();
  const rows: { id: string; relations: Relation[] }[] = await manager.query(
    `SELECT subject_id AS id, array_agg(DISTINCT relation) AS relations FROM person_relation
     WHERE subject = $1 AND subject_id = ANY ($2::uuid[]) AND person_id = $3 GROUP BY subject_id`,
    [subject, ids, personId],
  );
  return new Map(rows.map(({ id, relations }) => [id, relations]));
};
