import { once } from 'node:events';
import { connect as connectTo, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ExamSessionView } from '@ennead/contracts';
import { eventually } from '@ennead/testing';
import { WebSocket, WebSocketServer } from 'ws';
import { makeDataSource, type Person } from '@ennead/persistence';
import { createApp } from '../src/create-app.ts';
import { noticesConnection } from '../src/infrastructure/notices.ts';
import { enrol, openSession, partPath } from './attempts-harness.ts';
import { Client } from './harness/client.ts';
import { logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { testEnvironment } from './harness/test-environment.ts';
import { testSettings } from './harness/test-settings.ts';

/** Joins whoever comes; held back while `gate` is set. */
let runner: WebSocketServer;
let gate: Promise<void> | undefined;
let api: TestApi;
/** Another server on the same database. */
let other: NestExpressApplication;
let otherUrl: string;
let administrator: Client;
let session: ExamSessionView;

beforeAll(async () => {
  runner = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    verifyClient: (_, answer) => void hold(answer),
  });
  await once(runner, 'listening');
  const RUNNER_URL = `http://127.0.0.1:${(runner.address() as AddressInfo).port}`;
  api = await startApi({ RUNNER_URL });
  other = await createApp(testSettings(api.database.appUrl, { RUNNER_URL }));
  await other.listen(0, '127.0.0.1');
  otherUrl = `http://127.0.0.1:${(other.getHttpServer().address() as AddressInfo).port}`;
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
  session = await openSession(api);
});
afterAll(async () => {
  await other?.close();
  await api?.close();
  runner?.close();
});

let held = 0;
const hold = async (answer: (admitted: boolean) => void): Promise<void> => {
  held += 1;
  await gate;
  answer(true);
};

type AtWork = { readonly client: Client; readonly person: Person; readonly labSessionId: string };

const inLab = async (): Promise<AtWork> => {
  const { client, person } = await logInAs(api);
  const entry = await enrol(api.db, person, session);
  const { body } = await client.post(partPath(entry, session, 'lab')).expect(200);
  return { client, person, labSessionId: (body as { id: string }).id };
};

const begin = async ({ client, labSessionId }: AtWork, url: string): Promise<WebSocket> => {
  const headers = { origin: url, cookie: await client.cookie() };
  const at = `${url.replace('http', 'ws')}/api/lab-sessions/${labSessionId}/socket`;
  return new WebSocket(at, { headers }).on('error', () => undefined);
};

const connect = async (worker: AtWork, url = otherUrl): Promise<WebSocket> => {
  const socket = await begin(worker, url);
  await once(socket, 'open');
  return socket;
};

const isOpen = ({ readyState }: WebSocket) => readyState === WebSocket.OPEN;
const closes = (socket: WebSocket) => eventually(() => socket.readyState === WebSocket.CLOSED, 5_000);
const change = ({ id }: Person, to: object) => administrator.patch(`/api/people/${id}`, to).expect(200);
const asCandidate = { roles: ['candidate'], institutionId: null, disabled: false };

/** Ends the connections by which the two servers hear. @returns how many there were */
const deafen = async (): Promise<number> => {
  const admin = await makeDataSource(testEnvironment().TEST_DATABASE_ADMIN_URL, 1).initialize();
  const ended: object[] = await admin.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = $2',
    [new URL(api.database.appUrl).pathname.slice(1), noticesConnection],
  );
  await admin.destroy();
  return ended.length;
};

describe('an open socket', () => {
  it('is closed on every server when its log-in ends, and no other', async () => {
    const [leaving, staying] = [await inLab(), await inLab()];
    const again = new Client(api.url);
    await again.logIn(leaving.person.email, PASSWORD);
    const elsewhere = { ...leaving, client: again };
    const [here, there] = [await connect(leaving, api.url), await connect(leaving, otherUrl)];
    const others = [await connect(staying), await connect(elsewhere)];
    await leaving.client.post('/api/auth/log-out').expect(204);
    await Promise.all([closes(here), closes(there)]);
    expect(others.map(isOpen)).toEqual([true, true]);
    for (const socket of others) socket.terminate();
  });

  it.each([
    ['is disabled', { ...asCandidate, disabled: true }],
    ['is no candidate any more', { ...asCandidate, roles: ['assessor'] }],
  ])('is closed when its person %s', async (_, to) => {
    const [worker, neighbour] = [await inLab(), await inLab()];
    const sockets = [await connect(worker), await connect(neighbour)] as const;
    await change(worker.person, to);
    await closes(sockets[0]);
    expect(isOpen(sockets[1])).toBe(true);
    sockets[1].terminate();
  });

  it('stays when its person gets another role besides', async () => {
    const worker = await inLab();
    const socket = await connect(worker);
    await change(worker.person, { ...asCandidate, roles: ['candidate', 'assessor'] });
    const leaving = await inLab();
    const last = await connect(leaving);
    await leaving.client.post('/api/auth/log-out').expect(204);
    // What was said before has been heard when this has.
    await closes(last);
    expect(isOpen(socket)).toBe(true);
    socket.terminate();
  });

  it('whose log-in ended while it was being let in is closed', async () => {
    const worker = await inLab();
    let letIn = () => {};
    gate = new Promise((resolve) => (letIn = resolve));
    const before = held;
    const socket = await begin(worker, otherUrl);
    await eventually(() => held > before);
    await worker.client.post('/api/auth/log-out').expect(204);
    letIn();
    gate = undefined;
    await closes(socket);
  });

  it('is closed when its log-in has come to its time', async () => {
    const worker = await inLab();
    const socket = await connect(worker);
    await api.db.query(
      `UPDATE web_session SET expire = now() - interval '1 s' WHERE sess ->> 'personId' = $1`,
      [worker.person.id],
    );
    await api.db.query('UPDATE person SET roles = roles WHERE id = $1', [worker.person.id]);
    await closes(socket);
  });

  it('whose log-in ended while nothing could be heard is closed once it can', async () => {
    const worker = await inLab();
    const socket = await connect(worker);
    const listening = await deafen();
    expect(listening).toBe(2);
    await worker.client.post('/api/auth/log-out').expect(204);
    await closes(socket);
  });
});

it('a refused connection is ended from both sides', async () => {
  const { hostname, port } = new URL(api.url);
  const held = connectTo({ host: hostname, port: Number(port), allowHalfOpen: true });
  held.write(
    `GET /api/nowhere HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  );
  held.resume();
  await once(held, 'end');
  let ended = false;
  held.once('error', () => (ended = true));
  await eventually(() => {
    held.write('anybody there?');
    return ended;
  });
  held.destroy();
});

it('a path that nobody handles is refused', async () => {
  const { client } = await inLab();
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/api/nowhere`, {
    headers: { origin: api.url, cookie: await client.cookie() },
  });
  const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
  expect(answer.statusCode).toBe(404);
});
