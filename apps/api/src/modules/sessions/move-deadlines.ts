import { attemptLifecycle, labSessionLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** A part that ends later than it did. */
export type LaterEnd = { readonly partId: string; readonly from: Date; readonly to: Date };

const running = {
  attempt: stateList(attemptLifecycle, ...sourcesOf(attemptLifecycle, 'expire')),
  lab_session: stateList(labSessionLifecycle, ...sourcesOf(labSessionLifecycle, 'expire')),
};

/**
 * Gives back what the end of a part had cut off: whoever is sitting it gets what is left of the part's own duration, up to
 * the new end. Deadlines that the end had not cut stay as they are.
 *
 * @returns how many attempts and lab sessions have a later deadline now
 */
export const moveDeadlines = async (
  manager: EntityManager,
  { partId, from, to }: LaterEnd,
): Promise<number> => {
  let moved = 0;
  for (const [table, states] of Object.entries(running)) {
    const [, count]: [object[], number] = await manager.query(
      `UPDATE ${table} SET deadline_at = least(started_at + make_interval(secs => part.duration_sec), $3::timestamptz)
       FROM session_part part
       WHERE part.id = $1 AND ${table}.session_part_id = part.id AND ${table}.state IN (${states})
         AND ${table}.deadline_at = $2::timestamptz
         AND ${table}.deadline_at < least(started_at + make_interval(secs => part.duration_sec), $3::timestamptz)`,
      [partId, from, to],
    );
    moved += count;
  }
  return moved;
};
