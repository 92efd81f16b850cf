import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PeoplePage, PersonRecord, PersonRole } from '@ennead/contracts';
import { Approval, Invitation, Person } from '@ennead/persistence';
import { openSession } from './attempts-harness.ts';
import { aCohort } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let first: { client: Client; person: Person };
let second: { client: Client; person: Person };
beforeAll(async () => {
  api = await startApi();
  first = await logInAs(api, { roles: ['administrator'] });
  second = await logInAs(api, { roles: ['administrator'] });
});
afterAll(() => api?.close());

const reason = 'They passed the certifiers’ course.';
const give = async ({ id }: Person, roles: PersonRole[], by = first.client): Promise<PersonRecord> =>
  (await by.patch(`/api/people/${id}`, { roles, institutionId: null, disabled: false }).expect(200)).body;
const rolesOf = async ({ id }: Person) => (await api.db.manager.findOneByOrFail(Person, { id })).roles;
const answer = (client: Client, { proposedRoles }: PersonRecord, how: 'agree' | 'reject') =>
  client.post(`/api/appointments/${proposedRoles[0]!.id}/${how}`, { reason });

describe('the roles of certifier and administrator', () => {
  it.each<PersonRole>(['certifier', 'administrator'])(
    'make a %s once two administrators say so',
    async (role) => {
      const person = await aPerson(api.db, { roles: ['assessor'] });
      const proposed = await give(person, ['assessor', role]);
      expect(proposed).toMatchObject({
        roles: ['assessor'],
        proposedRoles: [{ role, askedBy: { id: first.person.id, name: first.person.name } }],
      });
      expect(await rolesOf(person)).toEqual(['assessor']);
      const own = await answer(first.client, proposed, 'agree');
      expect([own.status, own.body.code]).toEqual([403, 'SECOND_PERSON_NEEDED']);
      expect(await rolesOf(person)).toEqual(['assessor']);
      await answer(second.client, proposed, 'agree').expect(204);
      expect(await rolesOf(person)).toEqual(['assessor', role]);
      await answer(second.client, proposed, 'agree').expect(404);
      const approvals = await api.db.manager.findBy(Approval, { subjectId: proposed.proposedRoles[0]!.id });
      expect(approvals).toMatchObject([
        { askedBy: first.person.id, answeredBy: second.person.id, answer: 'agree', reason },
      ]);
    },
  );

  it('end the links that an institution had given out', async () => {
    const person = await aPerson(api.db, { roles: ['assessor'] });
    const institution = await anInstitution(api.db);
    const cohort = await aCohort(api, await openSession(api));
    await api.db.manager.update(
      Person,
      { id: person.id },
      { passwordHash: null, institutionId: institution.id },
    );
    const expiresAt = new Date('2999-01-01');
    const invitation = { tokenHash: person.id, personId: person.id, state: 'pending' as const, expiresAt };
    await api.db.manager.insert(Invitation, { ...invitation, cohortId: cohort.id });
    const proposed = await first.client
      .patch(`/api/people/${person.id}`, {
        roles: ['assessor', 'certifier'],
        institutionId: institution.id,
        disabled: false,
      })
      .expect(200);
    const stateOf = async () =>
      (await api.db.manager.findOneByOrFail(Invitation, { tokenHash: person.id })).state;
    expect(await stateOf()).toBe('voided');
    await answer(second.client, proposed.body, 'agree').expect(204);
  });

  it('make nobody one by their own word', async () => {
    const proposed = await give(second.person, ['administrator', 'certifier']);
    await answer(second.client, proposed, 'agree').expect(403);
    await answer(first.client, proposed, 'agree').expect(403);
    expect(await rolesOf(second.person)).toEqual(['administrator']);
    expect((await give(second.person, ['administrator'])).proposedRoles).toEqual([]);
  });

  it('wait in the list, go on waiting beside other changes, and lapse when they are wanted no longer', async () => {
    const person = await aPerson(api.db, { roles: ['trainer'] });
    const proposed = await give(person, ['assessor', 'certifier']);
    const again = await give(person, ['assessor', 'moderator', 'certifier'], second.client);
    expect(again.proposedRoles).toEqual(proposed.proposedRoles);
    const { rows } = (await first.client.get('/api/people?size=100').expect(200)).body as PeoplePage;
    expect(rows.find(({ id }) => id === person.id)!.proposedRoles).toEqual(proposed.proposedRoles);
    expect((await give(person, ['assessor'])).proposedRoles).toEqual([]);
    await answer(second.client, proposed, 'agree').expect(404);
    expect(await rolesOf(person)).toEqual(['assessor']);
  });

  it('are refused with a reason, and can be proposed anew', async () => {
    const person = await aPerson(api.db, { roles: ['assessor'] });
    const proposed = await give(person, ['assessor', 'certifier']);
    await answer(second.client, proposed, 'reject').expect(204);
    expect(await rolesOf(person)).toEqual(['assessor']);
    const anew = await give(person, ['assessor', 'certifier'], second.client);
    await answer(second.client, anew, 'agree').expect(403);
    await answer(first.client, anew, 'agree').expect(204);
  });

  it('open an account that is nothing yet', async () => {
    const input = {
      name: 'Ann',
      email: 'ann@example.org',
      locale: 'en',
      roles: ['certifier'],
      institutionId: null,
    };
    const { body } = await first.client.post('/api/people', input).expect(201);
    expect(body.person).toMatchObject({ roles: [], proposedRoles: [{ role: 'certifier' }] });
    await first.client.post('/api/people', { ...input, roles: ['assessor', 'assessor'] }).expect(400);
  });

  it('are given once, however many agree at once', async () => {
    const third = await logInAs(api, { roles: ['administrator'] });
    const person = await aPerson(api.db, { roles: ['assessor'] });
    const proposed = await give(person, ['assessor', 'certifier']);
    const answers = await Promise.all([second, third].map(({ client }) => answer(client, proposed, 'agree')));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect(await rolesOf(person)).toEqual(['assessor', 'certifier']);
  });
});
