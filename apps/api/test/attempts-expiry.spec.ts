import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { getQueueToken } from '@nestjs/bull';
import type { ExamSessionView } from '@ennead/contracts';
import { Attempt, AuditEvent } from '@ennead/persistence';
import { eventually } from '@ennead/testing';
import type { Queue } from 'bull';
import { aSave, moveDeadline, openSession, sit } from './attempts-harness.ts';
import { startRedisProcess, type RedisServer } from './attempts-processes.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { AttemptExpiry, attemptExpiryQueue } from '../src/modules/attempts/attempt-expiry.ts';
import { SubmissionsService } from '../src/modules/attempts/submissions.service.ts';

let redis: RedisServer;
let api: TestApi;
let session: ExamSessionView;
beforeAll(async () => {
  redis = await startRedisProcess();
  api = await startApi({ REDIS_URL: redis.url });
  session = await openSession(api);
});
afterAll(async () => {
  await api?.close();
  await redis?.kill();
});

it('the job of an attempt hands it in when its time is up, with the browser closed', async () => {
  const { id, client, writer, view } = await sit(api, session);
  await client.post(`/api/attempts/${id}/saves`, { writer, saves: [aSave(view.items[0]!, 1)] }).expect(200);
  await moveDeadline(api.db, id, -1.5);
  const queue = api.app.get<Queue>(getQueueToken(attemptExpiryQueue));
  const job = await eventually(() => queue.getJob(id));
  expect(await job.getState()).toBe('delayed');
  await job.remove();
  api.app.get(AttemptExpiry).schedule({ id, deadlineAt: new Date(Date.now() - 1500) }, new Date());
  const scored = await eventually(() => api.db.manager.findOneBy(Attempt, { id, state: 'scored' }), 6_000);
  expect(scored).toMatchObject({ submitCause: 'expiry', submittedAt: scored.deadlineAt });
  const report = await client.get(`/api/attempts/${id}/report`).expect(200);
  expect(report.body).toMatchObject({ submitCause: 'expiry', answeredCount: 1 });
});

it('is left alone before its time, however often it is asked', async () => {
  const { id } = await sit(api, session);
  await api.app.get(SubmissionsService).finish(id);
  expect(await api.db.manager.findOneBy(Attempt, { id })).toMatchObject({ state: 'open' });
});

it('jobs, sweeps and the candidate at once hand in once and score once', async () => {
  const { id, client, writer } = await sit(api, session);
  await moveDeadline(api.db, id, -5);
  const submissions = api.app.get(SubmissionsService);
  await Promise.all([
    ...Array.from({ length: 5 }, () => submissions.finish(id)),
    client.post(`/api/attempts/${id}/submit`, { writer }).expect(200),
  ]);
  const events = await api.db.manager.findBy(AuditEvent, { subjectId: id });
  expect(events.filter(({ action }) => action === 'attempt.submitted')).toHaveLength(1);
  expect(events.filter(({ action }) => action === 'attempt.scored')).toHaveLength(1);
  expect(await api.db.manager.findOneBy(Attempt, { id })).toMatchObject({
    state: 'scored',
    submitCause: 'expiry',
  });
});
