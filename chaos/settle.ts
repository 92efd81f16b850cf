import { eventually } from '@ennead/testing';
import { attemptLifecycle, labSessionLifecycle, type Lifecycle } from '@ennead/contracts';
import { stateAfter } from '@ennead/domain';
import type { Prepared } from './prepare.ts';
import type { Told } from './work/told.ts';

const withinMs = 120_000;

/**
 * Waits until nothing is under way any more: what was handed in or is over is scored, every event was handled.
 *
 * @returns what is still under way after minutes
 */
export const settle = async ({ db, sitters }: Prepared, told: Told): Promise<string[]> => {
  const faults: string[] = [];
  const ended = sitters.flatMap(({ attemptId, ends }) => (ends === 'open' ? [] : [attemptId]));
  const open: Record<string, () => Promise<unknown[]>> = {
    'sittings that are not scored': () =>
      db.query('SELECT id FROM attempt WHERE id = ANY ($1) AND state <> $2', [
        ended,
        stateAfter(attemptLifecycle as Lifecycle, 'score'),
      ]),
    'labs that are not scored': () =>
      db.query('SELECT id FROM lab_session WHERE id = ANY ($1) AND (state <> $2 OR scored_at IS NULL)', [
        [...told.labsHandedIn],
        stateAfter(labSessionLifecycle as Lifecycle, 'grade'),
      ]),
    'events that are not distributed': () =>
      db.query('SELECT id FROM outbox_event WHERE distributed_at IS NULL'),
    'events that are not handled': () =>
      db.query('SELECT event_id FROM event_delivery WHERE handled_at IS NULL AND parked_at IS NULL'),
  };
  for (const [what, find] of Object.entries(open))
    await eventually(async () => (await find()).length === 0, withinMs).catch(() =>
      faults.push(`There are ${what} after ${withinMs / 1_000} s.`),
    );
  return faults;
};
