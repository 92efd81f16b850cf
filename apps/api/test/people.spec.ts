import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutionNameLength, type InstitutionRecord, type PeoplePage } from '@ennead/contracts';
import { Person, type Institution } from '@ennead/persistence';
import type { Client } from './harness/client.ts';
import { anInstitution, aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let administrator: Client;
let institution: Institution;
beforeAll(async () => {
  api = await startApi();
  institution = await anInstitution(api.db);
  administrator = (await logInAs(api, { roles: ['administrator'], name: 'Ann 100%' })).client;
  await aPerson(api.db, { name: '张伟', roles: ['assessor', 'moderator'] });
  const invited = await aPerson(api.db, { name: '李娜', institutionId: institution.id });
  const disabled = await aPerson(api.db, { name: '刘洋', institutionId: institution.id });
  await api.db.manager.update(Person, { id: invited.id }, { passwordHash: null });
  await api.db.manager.update(Person, { id: disabled.id }, { disabledAt: new Date() });
});
afterAll(() => api?.close());

const ask = async (query: string) => {
  const { rows, ...place } = (await administrator.get(`/api/people?${query}`).expect(200)).body as PeoplePage;
  return { ...place, rows: rows.map(({ name }) => name) };
};

describe('the list of people', () => {
  it('comes a page at a time, the newest account first', async () => {
    expect(await ask('')).toEqual({
      rows: ['刘洋', '李娜', '张伟', 'Ann 100%'],
      total: 4,
      page: 1,
      size: 50,
    });
    expect(await ask('size=3&page=7')).toEqual({ rows: ['Ann 100%'], total: 4, page: 2, size: 3 });
  });

  it.each([
    ['sort=name', ['李娜', '刘洋', '张伟', 'Ann 100%']],
    ['sort=-name', ['Ann 100%', '张伟', '刘洋', '李娜']],
    ['sort=state&q=%E5%88%98', ['刘洋']],
    ['role=moderator', ['张伟']],
    ['status=active', ['张伟', 'Ann 100%']],
    ['status=invited', ['李娜']],
    ['status=disabled', ['刘洋']],
    ['institution=none&sort=name', ['张伟', 'Ann 100%']],
    ['q=100%25', ['Ann 100%']],
    ['q=0%25%25', []],
    ['q=ann%20ADMINISTRATOR', ['Ann 100%']],
  ])('%s leaves %j', async (query, names) => {
    expect((await ask(query)).rows).toEqual(names);
  });

  it('knows an institution by its id, and counts its people', async () => {
    expect((await ask(`institution=${institution.id}&sort=name`)).rows).toEqual(['李娜', '刘洋']);
    const { body } = await administrator.get('/api/institutions').expect(200);
    expect((body as InstitutionRecord[]).map(({ peopleCount }) => peopleCount)).toEqual([2]);
  });

  it('takes no name of an institution without end', async () => {
    const name = { 'zh-CN': '学院', en: 'C'.repeat(institutionNameLength + 1) };
    const { body } = await administrator.post('/api/institutions', { name }).expect(400);
    expect(body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ path: 'name.en' }] });
  });

  it.each(['role=king', 'status=gone', 'institution=here', 'sort=password_hash', 'limit=5'])(
    'refuses %s',
    (query) => administrator.get(`/api/people?${query}`).expect(400),
  );
});
