import { attemptLifecycle, labSessionLifecycle, type WorkView } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { inTime, lacksReviewers, stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

type Kind = 'events' | 'failing' | 'overdue' | 'gradings' | 'stalled' | 'reviews';
type Row = { kind: Kind; count: number; oldestAt: Date | null };

const ungraded = stateList(labSessionLifecycle, ...sourcesOf(labSessionLifecycle, 'grade'));
const stalled = stateList(labSessionLifecycle, 'stalled');
const running = stateList(attemptLifecycle, ...sourcesOf(attemptLifecycle, 'expire'));

const waiting = (kind: Kind, at: string, from: string): string =>
  `SELECT '${kind}' AS kind, count(*)::int AS count, min(${at}) AS "oldestAt" FROM ${from}`;

const open = `event_delivery delivery JOIN outbox_event event ON event.id = delivery.event_id
  WHERE delivery.handled_at IS NULL AND delivery.parked_at IS NULL`;

const all = [
  `SELECT 'events' AS kind, count(*)::int AS count, min(at) AS "oldestAt" FROM (
     SELECT at FROM outbox_event WHERE distributed_at IS NULL
     UNION ALL SELECT event.at FROM ${open}) undone`,
  waiting('failing', 'event.at', `${open} AND delivery.tries > 0`),
  waiting('overdue', 'deadline_at', `attempt WHERE state IN (${running}) AND NOT (${inTime})`),
  waiting('gradings', 'handed_in_at', `lab_session WHERE state IN (${ungraded})`),
  waiting('stalled', 'handed_in_at', `lab_session WHERE state IN (${stalled})`),
  waiting('reviews', 'submitted_at', `portfolio WHERE ${lacksReviewers}`),
].join('\nUNION ALL ');

/** What waits to be done, of each kind, and since when the oldest of it does. */
export const findWaiting = async (manager: EntityManager): Promise<Pick<WorkView, Kind>> => {
  const rows: Row[] = await manager.query(all);
  return Object.fromEntries(
    rows.map(({ kind, count, oldestAt }) => [kind, { count, oldestAt: oldestAt?.toISOString() ?? null }]),
  ) as Pick<WorkView, Kind>;
};
