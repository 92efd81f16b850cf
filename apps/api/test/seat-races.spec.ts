import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView, ImportView, UndoneImport } from '@ennead/contracts';
import { Entry, RosterImport } from '@ennead/persistence';
import { aWindow, openSession } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let institutionId: string;
let manager: Client;
let count = 0;
const dayMs = 86_400_000;
const reason = 'They are on the list of another college.';

beforeAll(async () => {
  api = await startApi();
  institutionId = (await anInstitution(api.db)).id;
  manager = (await logInAs(api, { roles: ['manager'], institutionId })).client;
});
afterAll(() => api?.close());

const ahead = (more: object = {}) =>
  openSession(api, {
    ...aWindow(5 * dayMs),
    opensAt: new Date(Date.now() + dayMs).toISOString(),
    ...more,
  });
const aCohort = async ({ id: examSessionId }: Pick<ExamSessionView, 'id'>): Promise<string> =>
  (await manager.post('/api/cohorts', { name: `Races ${(count += 1)}`, examSessionId }).expect(201)).body.id;
const rosterOf = (emails: readonly string[]) =>
  `email,name\n${emails.map((email) => `${email},Ann`).join('\n')}`;
const addresses = (many: number) =>
  Array.from({ length: many }, () => `race${(count += 1)}-${Date.now()}@example.org`);
const undo = (cohortId: string, importId: string) =>
  manager.post(`/api/cohorts/${cohortId}/imports/${importId}/undo`, { reason });
const statesOf = async (rosterImportId: string): Promise<string[]> =>
  (await api.db.manager.findBy(Entry, { rosterImportId })).map(({ state }) => state);

/** Of each person, the seat that an import made them. */
const seatsOf = async (importId: string): Promise<ReadonlyMap<string, string>> => {
  const seats: { id: string; candidateId: string }[] = await api.db.query(
    `SELECT entry.id, enrolment.candidate_id AS "candidateId" FROM entry
     JOIN enrolment ON enrolment.id = entry.enrolment_id WHERE entry.roster_import_id = $1`,
    [importId],
  );
  return new Map(seats.map(({ id, candidateId }) => [candidateId, id]));
};

/** As soon as an import is seen, while its rows still go in. */
const firstImport = async (cohortId: string): Promise<ImportView> => {
  for (;;) {
    const [made] = (await manager.get(`/api/cohorts/${cohortId}/imports`).expect(200)).body as ImportView[];
    if (made) return made;
  }
};

describe('an import that is undone', () => {
  it('while it runs stops where it is, and leaves nobody invited', async () => {
    for (let round = 0; round < 2; round += 1) {
      const cohortId = await aCohort(await ahead());
      const importing = manager
        .post(`/api/cohorts/${cohortId}/roster`, {
          csv: rosterOf(addresses(110)),
          partly: true,
          links: false,
        })
        .then((answer) => answer);
      const { id } = await firstImport(cohortId);
      const undone = await undo(cohortId, id);
      expect([undone.status, (await importing).status]).toEqual([200, 200]);
      const states = await statesOf(id);
      expect(new Set([...states, 'withdrawn'])).toEqual(new Set(['withdrawn']));
      expect((undone.body as UndoneImport).withdrawn).toBe(states.length);
      const made = await api.db.manager.findOneByOrFail(RosterImport, { id });
      expect([made.undoneAt === null, made.invited]).toEqual([false, states.length]);
    }
  }, 120_000);

  it('while people accept takes back the seats of those who were later, and no other', async () => {
    const people = await Promise.all(
      Array.from({ length: 8 }, () => logInAs(api, { roles: ['candidate'], institutionId, name: 'Ann' })),
    );
    for (let round = 0; round < 3; round += 1) {
      const [here, there] = [await ahead(), await ahead()];
      const imports: { cohortId: string; importId: string }[] = [];
      // By either roster in another order, so that the seats of one are made in the order that the other is undone in.
      for (const [session, order] of [
        [here, people],
        [there, people.toReversed()],
      ] as const) {
        const cohortId = await aCohort(session);
        const csv = rosterOf(order.map(({ person }) => person.email));
        const { body } = await manager.post(`/api/cohorts/${cohortId}/roster`, { csv }).expect(200);
        imports.push({ cohortId, importId: body.importId });
      }
      const owned = await seatsOf(imports[0]!.importId);
      const [undone, undoneToo, ...accepted] = await Promise.all([
        undo(imports[0]!.cohortId, imports[0]!.importId),
        undo(imports[1]!.cohortId, imports[1]!.importId),
        ...people.map(({ client, person }) =>
          client.post(`/api/entries/${owned.get(person.id)!}/accept`).then((answer) => answer),
        ),
      ]);
      expect([undone.status, undoneToo.status]).toEqual([200, 200]);
      expect(
        accepted.map(({ status }) => status).filter((status) => status !== 200 && status !== 409),
      ).toEqual([]);
      const kept = accepted.filter(({ status }) => status === 200).length;
      expect(undone.body).toMatchObject({ withdrawn: people.length - kept, kept });
      const states = await statesOf(imports[0]!.importId);
      expect(states.filter((state) => state === 'entered')).toHaveLength(kept);
      expect(states.filter((state) => state === 'withdrawn')).toHaveLength(people.length - kept);
      for (const { client, person } of people)
        await client.post(`/api/entries/${owned.get(person.id)!}/withdraw`, {});
    }
  }, 120_000);
});

it('of many who come at once for the last places, no more are entered than there are', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => logInAs(api)));
  for (let round = 0; round < 3; round += 1) {
    const session = await ahead({ places: 2 });
    const answers = await Promise.all(
      people.map(({ client }) =>
        client.post(`/api/sessions/${session.id}/entries`, { wait: false }).then((answer) => answer),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409, 409, 409]);
    expect(await api.db.manager.countBy(Entry, { examSessionId: session.id, state: 'entered' })).toBe(2);
    for (const [at, { status, body }] of answers.entries())
      if (status === 201) await people[at]!.client.post(`/api/entries/${body.id}/withdraw`, {}).expect(204);
  }
});
