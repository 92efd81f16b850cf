import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Scheme } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import { makeDataSource } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { enrol, openSession } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import { visitor } from './harness/client.ts';
import { aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
});
afterAll(() => api?.close());

const countOf = async (table: string): Promise<number> =>
  (await api.db.query(`SELECT count(*)::int AS count FROM ${table}`))[0].count as number;
const tables = ['message', 'one_time_link', 'guess', 'web_session'] as const;
const counts = async (): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(tables.map(async (one) => [one, await countOf(one)])));
const erasedAfter = async (interval: string): Promise<void> => {
  await shiftClock(api.db, interval);
  await api.work.erase();
};

describe('what is over', () => {
  it('is erased after the days of the scheme in force, no sooner, and how much of it is recorded', async () => {
    const { client, person } = await logInAs(api);
    await client.post('/api/auth/forgotten-password', { email: person.email }).expect(204);
    await (
      await visitor(api.url)
    ).post('/api/auth/log-in', { email: person.email, password: 'wrong by far' });
    await api.work.post();
    const still = { kind: 'password-changed', to: { personId: person.id } } as const;
    await queueMessage(api.db.manager, { ...still, params: { at: { at: '2026-12-01T00:00:00Z' } } });
    const before = await counts();
    expect(Object.values(before).every((count) => count > 0)).toBe(true);
    await erasedAfter('23 hours');
    expect(await counts()).toEqual(before);
    // A log-in lasts some hours of its own first, by the machine's own clock.
    await erasedAfter('40 days');
    expect(await counts()).toEqual({ ...before, guess: 0 });
    await api.db.query(`UPDATE web_session SET expire = now() - interval '1 hour'`);
    await erasedAfter('40 days');
    expect(await counts()).toEqual({ ...before, guess: 0, web_session: 0 });
    await erasedAfter('89 days');
    expect((await counts())['one_time_link']).toBe(before['one_time_link']);
    await erasedAfter('93 days');
    expect((await counts())['one_time_link']).toBe(0);
    await erasedAfter('364 days');
    expect((await counts())['message']).toBe(before['message']);
    await erasedAfter('366 days');
    // What has not been sent yet is not over.
    expect(await api.db.query('SELECT state FROM message')).toEqual([{ state: 'queued' }]);
    const lines: { subject_id: string; detail: { count: number } }[] = await api.db.query(
      `SELECT subject_id, detail FROM audit_event WHERE action = 'records.erased' AND actor_id IS NULL`,
    );
    const recorded = (kind: string) =>
      lines.filter(({ subject_id: id }) => id === kind).reduce((sum, { detail }) => sum + detail.count, 0);
    expect(recorded('letters')).toBe(before['message']! - 1);
    expect(recorded('one-time-links')).toBe(before['one_time_link']);
    expect(recorded('guesses')).toBe(before['guess']);
    expect(recorded('log-ins')).toBe(before['web_session']);
    await shiftClock(api.db, '0');
  });

  it('is nothing that a decision rests on, whenever that was', async () => {
    const session = await openSession(api);
    const { entry } = await aScoredCase(api, session);
    await enrol(api.db, await aPerson(api.db), session);
    const { client } = await logInAs(api, { roles: ['certifier'] });
    await client.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    const kept: { name: string }[] = await api.db.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND NOT relname = ANY ($1) AND relname NOT LIKE 'audit%' ORDER BY 1`,
      [[...tables, 'duty']],
    );
    const all = async () =>
      Object.fromEntries(await Promise.all(kept.map(async ({ name }) => [name, await countOf(`"${name}"`)])));
    const before = await all();
    await erasedAfter('20 years');
    expect(await all()).toEqual(before);
    await shiftClock(api.db, '0');
  });
});

describe('a worker that was taken over', () => {
  it('erases nothing else, and nothing sooner', async () => {
    const { person } = await logInAs(api);
    await queueMessage(api.db.manager, {
      kind: 'password-changed',
      to: { personId: person.id },
      params: { at: { at: '2026-12-01T00:00:00Z' } },
    });
    await api.work.post();
    const before = await counts();
    const worker = await makeDataSource(api.database.workerUrl, 1).initialize();
    for (const table of tables)
      await expect(worker.query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
    // Its own tables do not take the place of those that the function means.
    await worker.query('CREATE TEMP TABLE scheme_in_force (scheme jsonb)').catch(() => undefined);
    const now: Scheme['rules']['retention'] = {
      basis: { termsAfterExpiry: 1, monthsWithoutCertificate: 36, reason: { 'zh-CN': '无', en: 'None' } },
      erased: [{ kind: 'letters', days: 0, reason: { 'zh-CN': '无', en: 'None' } }],
    };
    await worker
      .query('INSERT INTO pg_temp.scheme_in_force VALUES ($1)', [
        JSON.stringify({ rules: { retention: now } }),
      ])
      .catch(() => undefined);
    expect(await worker.query('SELECT * FROM erase_over()')).toEqual([]);
    await worker.destroy();
    expect(await counts()).toEqual(before);
    const app = await makeDataSource(api.database.appUrl, 1).initialize();
    await expect(app.query('SELECT * FROM erase_over()')).rejects.toThrow(/permission denied/);
    await app.destroy();
  });
});
