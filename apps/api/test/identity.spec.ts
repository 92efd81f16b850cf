import { actsForHeader } from '@ennead/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client as Postgres } from 'pg';
import { Client, visitor } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

describe('logging in', () => {
  it('gives a cookie that scripts cannot read and that changes with the log-in', async () => {
    const person = await aPerson(api.db);
    const client = await visitor(api.url);
    const answer = await client
      .post('/api/auth/log-in', { email: person.email, password: PASSWORD })
      .expect(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/ennead=.*HttpOnly.*SameSite=Lax/i);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const person = await aPerson(api.db);
    const client = await visitor(api.url);
    const wrong = await client.post('/api/auth/log-in', { email: person.email, password: 'not this one' });
    const unknown = await client.post('/api/auth/log-in', {
      email: 'no@example.org',
      password: 'not this one',
    });
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body]);
    expect(wrong.body.code).toBe('CREDENTIALS_WRONG');
  });

  it('refuses a change without the page’s token', async () => {
    const { client } = await logInAs(api);
    const answer = await client
      .put('/api/auth/locale', { locale: 'en' })
      .set('x-csrf-token', 'forged')
      .expect(403);
    expect(answer.body.code).toBe('CSRF_INVALID');
    await client.put('/api/auth/locale', { locale: 'en' }).expect(204);
  });

  it('ends with the log-out', async () => {
    const { client } = await logInAs(api);
    const { headers } = await client.post('/api/auth/log-out').expect(204);
    const ended = (headers['set-cookie'] as unknown as string[]).filter((cookie) =>
      /Expires=Thu, 01 Jan 1970/.test(cookie),
    );
    expect(ended.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['ennead', 'ennead-csrf']);
    expect((await client.get('/api/auth/me')).body).toEqual({ person: null });
  });

  it('changes the password for whoever knows the present one, and ends every other log-in', async () => {
    const { client, person } = await logInAs(api);
    const elsewhere = new Client(api.url);
    await elsewhere.logIn(person.email, PASSWORD);
    const next = 'another long one';
    await client.put('/api/auth/password', { current: 'wrong', next }).expect(403);
    const weak = await client
      .put('/api/auth/password', { current: PASSWORD, next: 'qwertyuiop' })
      .expect(422);
    expect(weak.body).toMatchObject({ code: 'PASSWORD_COMMON', errors: [{ path: 'next' }] });
    await client.put('/api/auth/password', { current: PASSWORD, next }).expect(204);
    expect((await elsewhere.get('/api/auth/me')).body).toEqual({ person: null });
    expect((await client.get('/api/auth/me')).body).toMatchObject({ person: { id: person.id } });
    await (
      await visitor(api.url)
    )
      .post('/api/auth/log-in', { email: person.email, password: next })
      .expect(204);
  });

  it('takes a password however a keyboard composes it', async () => {
    const { client, person } = await logInAs(api);
    const next = 'pässwörd-ünïque';
    await client.put('/api/auth/password', { current: PASSWORD, next: next.normalize('NFC') }).expect(204);
    for (const password of [next.normalize('NFC'), next.normalize('NFD')])
      await new Client(api.url).logIn(person.email, password);
  });

  it('does nothing for a page that somebody else has opened', async () => {
    const { client, person } = await logInAs(api);
    const { person: before } = await logInAs(api);
    const locale = { locale: 'zh-CN' };
    const refused = await client.put('/api/auth/locale', locale).set(actsForHeader, before.id).expect(409);
    expect(refused.body.code).toBe('CALLER_CHANGED');
    await client.put('/api/auth/locale', locale).set(actsForHeader, person.id).expect(204);
  });
});

describe('the audit trail', () => {
  it('cannot be changed by the application’s database role', async () => {
    await logInAs(api);
    const app = new Postgres({ connectionString: api.database.appUrl });
    await app.connect();
    for (const attack of [
      'UPDATE audit_event SET actor_id = NULL',
      'DELETE FROM audit_event',
      'TRUNCATE audit_event',
      'DROP TABLE audit_event',
    ])
      await expect(app.query(attack)).rejects.toThrow(/permission denied|must be owner/);
    await app.end();
  });
});
