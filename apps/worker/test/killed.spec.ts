import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Attempt, Form } from '@ennead/persistence';
import { eventually } from '@ennead/testing';
import { setTimeout as wait } from 'node:timers/promises';
import { enrol, openSession } from '../../api/test/attempts-harness.ts';
import { aPerson } from '../../api/test/harness/people.ts';
import { startApi, type TestApi } from '../../api/test/harness/start-api.ts';
import { verifyTrail } from '../../api/src/modules/audit/verify/verify-trail.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

const patient = 240_000;
const sittings = 60;
/** How long after somebody is in office everybody is killed, in milliseconds. */
const killedAfterMs = [40, 130, 220, 410, 700];

let api: TestApi;
const workers: WorkerProcess[] = [];
beforeAll(async () => {
  api = await startApi();
}, patient);
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
  await api?.close();
});

/** Sittings whose time is up, with nothing answered. */
const sitMany = async (): Promise<void> => {
  const session = await openSession(api);
  const part = session.parts.find(({ kind }) => kind === 'form')!;
  const form = await api.db.manager.findOneByOrFail(Form, { sessionPartId: part.id });
  for (let count = 0; count < sittings; count += 1) {
    const entry = await enrol(api.db, await aPerson(api.db), session);
    const sitting = { sessionPartId: part.id, formId: form.id, number: 1, seed: 1, layout: [] };
    await api.db.query('UPDATE entry SET first_sat_at = clock() WHERE id = $1', [entry.id]);
    await api.db.manager.insert(Attempt, {
      ...sitting,
      entryId: entry.id,
      state: 'open',
      startedAt: new Date(Date.now() - 60_000),
      deadlineAt: new Date(Date.now() - 30_000),
    });
  }
};

const countOf = async (sql: string): Promise<number> => {
  const [{ count }] = (await api.db.query(`SELECT count(*)::int AS count FROM ${sql}`)) as [
    { count: number },
  ];
  return count;
};

it(
  'workers that are killed amid their work leave nothing undone and do nothing twice',
  async () => {
    await sitMany();
    for (const afterMs of killedAfterMs) {
      const pair = await Promise.all([0, 1].map(() => startWorkerProcess(api.database.workerUrl)));
      workers.push(...pair);
      await eventually(async () => {
        for (const one of pair) if (await one.inOffice()) return true;
        return (await countOf(`attempt WHERE state <> 'scored'`)) === 0;
      }, 60_000);
      await wait(afterMs);
      await Promise.all(pair.map((one) => one.end('SIGKILL')));
    }
    workers.push(await startWorkerProcess(api.database.workerUrl));
    await eventually(async () => (await countOf(`attempt WHERE state = 'scored'`)) === sittings, 120_000);
    await eventually(async () => (await countOf(`outbox_event WHERE distributed_at IS NULL`)) === 0);
    expect(await countOf(`event_delivery WHERE handled_at IS NULL`)).toBe(0);
    await eventually(async () => (await countOf('audit_unsealed')) === 0, 30_000);
    expect(await verifyTrail(api.db, null, () => undefined)).toMatchObject({ waiting: 0, faults: 0 });
    for (const action of ['attempt.submitted', 'attempt.scored'])
      expect({
        action,
        subjects: await countOf(
          `(SELECT DISTINCT subject_id FROM audit_event WHERE action = '${action}') done`,
        ),
        times: await countOf(`audit_event WHERE action = '${action}'`),
      }).toEqual({ action, subjects: sittings, times: sittings });
    expect(await countOf(`score WHERE kind = 'attempt'`)).toBe(sittings);
    expect(await countOf(`score_run WHERE cause = 'first'`)).toBe(sittings);
  },
  patient,
);
