import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agreementsFor, type PartKind } from '@ennead/contracts';
import { LabSession, SessionPart } from '@ennead/persistence';
import WebSocket from 'ws';
import { openSession, partPath, sit, type Sitting } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { listRoutes, type Route } from './harness/list-routes.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

/** A session is nobody's own: for whom it is, `seats.spec` tries. */
const ofEverybody = new Set(['/api/sessions/:id/entries']);

let api: TestApi;
let owner: Sitting;
let stranger: Client;
let routes: Route[];
/** What the owner has, by the first word of the address. A new kind of address must be added here. */
let owned: Record<string, Record<string, string>>;
/** The parts of the owner's session, by what is begun at them. */
let parts: Record<string, string>;

beforeAll(async () => {
  api = await startApi();
  const session = await openSession(api);
  owner = await sit(api, session);
  stranger = (await sit(api, session)).client;
  const portfolio = (await owner.client.get(partPath(owner.entry, session, 'portfolio')).expect(200)).body;
  const artefact = await owner.client
    .upload(`/api/portfolios/${portfolio.id}/files`)
    .attach('file', Buffer.from('# notes\n'), 'notes.md')
    .expect(201);
  const lab = session.parts.find(({ kind }) => kind === 'lab')!;
  const { contentHash } = await api.db.manager.findOneByOrFail(SessionPart, { id: lab.id });
  const labSession = await api.db.manager.save(
    api.db.manager.create(LabSession, {
      entryId: owner.entry.id,
      sessionPartId: lab.id,
      labId: lab.contentId,
      labVersion: 1,
      labHash: contentHash,
      state: 'open',
      startedAt: new Date(),
      deadlineAt: new Date(Date.now() + 3_600_000),
    }),
  );
  const partOf = (kind: PartKind) => session.parts.find((part) => part.kind === kind)!.id;
  parts = { attempt: partOf('form'), 'lab-session': lab.id, portfolio: partOf('portfolio') };
  const { body: accommodation } = await owner.client
    .post(`/api/entries/${owner.entry.id}/accommodations`, anAccommodation)
    .expect(201);
  owned = {
    accommodations: { id: accommodation.id },
    entries: { id: owner.entry.id },
    enrolments: { id: owner.entry.enrolmentId },
    attempts: { id: owner.id },
    'lab-sessions': { id: labSession.id },
    portfolios: { id: portfolio.id, artefactId: artefact.body.id },
    artefacts: { id: artefact.body.id },
  };
  routes = listRoutes(api.app).filter(
    ({ access, path }) =>
      Array.isArray(access) && access.includes('candidate') && path.includes(':') && !ofEverybody.has(path),
  );
});
afterAll(() => api?.close());

const anAccommodation = {
  measures: { extraTime: null, breaks: null, other: 'A room of one’s own' },
  reason: 'Noise makes reading hard.',
  evidence: 'A letter, shown to the school.',
};

/** Bodies that pass the edge, so that what refuses is the ownership. */
const bodies = (): Record<string, object> => ({
  'post /api/attempts/:id/saves': {
    writer: 1,
    saves: [{ sequence: 1, itemId: owner.view.items[0]!.id, value: null, flagged: true }],
  },
  'post /api/attempts/:id/submit': { writer: 1 },
  'post /api/enrolments/:id/entries': { examSessionId: owner.entry.examSessionId, carry: [] },
  'post /api/entries/:id/accommodations': anAccommodation,
  'put /api/entries/:id/carried': { carry: [] },
  'post /api/entries/:id/application': {
    name: 'Somebody',
    documents: agreementsFor.entry.map((document) => ({ document, hash: 'a'.repeat(64) })),
  },
  'post /api/entries/:id/names': { name: 'Somebody', latinName: 'Somebody' },
  'post /api/entries/:id/withdraw': { reason: null },
  'put /api/portfolios/:id/draft': { updatedAt: new Date().toISOString(), claims: [], experience: null },
  'post /api/portfolios/:id/links': { kind: 'link', title: 'x', url: 'https://example.org/' },
});

const call = (client: Client, { method, path }: Route) => {
  const kind = path.split('/')[2]!;
  const ids = owned[kind];
  if (!ids) throw new Error(`Say in this spec what a candidate owns under /api/${kind}.`);
  const part = parts[path.split('/').at(-1)!];
  const address = path.replace(
    /:(\w+)/g,
    (_, name: string) => (name === 'partId' ? part : ids[name]) ?? 'unknown',
  );
  if (path.endsWith('/files'))
    return client.upload(address).attach('file', Buffer.from('# theirs\n'), 'theirs.md');
  return method === 'get'
    ? client.get(address)
    : client[method](address, bodies()[`${method} ${path}`] ?? {});
};

const everything = async () =>
  JSON.stringify(
    await api.db.query(
      `SELECT (SELECT json_agg(a) FROM attempt a) AS attempts, (SELECT json_agg(r) FROM response r) AS responses,
         (SELECT json_agg(l) FROM lab_session l) AS labs, (SELECT json_agg(p) FROM portfolio p) AS portfolios,
         (SELECT json_agg(f) FROM artefact f) AS artefacts, (SELECT json_agg(c) FROM claim c) AS claims,
         (SELECT json_agg(e) FROM entry e) AS entries, (SELECT json_agg(a) FROM accommodation a) AS accommodations`,
    ),
  );

describe('what belongs to one candidate', () => {
  it('does not exist for another, and is not changed by them', async () => {
    expect(routes.length).toBeGreaterThan(12);
    const before = await everything();
    for (const route of routes) {
      const { status, body } = await call(stranger, route);
      expect([route.method, route.path, status, body.code]).toEqual([
        route.method,
        route.path,
        404,
        'NOT_FOUND',
      ]);
    }
    expect(await everything()).toBe(before);
  });

  it('does not show through the WebSocket of the lab', async () => {
    const address = `${api.url.replace('http', 'ws')}/api/lab-sessions/${owned['lab-sessions']!.id}/socket`;
    const { client } = await logInAs(api);
    const socket = new WebSocket(address, { headers: { origin: api.url, cookie: await client.cookie() } });
    const status = await new Promise<number | undefined>((resolve, reject) => {
      socket.on('unexpected-response', (_, answer) => resolve(answer.statusCode));
      socket.on('open', () => reject(new Error('A stranger got in.')));
      socket.on('error', reject);
    });
    expect(status).toBe(404);
  });
});
