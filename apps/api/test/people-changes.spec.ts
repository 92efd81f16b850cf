import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonRole } from '@ennead/contracts';
import { Person } from '@ennead/persistence';
import { demand } from '../src/http/demand.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { untilBlocked } from './harness/until-blocked.ts';

let api: TestApi;
let administrator: Client;
beforeAll(async () => {
  api = await startApi();
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
});
afterAll(() => api?.close());

const change = (client: Client, { id }: Person, body: object) => client.patch(`/api/people/${id}`, body);
const as = (...roles: PersonRole[]) => ({ roles, institutionId: null, disabled: false });
const now = ({ id }: Person) => api.db.manager.findOneByOrFail(Person, { id });

describe('a change of a person', () => {
  it('is not made upon what another has changed meanwhile', async () => {
    const person = await aPerson(api.db, { roles: ['certifier', 'assessor'] });
    const seen = as('assessor', 'certifier');
    await change(administrator, person, { ...as('assessor'), disabled: true, seen }).expect(200);
    const late = await change(administrator, person, {
      ...as('assessor', 'moderator', 'certifier'),
      seen,
    }).expect(409);
    expect(late.body.code).toBe('PERSON_CHANGED');
    expect(await now(person)).toMatchObject({ roles: ['assessor'], disabledAt: expect.any(Date) });
  });

  it('gives no work without a place, and shuts out whoever has it already', async () => {
    const person = await aPerson(api.db, { roles: ['candidate'] });
    const refused = await change(administrator, person, as('trainer')).expect(400);
    expect(refused.body.errors).toMatchObject([{ path: 'institutionId' }]);
    const homeless = await aPerson(api.db, { roles: ['manager'] });
    await change(administrator, homeless, { ...as('manager'), disabled: true }).expect(200);
    const place = await anInstitution(api.db);
    await change(administrator, person, { ...as('trainer'), institutionId: place.id }).expect(200);
  });

  it('that disables somebody ends their log-ins, for good', async () => {
    const { client, person } = await logInAs(api, { roles: ['assessor'] });
    await change(administrator, person, { ...as('assessor'), disabled: true }).expect(200);
    await change(administrator, person, as('assessor')).expect(200);
    expect((await client.get('/api/auth/me')).body).toEqual({ person: null });
    await client.refreshToken();
    await client.logIn(person.email, PASSWORD);
  });

  it('waits for what somebody does by the role that it takes away', async () => {
    const place = await anInstitution(api.db);
    const { client, person } = await logInAs(api, { roles: ['manager'], institutionId: place.id });
    let settled = false;
    const taking: Promise<unknown>[] = [];
    await api.db.transaction(async (transaction) => {
      // Of a cohort that is not there: the question alone holds whoever asks.
      await expect(
        demand(
          transaction,
          { ...person, emailConfirmed: true, lacksSecondFactor: false, passwordDue: false },
          'cohort.manage',
          place.id,
        ),
      ).rejects.toThrow('NOT_FOUND');
      taking.push(
        change(administrator, person, as('candidate')).then(() => {
          settled = true;
        }),
      );
      await untilBlocked(api.db);
      expect(settled).toBe(false);
    });
    await Promise.all(taking);
    expect((await now(person)).roles).toEqual(['candidate']);
    await client.get('/api/cohorts').expect(403);
  });
});

describe('of the last administrators', () => {
  const two = async () => {
    const pair = [
      await logInAs(api, { roles: ['administrator'] }),
      await logInAs(api, { roles: ['administrator'] }),
    ] as const;
    const ids = pair.map(({ person }) => person.id);
    await api.db.query(
      `UPDATE person SET disabled_at = clock() WHERE 'administrator' = ANY (roles) AND NOT id = ANY ($1::uuid[])`,
      [ids],
    );
    return pair;
  };
  const left = async () =>
    (await api.db.query(`SELECT id FROM person WHERE 'administrator' = ANY (roles) AND disabled_at IS NULL`))
      .length as number;

  it.each([1, 2, 3])('one stays when both take the role from themselves at once (%i)', async () => {
    const pair = await two();
    const answers = await Promise.all(
      pair.map(({ client, person }) => change(client, person, as('candidate'))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await left()).toBe(1);
  });

  it.each([1, 2, 3])('one stays when each takes it from the other at once (%i)', async () => {
    const [one, other] = await two();
    const answers = await Promise.all([
      change(one.client, other.person, as('candidate')),
      change(other.client, one.person, as('candidate')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(await left()).toBe(1);
  });
});
