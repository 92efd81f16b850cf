import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ThreatsView } from '@ennead/contracts';
import { ThreatMeasure } from '@ennead/persistence';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { untilBlocked } from './harness/until-blocked.ts';

let api: TestApi;
let registrar: Client;
let certifier: Client;
beforeAll(async () => {
  api = await startApi();
  registrar = (await logInAs(api, { roles: ['registrar'], name: 'Rosa' })).client;
  certifier = (await logInAs(api, { roles: ['certifier'], name: 'Cyril' })).client;
});
afterAll(() => api?.close());

const threat = {
  source: 'training',
  title: 'One school sends most candidates',
  description: 'Three in four of this year come from one school.',
};
const measure = (closes: boolean) => ({ text: 'Its people decide on nobody who came from there.', closes });

describe('the register of threats to impartiality', () => {
  it('keeps what was found by whom, what was done about it by whom, and that it is over', async () => {
    const { body } = await certifier.post('/api/threats', threat).expect(201);
    const id = (body as ThreatsView).threats[0]!.id;
    await registrar.post(`/api/threats/${id}/measures`, measure(false)).expect(200);
    await registrar.post(`/api/threats/${id}/measures`, measure(true)).expect(200);
    await registrar.post('/api/threats', { ...threat, title: 'Another' }).expect(201);
    const seen = (await certifier.get('/api/threats').expect(200)).body as ThreatsView;
    expect(seen.threats).toMatchObject([
      { title: 'Another', measures: [], closedAt: null },
      {
        ...threat,
        foundBy: { name: 'Cyril' },
        measures: [{ text: measure(true).text, by: { name: 'Rosa' } }, { by: { name: 'Rosa' } }],
        closedAt: expect.any(String),
      },
    ]);
    await registrar.post(`/api/threats/${id}/measures`, measure(false)).expect(404);
  });

  it('takes no measure of one that is being closed', async () => {
    const { body } = await certifier.post('/api/threats', threat).expect(201);
    const id = (body as ThreatsView).threats[0]!.id;
    const { late } = await api.db.transaction(async (manager) => {
      await manager.query(`UPDATE threat SET state = 'closed', closed_at = clock() WHERE id = $1`, [id]);
      const answer = registrar
        .post(`/api/threats/${id}/measures`, measure(false))
        .then(({ status }) => status);
      await untilBlocked(api.db);
      return { late: answer };
    });
    expect(await late).toBe(404);
    expect(await api.db.manager.countBy(ThreatMeasure, { threatId: id })).toBe(0);
  });

  it.each([
    ['no title', { title: ' ' }],
    ['a title of several lines', { title: 'One\nTwo' }],
    ['a description that says nothing', { description: 'bad' }],
    ['a source of its own', { source: 'weather' }],
  ])('refuses %s', (_, fault) => certifier.post('/api/threats', { ...threat, ...fault }).expect(400));

  it('lets certifiers name threats and leaves what is done about them to the office', async () => {
    const { body } = await certifier.post('/api/threats', threat).expect(201);
    const { id } = (body as ThreatsView).threats[0]!;
    await certifier.post(`/api/threats/${id}/measures`, measure(true)).expect(403);
  });
});
