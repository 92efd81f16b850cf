import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sessionTitleLength, type AttemptView, type ExamSessionView, type OwnEntry } from '@ennead/contracts';
import type { BodyKind } from '@ennead/contracts/internal';
import {
  Attempt,
  AuditEvent,
  ContentVersion,
  ExamSession,
  Form,
  FormItem,
  SessionPart,
} from '@ennead/persistence';
import { aSave, aWindow, enrol, openSession, partPath, sit } from './attempts-harness.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
});
afterAll(() => api?.close());

/** The parts of a session as they would be asked for. */
const partsOf = ({ parts }: ExamSessionView) =>
  parts.map(({ dimension, kind, contentId }) => ({ dimension, kind, contentId }));

describe('scheduling a session', () => {
  it('draws a form by blueprint, and pins all that it examines as it is live now', async () => {
    expect(session.scheme).toMatchObject({ version: 2 });
    expect(session.parts).toMatchObject([
      { dimension: 'knowledge', kind: 'form', durationSec: 3600, itemCount: 40, weight: 1 },
      { dimension: 'skills', kind: 'lab', itemCount: null },
      { dimension: 'practice', kind: 'portfolio', durationSec: null },
    ]);
    const form = await api.db.manager.findOneByOrFail(Form, { sessionPartId: session.parts[0]!.id });
    const drawn = await api.db.manager.findBy(FormItem, { formId: form.id });
    expect(drawn.map(({ position }) => position)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    const live = async (kind: BodyKind) =>
      (await api.db.manager.findBy(ContentVersion, { kind, state: 'live' })).map(({ hash }) => hash);
    expect(await live('question')).toEqual(
      expect.arrayContaining(drawn.map(({ questionHash }) => questionHash)),
    );
    const { standardHash, schemeHash } = await api.db.manager.findOneByOrFail(ExamSession, {
      id: session.id,
    });
    expect(await live('standard')).toEqual([standardHash]);
    expect(await live('scheme')).toContain(schemeHash);
    const parts = await api.db.manager.find(SessionPart, {
      where: { examSessionId: session.id },
      order: { position: 'ASC' },
    });
    for (const [at, kind] of (['blueprint', 'lab', 'rubric'] as const).entries())
      expect(await live(kind)).toContain(parts[at]!.contentHash);
  });

  it('refuses a role or level without content, naming what is missing', async () => {
    const { client } = await logInAs(api, { roles: ['administrator'] });
    const answer = await client.post('/api/sessions', { ...aWindow(), level: 'senior' }).expect(409);
    expect(answer.body).toMatchObject({
      code: 'CONTENT_MISSING',
      errors: [{ path: 'blueprint' }, { path: 'lab' }, { path: 'rubric' }],
    });
  });

  it('refuses a window that closes before it opens', async () => {
    const { client } = await logInAs(api, { roles: ['administrator'] });
    const { opensAt: closesAt, closesAt: opensAt } = aWindow();
    await client.post('/api/sessions', { ...aWindow(), opensAt, closesAt }).expect(400);
  });

  it('refuses one that would be over, naming the date, by the database’s clock', async () => {
    const { client } = await logInAs(api, { roles: ['administrator'] });
    const closesAt = new Date(Date.now() - 1_000).toISOString();
    const answer = await client.post('/api/sessions', { ...aWindow(), closesAt }).expect(409);
    expect(answer.body).toMatchObject({ code: 'SESSION_PAST', errors: [{ path: 'closesAt' }] });
    const parts = partsOf(session).map((part, at) => (at === 2 ? { ...part, closesAt } : part));
    const late = await client.post('/api/sessions', { ...aWindow(), parts }).expect(409);
    expect(late.body).toMatchObject({ code: 'SESSION_PAST', errors: [{ path: 'parts.2.closesAt' }] });
  });

  it('refuses to examine the same paper, lab or rubric twice, and a title without end', async () => {
    const { client } = await logInAs(api, { roles: ['administrator'] });
    const parts = partsOf(session);
    for (const [at, part] of parts.entries()) {
      const twice = { ...aWindow(), parts: [...parts, { ...part, weight: 2 }] };
      const { body } = await client.post('/api/sessions', twice).expect(400);
      expect([at, body]).toMatchObject([
        at,
        { code: 'INPUT_INVALID', errors: [{ path: 'parts.3.contentId' }] },
      ]);
    }
    const title = (length: number) => ({
      ...aWindow(),
      title: { 'zh-CN': '春'.repeat(length), en: 'Spring' },
    });
    const { body } = await client.post('/api/sessions', title(sessionTitleLength + 1)).expect(400);
    expect(body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ path: 'title.zh-CN' }] });
    await client.post('/api/sessions', title(sessionTitleLength)).expect(201);
  });

  it('is for administrators; managers may look', async () => {
    const manager = await logInAs(api, { roles: ['manager'] });
    expect((await manager.client.get('/api/sessions').expect(200)).body).toContainEqual(
      expect.objectContaining({ id: session.id }),
    );
    await manager.client.post('/api/sessions', aWindow()).expect(403);
    const candidate = await logInAs(api);
    await candidate.client.get('/api/sessions').expect(403);
  });
});

describe('beginning', () => {
  it('is idempotent, even when asked many times at once', async () => {
    const { client, person } = await logInAs(api);
    const { id } = await enrol(api.db, person, session);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => client.post(partPath({ id }, session, 'form')).expect(200)),
    );
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    const { id: attemptId } = answers[0]!.body as { id: string };
    expect(
      await api.db.manager.countBy(AuditEvent, { subjectId: attemptId, action: 'attempt.started' }),
    ).toBe(1);
  });

  it('gives the blueprint’s time, but not beyond the end of the window', async () => {
    const { view } = await sit(api, session);
    expect(Date.parse(view.deadlineAt) - Date.parse(view.startedAt)).toBe(3_600_000);
    const short = await openSession(api, aWindow(600_000));
    const { view: late } = await sit(api, short);
    expect(late.deadlineAt).toBe(short.closesAt);
  });

  it.each([
    ['before the window opens', 60_000, 120_000, 'PART_NOT_OPEN'],
    ['after it has closed', -120_000, -60_000, 'PART_CLOSED'],
  ])('is refused %s', async (_, opensInMs, closesInMs, code) => {
    const at = (ms: number) => new Date(Date.now() + ms);
    const closed = await openSession(api);
    await api.db.manager.update(
      ExamSession,
      { id: closed.id },
      { opensAt: at(opensInMs), closesAt: at(closesInMs) },
    );
    const { client, person } = await logInAs(api);
    const { id } = await enrol(api.db, person, closed);
    const answer = await client.post(partPath({ id }, closed, 'form')).expect(409);
    expect(answer.body.code).toBe(code);
  });

  it('shows everybody the same items, each in an order of their own that stays', async () => {
    const [one, other] = [await sit(api, session), await sit(api, session)];
    const ids = ({ items }: AttemptView) => items.map(({ id }) => id);
    expect(ids(one.view)).toHaveLength(40);
    expect([...ids(one.view)].sort()).toEqual([...ids(other.view)].sort());
    expect(ids(one.view)).not.toEqual(ids(other.view));
    const again = (await one.client.get(`/api/attempts/${one.id}`)).body as AttemptView;
    expect(again.items).toEqual(one.view.items);
    const { seed, layout } = await api.db.manager.findOneByOrFail(Attempt, { id: one.id });
    expect(seed).toBeGreaterThanOrEqual(0);
    expect(layout.map(({ itemId }) => itemId)).toEqual(ids(one.view));
  });
});

describe('another candidate', () => {
  it('finds nothing of it', async () => {
    const { id, entry, view } = await sit(api, session);
    const { client } = await logInAs(api);
    const saves = { writer: 1, saves: [aSave(view.items[0]!, 1)] };
    await client.get(`/api/attempts/${id}`).expect(404);
    await client.get(`/api/attempts/${id}/clock`).expect(404);
    await client.get(`/api/attempts/${id}/report`).expect(404);
    await client.post(`/api/attempts/${id}/writer`).expect(404);
    await client.post(`/api/attempts/${id}/saves`, saves).expect(404);
    await client.post(`/api/attempts/${id}/submit`, { writer: 1 }).expect(404);
    await client.post(partPath(entry, session, 'form')).expect(404);
    expect((await client.get('/api/entries/mine').expect(200)).body).toEqual([]);
  });
});

describe('the candidate’s home', () => {
  it('shows each entry with its parts, and which try it is', async () => {
    const { client, id, entry, view, writer } = await sit(api, session);
    const mine = async () => (await client.get('/api/entries/mine').expect(200)).body as OwnEntry[];
    expect(await mine()).toMatchObject([
      {
        id: entry.id,
        title: session.title,
        number: 1,
        cause: 'first',
        state: 'entered',
        parts: [
          {
            kind: 'form',
            state: 'open',
            attemptId: id,
            deadlineAt: view.deadlineAt,
            closesAt: session.closesAt,
            scoreCents: null,
            itemCount: 40,
          },
          { kind: 'lab', state: 'not-started', title: { en: expect.any(String) }, scoreCents: null },
          { kind: 'portfolio', state: 'not-started' },
        ],
        result: { outcome: null, grade: null, credentialNumber: null },
      },
    ]);
    await client.post(`/api/attempts/${id}/submit`, { writer }).expect(200);
    expect(await mine()).toMatchObject([{ parts: [{ state: 'submitted', scoreCents: null }, {}, {}] }]);
    await api.work.settle();
    expect(await mine()).toMatchObject([{ parts: [{ state: 'scored', scoreCents: 0 }, {}, {}] }]);
  });
});
