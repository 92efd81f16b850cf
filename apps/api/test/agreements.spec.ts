import { queuedMessages } from '@ennead/testing/queued-messages';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreementsView, DocumentInForce } from '@ennead/contracts';
import { publicationOf } from '@ennead/content';
import { AuditEvent, makeDataSource } from '@ennead/persistence';
import { testContentSecret } from '@ennead/testing/database';
import { missingAgreements } from '../src/modules/agreements/missing-agreements.ts';
import { openSession, sit, type Sitting } from './attempts-harness.ts';
import { visitor, type Client } from './harness/client.ts';
import { aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let sitting: Sitting;
beforeAll(async () => {
  api = await startApi({ BODY_NAME_ZH: '示范认证中心', CONTACT_EMAIL: 'hello@example.org' });
  sitting = await sit(api, await openSession(api));
});
afterAll(() => api?.close());

const read = async (client: Client, query = ''): Promise<AgreementsView> =>
  (await client.get(`/api/agreements${query}`).expect(200)).body;
const shown = ({ documents }: AgreementsView, ...wanted: string[]) =>
  documents
    .filter(({ document }) => wanted.includes(document))
    .map(({ document, hash }: DocumentInForce) => ({ document, hash }));

describe('a page', () => {
  it('is there for anybody, with its version and who runs this', async () => {
    const client = await visitor(api.url);
    const { body: page } = await client.get('/api/pages/privacy').expect(200);
    expect(page).toMatchObject({ id: 'privacy', version: 1, body: { email: 'hello@example.org' } });
    expect(page.body.name).toEqual({ 'zh-CN': '示范认证中心', en: '示范认证中心' });
    expect(page.retention.map(({ id }: { id: string }) => id)).toContain('account');
    expect((await client.get('/api/pages/help').expect(200)).body.retention).toEqual([]);
    await client.get('/api/pages/imprint').expect(400);
  });
});

describe('opening an account', () => {
  it('accepts terms and data notice as they are, and records it', async () => {
    const client = await visitor(api.url);
    const email = 'who.agrees@example.org';
    await client.post('/api/auth/register', { email, name: '同意人', locale: 'zh-CN' }).expect(204);
    const [letter] = await queuedMessages(api.db, { address: email });
    const token = String(new URL(letter!.link!).pathname.split('/').at(-1));
    await client.post('/api/auth/register/finish', { token, password: 'correct horse battery' }).expect(204);
    const { accepted, missing } = await read(client);
    expect(accepted.map(({ document, version, entryId }) => [document, version, entryId]).sort()).toEqual([
      ['privacy', 1, null],
      ['terms', 1, null],
    ]);
    expect(missing).toEqual([]);
    const { person } = (await client.get('/api/auth/me')).body;
    const lines = await api.db.manager.findBy(AuditEvent, {
      actorId: person.id,
      action: 'agreement.accepted',
    });
    expect(lines.map(({ detail }) => detail['document']).sort()).toEqual(['privacy', 'terms']);
  });
});

describe('accepting', () => {
  it('is told what is missing, accepts for one entry, and once', async () => {
    const { client, entry } = sitting;
    const before = await read(client, `?entryId=${entry.id}`);
    expect(before.missing).toEqual(['terms', 'privacy', 'application', 'conduct', 'non-disclosure']);
    const documents = shown(before, 'application', 'conduct', 'non-disclosure');
    for (let times = 0; times < 2; times += 1)
      await client.post('/api/agreements', { entryId: entry.id, documents }).expect(200);
    const after = (
      await client.post('/api/agreements', { documents: shown(before, 'terms', 'privacy') }).expect(200)
    ).body as AgreementsView;
    expect(after.accepted).toHaveLength(5);
    expect(after.missing).toEqual([]);
    const personId = (await client.get('/api/auth/me')).body.person.id;
    expect(await missingAgreements(api.db.manager, personId, entry.id)).toEqual([]);
  });

  it.each([
    ['what is asked for an entry without one', null, ['conduct']],
    ['what an account asks for an entry', 'entry', ['terms']],
    ['the same document twice', null, ['terms', 'terms']],
  ])('refuses %s', async (_, entry, names) => {
    const { documents } = await read(sitting.client);
    const hashes = new Map(documents.map(({ document, hash }) => [document as string, hash]));
    await sitting.client
      .post('/api/agreements', {
        entryId: entry && sitting.entry.id,
        documents: names.map((document) => ({ document, hash: hashes.get(document) })),
      })
      .expect(400);
  });

  it('does not know the entries of others', async () => {
    const { client } = await logInAs(api);
    const { documents } = await read(client);
    await client.get(`/api/agreements?entryId=${sitting.entry.id}`).expect(404);
    await client
      .post('/api/agreements', {
        entryId: sitting.entry.id,
        documents: shown({ documents, missing: [], accepted: [] }, 'conduct'),
      })
      .expect(404);
    expect((await read(client)).accepted).toEqual([]);
  });

  it('cannot be taken back or changed by the server', async () => {
    const app = await makeDataSource(api.database.appUrl, 1).initialize();
    try {
      await expect(app.query('DELETE FROM agreement')).rejects.toThrow('permission denied');
      await expect(app.query(`UPDATE agreement SET at = clock()`)).rejects.toThrow('permission denied');
    } finally {
      await app.destroy();
    }
  });

  it('refuses all where one has changed meanwhile, and shows the new version', async () => {
    const { client, person } = await logInAs(api);
    const before = await read(client);
    const content = await api.content();
    const pages = new Map(content.pages);
    const terms = pages.get('terms')!;
    pages.set('terms', { ...terms, lead: { 'zh-CN': '新的约定', en: 'New terms' } });
    await api.database.publish(publicationOf({ ...content, pages }, testContentSecret));
    const documents = shown(before, 'terms', 'privacy');
    const refused = await client.post('/api/agreements', { documents }).expect(409);
    const now = await read(client);
    expect(refused.body).toMatchObject({
      code: 'AGREEMENT_CHANGED',
      errors: [{ path: 'terms', message: shown(now, 'terms')[0]!.hash }],
    });
    expect(now.accepted).toEqual([]);
    expect(now.documents.find(({ document }) => document === 'terms')).toMatchObject({ version: 2 });
    // Who accepted the first version is asked for the second.
    const earlier = (await sitting.client.get('/api/auth/me')).body.person.id;
    expect(await missingAgreements(api.db.manager, earlier, null)).toEqual(['terms']);
    await client.post('/api/agreements', { documents: shown(now, 'terms', 'privacy') }).expect(200);
    expect(await missingAgreements(api.db.manager, person.id, null)).toEqual([]);
  });
});

describe('one’s own data', () => {
  it('come as a file, which is recorded, and hold what one’s own pages show', async () => {
    const { client, entry } = sitting;
    const answer = await client.get('/api/me/data.json').expect(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="ennead-data.json"');
    const data = answer.body;
    expect(Object.keys(data)).toEqual([
      'madeAt',
      'account',
      'enrolments',
      'entries',
      'results',
      'accommodations',
      'agreements',
      'logIns',
      'openLogIns',
    ]);
    expect(data.entries.map(({ id }: { id: string }) => id)).toEqual([entry.id]);
    expect(data.results).toHaveLength(1);
    expect(data.logIns.length).toBeGreaterThan(0);
    expect(data.openLogIns).toHaveLength(1);
    const personId = data.account.id;
    expect(
      await api.db.manager.countBy(AuditEvent, { action: 'person.data-given', subjectId: personId }),
    ).toBe(1);
  });

  it('say nothing of others, of log-ins that could be taken over, and of what the exam asks', async () => {
    const { client } = sitting;
    await aPerson(api.db, { name: 'Somebody Else' });
    const text = JSON.stringify((await client.get('/api/me/data.json').expect(200)).body);
    const sids: { sid: string }[] = await api.db.query('SELECT sid FROM web_session');
    const items = [...(await api.content()).items.values()].filter(({ item }) => text.includes(item.stem.en));
    expect(items).toEqual([]);
    expect(sids.filter(({ sid }) => text.includes(sid))).toEqual([]);
    expect(text).not.toMatch(/Somebody Else|argon2|reviewer/i);
  });
});
