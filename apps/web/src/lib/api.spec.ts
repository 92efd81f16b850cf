import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { actsForHeader } from '@ennead/contracts';
import { addressOf, linkTo } from './address-of.ts';
import { actFor, actForFirst, api, forgetCsrfToken, getActHeaders } from './api.ts';
import { fetchPage } from './paged.ts';

type Sent = { readonly method: string; readonly address: string; readonly body: unknown };
let sent: Sent[] = [];
const realFetch = globalThis.fetch;
beforeEach(() => {
  sent = [];
  forgetCsrfToken();
  globalThis.fetch = ((address: string, { method, body }: RequestInit) => {
    if (address === '/api/auth/csrf') return Promise.resolve(Response.json({ token: 'a token' }));
    sent.push({ method: method!, address, body: typeof body === 'string' ? JSON.parse(body) : body });
    return Promise.resolve(Response.json({}));
  }) as typeof fetch;
});
afterEach(() => {
  globalThis.fetch = realFetch;
});

it('says for whom a page acts: the first person that it hears of, until somebody logs in on it', async () => {
  const whom = async () => (await getActHeaders())[actsForHeader];
  actFor(null);
  actForFirst(null);
  expect(await whom()).toBeUndefined();
  actForFirst('one');
  actForFirst('another');
  expect(await whom()).toBe('one');
  actFor('another');
  expect(await whom()).toBe('another');
  actFor(null);
  expect(await whom()).toBeUndefined();
});

describe('what goes over the wire', () => {
  it('has its parameters in the path, whatever they hold, and its query behind it', async () => {
    await api.get('/api/verify/:number', { params: { number: 'a/b ?c:id' } });
    await api.get('/api/audit', { query: { action: 'decision.made', cursor: undefined } });
    await api.post('/api/cohorts/:id/roster', { params: { id: '1' }, body: { csv: 'name' } });
    expect(sent).toEqual([
      { method: 'GET', address: '/api/verify/a%2Fb%20%3Fc%3Aid', body: undefined },
      { method: 'GET', address: '/api/audit?action=decision.made', body: undefined },
      { method: 'POST', address: '/api/cohorts/1/roster', body: { csv: 'name' } },
    ]);
  });

  it('is nothing where a parameter is missing', () => {
    expect(() => addressOf('/api/cohorts/:id/members')).toThrow('without id');
  });

  it('is the same for a link', () => {
    const number = 'EN-1';
    expect(linkTo('/api/credentials/:number/certificate.pdf', { number }, { locale: 'en' })).toBe(
      '/api/credentials/EN-1/certificate.pdf?locale=en',
    );
  });
});

/** Compiled by `npm run check`, never run: each line is refused by the types, or the compiler says that it is not. */
export const faults = [
  // @ts-expect-error no such path
  () => api.get('/api/cohort'),
  // @ts-expect-error not by this method
  () => api.delete('/api/cohorts'),
  // @ts-expect-error without its parameter
  () => api.get('/api/cohorts/:id'),
  // @ts-expect-error with another
  () => api.get('/api/cohorts/:id', { params: { cohortId: '1' } }),
  // @ts-expect-error without its body
  () => api.post('/api/cohorts/:id/roster', { params: { id: '1' } }),
  // @ts-expect-error with another
  () => api.post('/api/cohorts/:id/roster', { params: { id: '1' }, body: { text: 'name' } }),
  // @ts-expect-error with a query that it does not know
  () => api.get('/api/audit', { query: { actions: 'decision.made' } }),
  // @ts-expect-error without a query that it needs
  () => api.get('/api/decisions/undecided'),
  // @ts-expect-error what is a file, and no answer to read
  () => api.get('/api/artefacts/:id/file', { params: { id: '1' } }),
  // @ts-expect-error with a body where it takes none
  () => api.post('/api/auth/log-out', { body: {} }),
  // @ts-expect-error reading what is not answered
  async () => (await api.get('/api/auth/me')).people,
  // @ts-expect-error a page of a list without the parameter of its path
  () => fetchPage({ path: '/api/cohorts/:id/members', queryKey: [] }, { page: '1', size: '1' }),
  // @ts-expect-error a link with a query that it does not know
  () => linkTo('/api/cohorts/:id/export.csv', { id: '1' }, { lang: 'en' }),
  // @ts-expect-error a link without its parameter
  () => linkTo('/api/artefacts/:id/file', {}),
];
