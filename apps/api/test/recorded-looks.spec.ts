import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView } from '@ennead/contracts';
import { AuditEvent, makeDataSource } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { recordFailures } from '../../worker/src/identity/record-failures.ts';
import type { DataSource } from 'typeorm';
import { openSession, partPath, sit } from './attempts-harness.ts';
import { aScoredCase } from './certification-harness.ts';
import { Client, visitor } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let worker: DataSource;
let session: ExamSessionView;
beforeAll(async () => {
  api = await startApi({ RATE_LIMIT_FACTOR: '100' });
  worker = await makeDataSource(api.database.workerUrl, 2).initialize();
  await makeClockShiftable(api.db);
  session = await openSession(api);
});
afterAll(async () => {
  await worker?.destroy();
  await api?.close();
});

const recorded = (action: string, subjectId?: string) =>
  api.db.manager.find(AuditEvent, {
    where: { action, ...(subjectId && { subjectId }) },
    order: { id: 'ASC' },
  });

describe('a look at a case', () => {
  it('is recorded once a look, by whom, at evidence, trail and answers alike', async () => {
    const { entry } = await aScoredCase(api, session);
    const looks = { evidence: 'evidence.viewed', trail: 'trail.viewed', record: 'answers.viewed' };
    const { client, person } = await logInAs(api, { roles: ['certifier'] });
    const { client: other } = await logInAs(api, { roles: ['certifier'] });
    for (const [what, action] of Object.entries(looks)) {
      const look = (somebody = client) => somebody.get(`/api/entries/${entry.id}/${what}`).expect(200);
      await shiftClock(api.db, '0');
      await look();
      await look();
      expect(await recorded(action, entry.id)).toMatchObject([{ actorId: person.id, entryId: entry.id }]);
      await look(other);
      await shiftClock(api.db, '11 minutes');
      await look();
      expect(await recorded(action, entry.id)).toHaveLength(3);
    }
    await shiftClock(api.db, '0');
  });

  it('that was refused is not one', async () => {
    const { entry, assessors } = await aScoredCase(api, session);
    const involved = new Client(api.url);
    await involved.logIn(assessors[0].email, PASSWORD);
    // Evidence answers with the conflict in the place of the evidence.
    await involved.get(`/api/entries/${entry.id}/evidence`).expect(200);
    await involved.get(`/api/entries/${entry.id}/trail`).expect(403);
    for (const action of ['evidence.viewed', 'trail.viewed'])
      expect(await recorded(action, entry.id)).toEqual([]);
  });
});

it('a file of a portfolio that somebody takes is recorded, unless it is their own', async () => {
  const { client, entry } = await sit(api, session);
  const portfolio = (await client.get(partPath(entry, session, 'portfolio')).expect(200)).body as {
    id: string;
  };
  const artefact = (
    await client
      .upload(`/api/portfolios/${portfolio.id}/files`)
      .attach('file', Buffer.from('# notes\n'), 'notes.md')
      .expect(201)
  ).body as { id: string };
  await client.get(`/api/artefacts/${artefact.id}/file`).expect(200);
  expect(await recorded('artefact.downloaded')).toEqual([]);
  await api.db.query(`UPDATE portfolio SET state = 'in-review', submitted_at = clock() WHERE id = $1`, [
    portfolio.id,
  ]);
  const { client: certifier, person } = await logInAs(api, { roles: ['certifier'] });
  await certifier.get(`/api/artefacts/${artefact.id}/file`).expect(200);
  expect(await recorded('artefact.downloaded', artefact.id)).toMatchObject([
    { actorId: person.id, entryId: entry.id },
  ]);
});

describe('a log-in that failed', () => {
  const fail = async (email: string, times = 1) => {
    const client = await visitor(api.url);
    for (let index = 0; index < times; index += 1)
      await client.post('/api/auth/log-in', { email, password: 'wrong password' }).expect(401);
  };
  const flush = async () => {
    await shiftClock(api.db, '70 seconds');
    const written = await recordFailures(worker);
    await shiftClock(api.db, '0');
    return written;
  };

  it('is a line a person and minute, with how often', async () => {
    const person = await aPerson(api.db);
    await fail(person.email, 3);
    expect(await recordFailures(worker)).toBe(0);
    await flush();
    expect(await recorded('log-in.failed', person.id)).toMatchObject([
      { actorId: null, subjectKind: 'person', detail: { count: 3, minute: expect.any(String) } },
    ]);
    expect(await flush()).toBe(0);
  });

  it('keeps nothing of an address that nobody has: it may be a password', async () => {
    const typed = 'hunter2-my-secret@example.org';
    await fail(typed, 2);
    await flush();
    const [line] = (await recorded('log-in.failed')).filter(({ subjectKind }) => subjectKind === 'address');
    expect(line).toMatchObject({ subjectId: expect.stringMatching(/^[0-9a-f]{16}$/), detail: { count: 2 } });
    const everything = JSON.stringify([
      await api.db.query('SELECT * FROM audit_event'),
      await api.db.query('SELECT * FROM log_in_failure'),
    ]);
    expect(everything).not.toContain('hunter2');
    expect(everything).not.toContain('wrong password');
  });

  it('fills nothing up, however many addresses somebody makes up', async () => {
    await api.db.query(
      `INSERT INTO log_in_failure (address, minute, count)
       SELECT 'made-up-' || n, date_trunc('minute', clock()), 1 + n / 500 FROM generate_series(1, 1000) n`,
    );
    const before = (await recorded('log-in.failed')).length;
    expect(await flush()).toBe(21);
    const lines = (await recorded('log-in.failed')).slice(before);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toMatchObject({ subjectId: 'others', detail: { addressCount: 980 } });
    expect(lines.reduce((sum, { detail }) => sum + Number(detail['count']), 0)).toBe(1000 + 501 + 1);
  });
});
