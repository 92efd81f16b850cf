import { setTimeout as pause } from 'node:timers/promises';
import { attemptLifecycle, decisionLifecycle, eventName, labSessionLifecycle } from '@ennead/contracts';
import { describeFault } from '../../apps/api/src/modules/audit/verify/trail-fault.ts';
import { verifyTrail } from '../../apps/api/src/modules/audit/verify/verify-trail.ts';
import type { Prepared } from '../prepare.ts';
import type { Told } from '../work/told.ts';

/** A row is sealed within a minute of its commit; a little more, so that the verifier finds those that were not. */
const patienceMs = 65_000;
const lookMs = 500;

/**
 * The trail is sealed whole, in one chain that holds the newest seal that anybody saw while processes were killed, as
 * `npm run verify-trail` has it; and whatever somebody was told was done has its line there, sealed.
 */
export const judgeSeals = async ({ db }: Prepared, told: Told): Promise<string[]> => {
  await untilSealed(db);
  const faults: string[] = [];
  const { rows, newest } = await verifyTrail(db, told.seal, (fault) => faults.push(describeFault(fault)));
  console.log(`The trail: ${rows} rows in ${newest.number} seals.`);
  const unheard: { action: string; about: string }[] = await db.query(
    `SELECT told.action, told.about FROM jsonb_to_recordset($1::jsonb) AS told(action text, about text)
     WHERE NOT EXISTS (
       SELECT FROM audit_event event JOIN audit_seal_event covered ON covered.event_id = event.id
       WHERE event.action = told.action AND told.about IN (event.subject_id, event.entry_id::text))`,
    [JSON.stringify(actsTold(told))],
  );
  return [
    ...faults,
    ...unheard.map(({ action, about }) => `${action} of ${about} was acknowledged and has no sealed line.`),
  ];
};

const actsTold = ({ handedIn, labsHandedIn, decided }: Told) => [
  ...linesOf(eventName(attemptLifecycle, 'submit'), handedIn),
  ...linesOf(eventName(labSessionLifecycle, 'hand-in'), labsHandedIn),
  ...linesOf(eventName(decisionLifecycle, 'decide'), decided),
];

const linesOf = (action: string, things: Iterable<string>) => [...things].map((about) => ({ action, about }));

/** Until what is there by now is sealed, or had its minute. */
const untilSealed = async (db: Prepared['db']): Promise<void> => {
  const until = Date.now() + patienceMs;
  const [{ last }] = (await db.query('SELECT max(id) AS last FROM audit_event')) as [{ last: string }];
  const waits = async () =>
    ((await db.query('SELECT FROM audit_unsealed WHERE event_id <= $1 LIMIT 1', [last])) as unknown[]).length;
  while ((await waits()) > 0 && Date.now() < until) await pause(lookMs);
};
