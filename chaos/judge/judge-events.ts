import { handlersOn } from '../../apps/worker/src/work.ts';
import { machines } from '@ennead/persistence';
import { actionsOf } from './judge-trails.ts';
import type { Prepared } from '../prepare.ts';

/**
 * Every move has its event, every event reached whoever has to follow, and each of them is done with it. That none was
 * handled twice says what follows from it, which is judged where it is; a delivery is one row.
 */
export const judgeEvents = async ({ db }: Prepared): Promise<string[]> => {
  const wanted = handlersOn(db).flatMap(({ name, on }) => on.map((event) => ({ handler: name, event })));
  const lost: { id: string; name: string; handler: string }[] = await db.query(
    `SELECT event.id, event.name, wanted.handler FROM outbox_event event
     JOIN jsonb_to_recordset($1::jsonb) AS wanted(handler text, event text) ON wanted.event = event.name
     LEFT JOIN event_delivery delivery ON delivery.event_id = event.id AND delivery.handler = wanted.handler
     WHERE delivery.handled_at IS NULL`,
    [JSON.stringify(wanted)],
  );
  const unequal: { action: string; subject_id: string; lines: number; events: number }[] = await db.query(
    `SELECT action, subject_id, lines, events FROM
       (SELECT action, subject_id, count(*)::int AS lines FROM audit_event GROUP BY 1, 2) trail
     FULL JOIN (SELECT name AS action, subject_id, count(*)::int AS events FROM outbox_event GROUP BY 1, 2) outbox
       USING (action, subject_id)
     WHERE action = ANY ($1) AND events IS NOT NULL AND events IS DISTINCT FROM lines`,
    [machines.flatMap(({ lifecycle }) => actionsOf(lifecycle))],
  );
  return [
    ...lost.map(({ id, name, handler }) => `Event ${id}, ${name}, was not handled by ${handler}.`),
    ...unequal.map(
      ({ action, subject_id, lines, events }) =>
        `${action} of ${subject_id} has ${lines} lines in the trail and ${events} events.`,
    ),
  ];
};
