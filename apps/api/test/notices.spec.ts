import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageKind, NoticeChoices, NoticesPage, PersonRole } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import type { Person } from '@ennead/persistence';
import { queuedMessages } from '@ennead/testing/queued-messages';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const handedIn = ({ id }: Person) =>
  queueMessage(api.db.manager, {
    kind: 'handed-in',
    to: { personId: id },
    params: {
      session: { 'zh-CN': '春季考试', en: 'Spring session' },
      part: { 'zh-CN': '笔试', en: 'the written exam' },
      at: { at: '2026-12-31T10:00:00Z' },
    },
    about: { kind: 'entry', id: '00000000-0000-4000-8000-000000000001' },
  });
const link = 'https://exams.example.org/password/a-secret-token';
const forgotten = ({ id }: Person) =>
  queueMessage(api.db.manager, {
    kind: 'password-reset',
    to: { personId: id },
    params: { until: { at: '2026-12-31T10:00:00Z' } },
    link,
  });

const noticesOf = async (client: Client, query = 'locale=en'): Promise<NoticesPage> =>
  (await client.get(`/api/notices?${query}`).expect(200)).body as NoticesPage;
const unread = async (client: Client): Promise<number> =>
  ((await client.get('/api/notices/unread').expect(200)).body as { count: number }).count;

describe('notices', () => {
  it('say what the letters say, in the language that is asked for, the latest first', async () => {
    const { client, person } = await logInAs(api);
    await forgotten(person);
    await handedIn(person);
    const { rows, total } = await noticesOf(client);
    expect(total).toBe(2);
    expect(rows.map(({ kind }) => kind)).toEqual(['handed-in', 'password-reset']);
    expect(rows[0]).toMatchObject({
      letter: { subject: 'Handed in: Spring session, the written exam' },
      readAt: null,
      about: { kind: 'entry' },
    });
    const chinese = await noticesOf(client, 'locale=zh-CN');
    expect(chinese.rows[0]!.letter!.subject).toBe('已提交：春季考试，笔试');
    expect(chinese.rows[0]!.letter!.text).toContain('2026年12月31日 18:00（北京时间）');
  });

  it('never carry a one-time link', async () => {
    const { client, person } = await logInAs(api);
    await forgotten(person);
    const page = await noticesOf(client);
    expect(page.rows[0]!.letter!.text).toContain('(the link stands in the letter alone)');
    expect(JSON.stringify(page)).not.toContain('a-secret-token');
  });

  it('are one’s own: nobody else reads them, or marks them as read', async () => {
    const { client, person } = await logInAs(api);
    const stranger = (await logInAs(api)).client;
    await handedIn(person);
    const [mine] = (await noticesOf(client)).rows;
    expect((await noticesOf(stranger)).rows).toEqual([]);
    await stranger.post('/api/notices/read', { ids: [mine!.id] }).expect(204);
    await stranger.post('/api/notices/read', { ids: 'all' }).expect(204);
    expect(await unread(client)).toBe(1);
  });

  it('are read one by one or all at once', async () => {
    const { client, person } = await logInAs(api);
    for (let count = 0; count < 3; count += 1) await handedIn(person);
    const [first] = (await noticesOf(client)).rows;
    await client.post('/api/notices/read', { ids: [first!.id] }).expect(204);
    expect(await unread(client)).toBe(2);
    const read = (await noticesOf(client)).rows.find(({ id }) => id === first!.id)!.readAt;
    await client.post('/api/notices/read', { ids: 'all' }).expect(204);
    expect(await unread(client)).toBe(0);
    expect((await noticesOf(client)).rows.find(({ id }) => id === first!.id)!.readAt).toBe(read);
    await client.post('/api/notices/read', { ids: [] }).expect(400);
  });

  it('are there though their template is gone', async () => {
    const { client, person } = await logInAs(api);
    await handedIn(person);
    const set = (state: string) =>
      api.db.query(`UPDATE content_version SET state = $1 WHERE kind = 'letter' AND id = 'handed-in'`, [
        state,
      ]);
    await set('retired');
    expect((await noticesOf(client)).rows[0]).toMatchObject({ kind: 'handed-in', letter: null });
    await set('live');
  });
});

describe('choices', () => {
  const choicesOf = async (client: Client) => {
    const { choices } = (await client.get('/api/notices/choices').expect(200)).body as NoticeChoices;
    return new Map(choices.map((choice) => [choice.kind, choice]));
  };
  const stateOf = async ({ id }: Person, kind: MessageKind) =>
    (await queuedMessages(api.db, { personId: id, kind })).map(({ state }) => state);

  it('keep a kind out of the mail, and in the page', async () => {
    const { client, person } = await logInAs(api);
    expect((await choicesOf(client)).get('handed-in')).toEqual({
      kind: 'handed-in',
      mail: true,
      fixed: false,
    });
    await client.put('/api/notices/choices', { kind: 'handed-in', mail: false }).expect(204);
    expect((await choicesOf(client)).get('handed-in')).toMatchObject({ mail: false });
    await handedIn(person);
    await api.work.post();
    expect(await stateOf(person, 'handed-in')).toEqual(['suppressed']);
    expect((await noticesOf(client)).rows).toHaveLength(1);
    await client.put('/api/notices/choices', { kind: 'handed-in', mail: true }).expect(204);
    await handedIn(person);
    await api.work.post();
    expect((await stateOf(person, 'handed-in')).sort()).toEqual(['captured', 'suppressed']);
  });

  it('are of what can concern somebody with their roles', async () => {
    const kindsOf = async (...roles: PersonRole[]) => [
      ...(await choicesOf((await logInAs(api, { roles })).client)).keys(),
    ];
    const candidates = await kindsOf('candidate');
    expect(candidates).toContain('handed-in');
    expect(candidates).not.toContain('script-assigned');
    const assessors = await kindsOf('assessor');
    expect(assessors).toContain('script-assigned');
    expect(assessors).toContain('password-changed');
    expect(assessors).not.toContain('handed-in');
  });

  it.each<MessageKind>([
    'invitation',
    'password-reset',
    'result-decided',
    'script-assigned',
    'session-changed',
  ])('cannot turn off what duty demands: %s', async (kind) => {
    const { client } = await logInAs(api, { roles: ['candidate', 'assessor'] });
    expect((await choicesOf(client)).get(kind)).toEqual({ kind, mail: true, fixed: true });
    const { body } = await client.put('/api/notices/choices', { kind, mail: false }).expect(409);
    expect(body).toMatchObject({ code: 'NOTICE_KIND_FIXED' });
    expect((await choicesOf(client)).get(kind)).toMatchObject({ mail: true });
  });
});
