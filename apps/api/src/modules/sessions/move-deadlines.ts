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
 * the new end, and beyond it the time that was granted to them. Deadlines that the end had not cut stay as they are.
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
      `UPDATE ${table} SET deadline_at = later.deadline_at
       FROM (SELECT own.id, granted_time(own.entry_id, part.id) AS granted,
           least(own.started_at + make_interval(secs => part.duration_sec), $3::timestamptz)
             + granted_time(own.entry_id, part.id) AS deadline_at
         FROM ${table} own JOIN session_part part ON part.id = own.session_part_id WHERE part.id = $1) later
       WHERE later.id = ${table}.id AND ${table}.state IN (${states})
         AND ${table}.deadline_at = $2::timestamptz + later.granted
         AND ${table}.deadline_at < later.deadline_at`,
      [partId, from, to],
    );
    moved += count;
  }
  return moved;
};

/** More time for one entry, at one part or at all of them. */
export type GrantedTime = {
  readonly entryId: string;
  readonly sessionPartId: string | null;
  readonly seconds: number;
};

/**
 * Moves the deadlines of what an entry is sitting at this moment, also past the end of its part. One that has passed stays: what it
 * ended is over.
 *
 * @returns how many attempts and lab sessions have a later deadline now
 */
export const grantTime = async (
  manager: EntityManager,
  { entryId, sessionPartId, seconds }: GrantedTime,
): Promise<number> => {
  let moved = 0;
  for (const [table, states] of Object.entries(running)) {
    const [, count]: [object[], number] = await manager.query(
      `UPDATE ${table} SET deadline_at = deadline_at + make_interval(secs => $3)
       WHERE entry_id = $1 AND ($2::uuid IS NULL OR session_part_id = $2) AND state IN (${states})
         AND deadline_at > clock()`,
      [entryId, sessionPartId, seconds],
    );
    moved += count;
  }
  return moved;
};
