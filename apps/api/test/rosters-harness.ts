import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { MembersPage, Problem, RosterImport, RosterPreview } from '@ennead/contracts';
import { Person, type Institution } from '@ennead/persistence';
import { makeClockShiftable } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { aWindow, openSession } from './attempts-harness.ts';
import { visitor, type Client } from './harness/client.ts';
import { anInstitution, aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

export let api: TestApi;
/** An institution, one of its managers, a session that opens in forty days, and a cohort for it that each test has anew. */
export let house: Institution;
export let manager: Client;
export let sessionId: string;
export let cohortId: string;
let made = 0;
const dayMs = 86_400_000;

/** Whose helpers stand below, for all tests of a file. To be called first in it. */
export const startHouse = (): void => {
  beforeAll(async () => {
    api = await startApi();
    await makeClockShiftable(api.db);
    house = await anInstitution(api.db);
    manager = (await logInAs(api, { roles: ['manager'], institutionId: house.id })).client;
    sessionId = await ahead();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    cohortId = await aCohort();
  });
};

/** From here on this is the cohort. */
export const goOnIn = (id: string): void => {
  cohortId = id;
};

/** Another in each place that must be unlike all others. */
export const nextNumber = (): number => (made += 1);

export const ahead = async () =>
  (
    await openSession(api, {
      ...aWindow(60 * dayMs),
      opensAt: new Date(Date.now() + 40 * dayMs).toISOString(),
    })
  ).id;
export const aCohort = async (examSessionId = sessionId, by = manager): Promise<string> =>
  (await by.post('/api/cohorts', { name: `Roster ${nextNumber()}`, examSessionId }).expect(201)).body.id;
export const address = () => `r${nextNumber()}-${Date.now()}@example.org`;
export const path = (rest: string, id = cohortId) => `/api/cohorts/${id}/${rest}`;
export const preview = async (csv: string, more: object = {}) =>
  (await manager.post(path('roster/preview'), { csv, ...more }).expect(200)).body as RosterPreview;
export const bring = async (csv: string, more: object = {}, by = manager, id = cohortId) =>
  (await by.post(path('roster', id), { csv, ...more }).expect(200)).body as RosterImport;
export const members = async (query = '', id = cohortId) =>
  ((await manager.get(path(`members?${query}`, id)).expect(200)).body as MembersPage).rows;
export const personAt = (email: string) => api.db.manager.findOneByOrFail(Person, { email });
export const lettersTo = async (email: string) => queuedMessages(api.db, { address: email });
export const tokenOf = (link: string) => new URL(link).pathname.split('/').at(-1)!;
export const aDisabledPerson = async () => {
  const person = await aPerson(api.db);
  await api.db.manager.update(Person, { id: person.id }, { disabledAt: new Date() });
  return person;
};
export const codeOf = async (asked: PromiseLike<{ body: unknown }>) => ((await asked).body as Problem).code;
export const accept = async (token: string, status = 204) => {
  const client = await visitor(api.url);
  await client.post('/api/auth/accept-invitation', { token, password: 'a first password' }).expect(status);
  return client;
};
export const reason = 'They are on the list of another college.';
