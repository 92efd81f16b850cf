import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView } from '@ennead/contracts';
import { makeDataSource, Response } from '@ennead/persistence';
import { BUILT_WEB, freePort } from '@ennead/provision';
import { eventually } from '@ennead/testing';
import type { DataSource } from 'typeorm';
import { aSave, openSession, sit, type Sitting } from './attempts-harness.ts';
import { startApiProcess, type ApiServer } from './attempts-processes.ts';
import { createTestDatabase, type TestDatabase } from './harness/create-database.ts';
import { testVariables } from './harness/test-settings.ts';
import { untilBlocked } from './harness/until-blocked.ts';

const patient = 120_000;

let database: TestDatabase;
let db: DataSource;
let variables: Record<string, string>;
let server: ApiServer;
let api: { url: string; db: DataSource };
let session: ExamSessionView;
let port: number;

beforeAll(async () => {
  database = await createTestDatabase();
  db = await makeDataSource(database.ownerUrl, 5).initialize();
  port = await freePort();
  variables = {
    ...testVariables(database.appUrl, port),
    NODE_ENV: 'production',
    DRAIN_SEC: '2',
    WEB_DIR: BUILT_WEB,
  };
  api = { url: `http://127.0.0.1:${port}`, db };
  server = await startApiProcess(variables);
  session = await openSession(api);
}, patient);

afterAll(async () => {
  await server?.kill();
  await db?.destroy();
  await database?.drop();
});

const aRequestId = () => randomBytes(8).toString('hex');
const save = ({ client, id, writer, view }: Sitting, sequence: number) =>
  client.post(`/api/attempts/${id}/saves`, {
    writer,
    saves: [aSave(view.items[sequence - 1]!, sequence)],
  });
/** What somebody is answered who asks for a WebSocket. */
const statusOfUpgrade = async (at: number): Promise<number> => {
  const path = `/api/lab-sessions/${randomUUID()}/socket`;
  const asked = request({ port: at, path, headers: { connection: 'Upgrade', upgrade: 'websocket' } });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode!;
};
const logged = (requestId: string) => server.lines().filter((line) => line['requestId'] === requestId);

describe('a request', () => {
  it('is called the same in its answer, in the log and in what happened of it, however many come at once', async () => {
    const sittings = await Promise.all(Array.from({ length: 8 }, () => sit(api, session)));
    const named = sittings.map((sitting) => ({ sitting, requestId: aRequestId() }));
    await Promise.all(
      named.map(async ({ sitting: { client, id, writer }, requestId }) => {
        const answer = await client
          .post(`/api/attempts/${id}/submit`, { writer })
          .set('x-request-id', requestId)
          .expect(200);
        expect(answer.headers['x-request-id']).toBe(requestId);
      }),
    );
    for (const { sitting, requestId } of named) {
      await eventually(() => logged(requestId).length > 0);
      expect(logged(requestId)).toEqual([
        expect.objectContaining({
          program: 'server',
          context: 'Http',
          message: {
            method: 'POST',
            path: `/api/attempts/${sitting.id}/submit`,
            status: 200,
            ms: expect.any(Number),
            personId: sitting.person.id,
          },
        }),
      ]);
      expect(
        await db.query(
          `SELECT request_id FROM outbox_event WHERE subject_id = $1 AND name LIKE '%submitted'`,
          [sitting.id],
        ),
      ).toEqual([{ request_id: requestId }]);
    }
  });

  it('leaves no line where it read something, and one where it was refused', async () => {
    const { client, id } = await sit(api, session);
    const [read, refused] = [aRequestId(), aRequestId()];
    await client.get(`/api/attempts/${id}`).set('x-request-id', read).expect(200);
    await client.get('/api/people?secret=name').set('x-request-id', refused).expect(403);
    await eventually(() => logged(refused).length > 0);
    expect(logged(refused)[0]!['message']).toMatchObject({ path: '/api/people', status: 403 });
    expect(logged(read)).toEqual([]);
  });

  it('is not called what would not do for a log', async () => {
    const answer = await fetch(`${api.url}/health/live`, {
      headers: { 'x-request-id': '{"level":"error"}' },
    });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('what is asked for wrongly', () => {
  it.each<[string, string, Record<string, string>, number]>([
    ['GET', '/assets/first', { range: 'bytes=999999999-' }, 416],
    ['GET', '/assets/first', { 'if-match': '"nope"' }, 412],
    ['GET', '/assets/first', { 'if-unmodified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' }, 412],
    ['POST', '/api/auth/log-in', { 'content-type': 'application/json; charset=utf8' }, 415],
    ['POST', '/api/auth/log-in', { 'content-type': 'application/json', 'content-encoding': 'foo' }, 415],
  ])('%s %s with %j is refused, and kept nowhere', async (method, path, headers, status) => {
    const [first] = await readdir(join(BUILT_WEB, 'assets'));
    const url = `${api.url}${path.replace('first', first!)}`;
    const answer = await fetch(url, { method, headers, ...(method === 'POST' && { body: '{}' }) });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('etag')).toBeNull();
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('a server that is told to end', () => {
  it(
    'says that it is leaving, answers all the same, finishes what it has begun, and ends well',
    async () => {
      const sitting = await sit(api, session);
      await save(sitting, 1).expect(200);
      const holder = db.createQueryRunner();
      await holder.connect();
      await holder.startTransaction();
      await holder.query('SELECT 1 FROM attempt WHERE id = $1 FOR UPDATE', [sitting.id]);
      const held = save(sitting, 2).then((answer) => answer);
      await untilBlocked(db);

      // Connections over which nobody asks anything, and one that never finishes asking.
      const idle = [connect(port), connect(port), connect(port)];
      for (const socket of idle) socket.on('error', () => socket.destroy());
      idle[1]!.write('GET /health/live HT');
      await Promise.all(idle.map((socket) => once(socket, 'connect')));
      const ended = server.end();
      await eventually(async () => (await fetch(`${api.url}/health/ready`)).status === 503);
      const view = await sitting.client.get(`/api/attempts/${sitting.id}`).expect(200);
      expect(view.headers['connection']).toBe('close');
      expect(await statusOfUpgrade(port)).toBe(503);
      // It takes nobody in any more, and still waits for the save.
      await eventually(() =>
        fetch(`${api.url}/health/live`).then(
          () => false,
          () => true,
        ),
      );
      await holder.commitTransaction();
      await holder.release();
      expect((await held).status).toBe(200);
      expect(await ended).toBe(0);
      expect(await db.manager.countBy(Response, { attemptId: sitting.id })).toBe(2);
    },
    patient,
  );
});
