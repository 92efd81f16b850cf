import { entryLifecycle, type SessionAccess } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import { stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { findAct } from './find-act.ts';
import type { Teller } from './teller.ts';

type Circle = {
  readonly access: SessionAccess;
  readonly houses: readonly { readonly institutionId: string }[];
};
type Admitted = { readonly reason: string; readonly before: Circle; readonly after: Circle };

const over = stateList(entryLifecycle, ...entryLifecycle.final);

/** To the managers of each institution for which a session is no longer, with how many of its people stay in it. */
export const tellTakenOff: Teller = async (manager, _bank, sessionId, eventId) => {
  const act = await findAct<Admitted>(manager, eventId);
  if (!act) return;
  const { before, after, reason } = act.detail;
  const kept = await countKept(manager, sessionId, act.at);
  const houses = new Set([...before.houses.map(({ institutionId }) => institutionId), ...kept.keys()]);
  for (const house of [...houses].sort()) {
    if (!isFor(before, house) || isFor(after, house)) continue;
    for (const personId of await findManagers(manager, house))
      await queueMessage(manager, {
        kind: 'session-taken-off',
        to: { personId },
        params: { session: act.title, kept: String(kept.get(house) ?? 0), reason },
        about: { kind: 'exam-session', id: sessionId },
        once: `session-taken-off:${personId}:${eventId}`,
      });
  }
};

const isFor = ({ access, houses }: Circle, house: string): boolean =>
  access === 'open' ||
  (access === 'institutions' && houses.some(({ institutionId }) => institutionId === house));

/** By institution: entries of its cohorts that were there and are not over. */
const countKept = async (
  manager: EntityManager,
  sessionId: string,
  since: Date,
): Promise<ReadonlyMap<string, number>> => {
  const rows: { house: string; count: number }[] = await manager.query(
    `SELECT cohort.institution_id AS house, count(*)::int AS count FROM entry JOIN cohort ON cohort.id = entry.cohort_id
     WHERE entry.exam_session_id = $1 AND entry.entered_at <= $2 AND entry.state NOT IN (${over}) GROUP BY 1`,
    [sessionId, since],
  );
  return new Map(rows.map(({ house, count }) => [house, count]));
};

const findManagers = async (manager: EntityManager, institutionId: string): Promise<string[]> => {
  const people: { id: string }[] = await manager.query(
    `SELECT id FROM person WHERE institution_id = $1 AND 'manager' = ANY (roles) AND disabled_at IS NULL ORDER BY id`,
    [institutionId],
  );
  return people.map(({ id }) => id);
};
