import { Refusal } from '@ennead/contracts';
import { isForHouse, placesOpen } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/**
 * How many more people of an institution a session takes; null: as many as come.
 *
 * @throws Refusal SESSION_NOT_FOR_YOU where it is not for that institution
 */
export const findPlacesFor = async (
  manager: EntityManager,
  examSessionId: string,
  institutionId: string,
): Promise<number | null> => {
  const [found]: { isFor: boolean; left: number | null }[] = await manager.query(
    `SELECT ${isForHouse('$2')} AS "isFor", ${placesOpen('$2')} AS left FROM exam_session session WHERE session.id = $1`,
    [examSessionId, institutionId],
  );
  if (!found?.isFor) throw new Refusal('SESSION_NOT_FOR_YOU');
  return found.left;
};
