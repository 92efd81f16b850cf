import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Entry, Person } from '@ennead/persistence';
import type { Client } from './harness/client.ts';
import { anInstitution, aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { openSession } from './attempts-harness.ts';

let api: TestApi;
let one: Client;
let other: Client;
let institutionId: string;
let count = 0;
beforeAll(async () => {
  api = await startApi();
  institutionId = (await anInstitution(api.db)).id;
  const managerAt = async (institution: string) =>
    (await logInAs(api, { roles: ['manager'], institutionId: institution })).client;
  one = await managerAt(institutionId);
  other = await managerAt((await anInstitution(api.db)).id);
});
afterAll(() => api?.close());

const cohort = async (client: Client, examSessionId: string): Promise<string> =>
  (await client.post('/api/cohorts', { name: `Cohort ${(count += 1)}`, examSessionId }).expect(201)).body.id;
const rosterOf = (emails: readonly string[]) =>
  `email,name\n${emails.map((email) => `${email},Ann`).join('\n')}`;
const importAll = (...imports: [Client, string, readonly string[]][]) =>
  Promise.all(
    imports.map(([client, id, emails]) =>
      client.post(`/api/cohorts/${id}/roster`, { csv: rosterOf(emails) }),
    ),
  );

const addresses = (many: number) =>
  Array.from({ length: many }, () => `r${String((count += 1)).padStart(4, '0')}@example.org`);
const known = async (many: number): Promise<string[]> => {
  const people: Person[] = [];
  while (people.length < many)
    people.push(await aPerson(api.db, { institutionId, roles: ['candidate'], name: 'Ann' }));
  return people.map(({ email }) => email);
};

it.each([
  ['people whom nobody knew', async () => addresses(60)],
  ['people who were never entered', () => known(60)],
  ['both', async () => [...addresses(30), ...(await known(30))]],
])(
  'two rosters of %s, one the other way round, follow one another',
  async (_, people) => {
    const emails = await people();
    const { id } = await openSession(api);
    const [here, there] = [await cohort(one, id), await cohort(one, id)];
    const answers = await importAll([one, here, emails], [one, there, emails.toReversed()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => body.invited).sort()).toEqual([0, 60]);
    expect(await api.db.manager.countBy(Entry, { examSessionId: id })).toBe(60);
  },
  60_000,
);

it('a person whom two institutions name at once belongs to one of them, and the other learns nothing of it', async () => {
  const emails = addresses(20);
  const { id } = await openSession(api);
  const answers = await importAll(
    [one, await cohort(one, id), emails],
    [other, await cohort(other, id), emails],
  );
  expect(answers.map(({ status, body }) => [status, body.invited])).toEqual([
    [200, 20],
    [200, 20],
  ]);
  const people = await api.db.manager.find(Person, { where: emails.map((email) => ({ email })) });
  expect(new Set(people.map((person) => person.institutionId)).size).toBe(1);
});

it('two sessions at once for the same role and level invite alike: that one excludes the other is for the candidate to settle', async () => {
  const emails = addresses(20);
  const [first, second] = [await openSession(api), await openSession(api)];
  const answers = await importAll(
    [one, await cohort(one, first.id), emails],
    [one, await cohort(one, second.id), emails.toReversed()],
  );
  expect(answers.map(({ status, body }) => [status, body.invited])).toEqual([
    [200, 20],
    [200, 20],
  ]);
});
