import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView } from '@ennead/contracts';
import { Attempt, AuditEvent, makeDataSource, Response, Score } from '@ennead/persistence';
import { freePort } from '@ennead/provision';
import { eventually } from '@ennead/testing';
import type { DataSource } from 'typeorm';
import { aSave, moveDeadline, openSession, sit, type Sitting } from './attempts-harness.ts';
import { startApiProcess, startRedisProcess, type RedisServer, type Server } from './attempts-processes.ts';
import { createTestDatabase, type TestDatabase } from './harness/create-database.ts';
import { testVariables } from './harness/test-settings.ts';
import { startWorkerProcess, type WorkerProcess } from '../../worker/test/worker-process.ts';

const patient = 120_000;

let database: TestDatabase;
let db: DataSource;
let redis: RedisServer;
let variables: Record<string, string>;
let server: Server;
let worker: WorkerProcess;
let api: { url: string; db: DataSource };
let session: ExamSessionView;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await makeDataSource(database.ownerUrl, 3).initialize();
  redis = await startRedisProcess();
  const port = await freePort();
  variables = { ...testVariables(database.appUrl, port), REDIS_URL: redis.url };
  api = { url: `http://127.0.0.1:${port}`, db };
  server = await startApiProcess(variables);
  worker = await startWorkerProcess(database.workerUrl);
  session = await openSession(api);
}, patient);

afterAll(async () => {
  await server?.kill();
  await worker?.end('SIGKILL');
  await redis?.kill();
  await db?.destroy();
  await database?.drop();
});

const save = ({ client, id, writer, view }: Sitting, sequence: number) =>
  client
    .post(`/api/attempts/${id}/saves`, { writer, saves: [aSave(view.items[sequence - 1]!, sequence)] })
    .expect(200);

const findScored = (id: string) =>
  eventually(() => db.manager.findOneBy(Attempt, { id, state: 'scored' }), 40_000);

const countEvents = (subjectId: string, action: string) =>
  db.manager.countBy(AuditEvent, { subjectId, action });

describe('kill -9 of the server', () => {
  it(
    'loses no answer that was acknowledged, and the page goes on',
    async () => {
      const sitting = await sit(api, session);
      for (const sequence of [1, 2, 3]) await save(sitting, sequence);
      await server.kill();
      server = await startApiProcess(variables);
      const view = await sitting.client.get(`/api/attempts/${sitting.id}`).expect(200);
      expect(view.body.responses).toHaveLength(3);
      // The page repeats what it is not sure of, and goes on with the same numbers.
      await save(sitting, 3);
      await save(sitting, 4);
      expect(await db.manager.countBy(Response, { attemptId: sitting.id })).toBe(4);
    },
    patient,
  );

  it(
    'amid saves leaves each of them whole or absent, and every acknowledged one whole',
    async () => {
      const sitting = await sit(api, session);
      let acknowledged = 0;
      const saving = (async () => {
        for (let sequence = 1; sequence <= 40; sequence += 1) {
          await save(sitting, sequence);
          acknowledged = sequence;
        }
      })().catch(() => undefined);
      await eventually(() => acknowledged >= 5);
      await server.kill();
      await saving;
      const kept = await db.manager.countBy(Response, { attemptId: sitting.id });
      expect(kept).toBeGreaterThanOrEqual(acknowledged);
      const { sequence } = await db.manager.findOneByOrFail(Attempt, { id: sitting.id });
      expect(sequence).toBe(kept);
      server = await startApiProcess(variables);
    },
    patient,
  );

  it(
    'and of the worker keeps no exam open and none unscored: the next start makes good what was left undone',
    async () => {
      const [expiring, submitted] = [await sit(api, session), await sit(api, session)];
      await save(expiring, 1);
      await worker.end('SIGKILL');
      await submitted.client
        .post(`/api/attempts/${submitted.id}/submit`, { writer: submitted.writer })
        .expect(200);
      await server.kill();
      await moveDeadline(db, expiring.id, -30);
      worker = await startWorkerProcess(database.workerUrl);
      expect(await findScored(expiring.id)).toMatchObject({ submitCause: 'expiry' });
      expect(await findScored(submitted.id)).toMatchObject({ submitCause: 'candidate' });
      const of = { attemptId: submitted.id, kind: 'attempt' } as const;
      expect(await db.manager.findBy(Score, of)).toMatchObject([{ reportedCents: 0 }]);
      expect(await countEvents(expiring.id, 'attempt.submitted')).toBe(1);
      expect(await countEvents(expiring.id, 'attempt.scored')).toBe(1);
      server = await startApiProcess(variables);
    },
    patient,
  );
});

describe('kill -9 of Redis', () => {
  it(
    'stops no save, no beginning and no handing in',
    async () => {
      const sitting = await sit(api, session);
      await save(sitting, 1);
      await redis.kill();
      expect((await fetch(`${api.url}/health/ready`)).status).toBe(503);
      await save(sitting, 2);
      const other = await sit(api, session);
      await save(other, 1);
      const handedIn = await other.client
        .post(`/api/attempts/${other.id}/submit`, { writer: other.writer })
        .expect(200);
      expect(handedIn.body).toMatchObject({ state: 'submitted' });
      await redis.start();
      await save(sitting, 3);
    },
    patient,
  );

  it(
    'stops no exam from ending on time',
    async () => {
      const sitting = await sit(api, session);
      await save(sitting, 1);
      await redis.kill();
      await moveDeadline(db, sitting.id, -1);
      await redis.start();
      const { submittedAt, deadlineAt } = await findScored(sitting.id);
      expect(submittedAt).toEqual(deadlineAt);
      expect(await countEvents(sitting.id, 'attempt.submitted')).toBe(1);
    },
    patient,
  );
});
