import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressesPage, ConfirmedAddressesView } from '@ennead/contracts';
import { AuditEvent, Entry, Interest, Person } from '@ennead/persistence';
import { enrol, openSession, partPath } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let registrar: Client;
let registrarId: string;
beforeAll(async () => {
  api = await startApi({ ENNEAD_MODE: 'production', REQUIRE_SECOND_FACTOR: 'no' });
  const logged = await logInAs(api, { roles: ['registrar'] });
  registrar = logged.client;
  registrarId = logged.person.id;
});
afterAll(() => api?.close());

const reason = 'Identity card, seen at the desk of the north hall.';
const unconfirmed = async (person: Person): Promise<Person> => {
  await api.db.manager.update(Person, { id: person.id }, { emailConfirmedAt: null });
  return person;
};
const confirm = (client: Client, { id, email }: Pick<Person, 'id' | 'email'>) =>
  client.post(`/api/addresses/${id}/confirm`, { email, proof: 'mailbox-shown', reason });
const codeOf = async (answer: ReturnType<Client['post']>) => {
  const { status, body } = await answer;
  return [status, body?.code];
};
const listed = async (client: Client, q: string): Promise<AddressesPage> =>
  (await client.get(`/api/addresses?q=${encodeURIComponent(q)}`).expect(200)).body as AddressesPage;

describe('a registrar who saw somebody’s papers', () => {
  it('confirms their address, and what was shut is open', async () => {
    const session = await openSession(api);
    const { id: institutionId } = await anInstitution(api.db);
    const { client, person } = await logInAs(api, { name: 'Tao Lin', institutionId });
    await unconfirmed(person);
    const entry = await enrol(api.db, person, session);
    const begin = () => client.post(partPath(entry, session, 'form'));
    expect(await codeOf(begin())).toEqual([403, 'ADDRESS_UNCONFIRMED']);
    expect((await listed(registrar, 'tao')).rows).toMatchObject([
      { id: person.id, name: 'Tao Lin', email: person.email, institution: { en: 'Example College' } },
    ]);
    await confirm(registrar, person).expect(204);
    expect((await codeOf(begin()))[1]).not.toBe('ADDRESS_UNCONFIRMED');
    expect((await listed(registrar, 'tao')).total).toBe(0);
    const lines = await api.db.manager.findBy(AuditEvent, {
      subjectId: person.id,
      action: 'address.vouched',
    });
    expect(lines).toMatchObject([{ actorId: registrarId, detail: { proof: 'mailbox-shown', reason } }]);
    expect(await codeOf(confirm(registrar, person))).toEqual([409, 'ADDRESS_CONFIRMED']);
  });

  it('does not where the address is another by now, or there is no reason', async () => {
    const person = await unconfirmed(await aPerson(api.db));
    expect(await codeOf(confirm(registrar, { ...person, email: 'other@example.org' }))).toEqual([
      409,
      'ADDRESS_OTHER',
    ]);
    await registrar
      .post(`/api/addresses/${person.id}/confirm`, {
        email: person.email,
        proof: 'signed-form',
        reason: 'yes',
      })
      .expect(400);
    await registrar
      .post(`/api/addresses/${person.id}/confirm`, { email: person.email, proof: 'told me', reason })
      .expect(400);
    expect((await api.db.manager.findOneByOrFail(Person, { id: person.id })).emailConfirmedAt).toBeNull();
  });

  it('does not for themselves, for a colleague, for whoever is proposed as one, nor for nobody', async () => {
    const self = await unconfirmed(await api.db.manager.findOneByOrFail(Person, { id: registrarId }));
    const colleague = await unconfirmed(await aPerson(api.db, { roles: ['candidate', 'assessor'] }));
    const proposed = await unconfirmed(await aPerson(api.db));
    await api.db.query(
      `INSERT INTO appointment_proposal (person_id, role, asked_by, state) VALUES ($1, 'certifier', $2, 'open')`,
      [proposed.id, colleague.id],
    );
    for (const person of [self, colleague, proposed])
      expect(await codeOf(confirm(registrar, person))).toEqual([403, 'ADDRESS_NOT_CANDIDATES']);
    const nobody = { id: '6e6f7468-696e-4720-8865-726500000000', email: 'nobody@example.org' };
    expect(await codeOf(confirm(registrar, nobody))).toEqual([404, 'NOT_FOUND']);
    const disabled = await unconfirmed(await aPerson(api.db));
    await api.db.query('UPDATE person SET disabled_at = clock() WHERE id = $1', [disabled.id]);
    expect(await codeOf(confirm(registrar, disabled))).toEqual([404, 'NOT_FOUND']);
  });

  it('confirms those of a whole class, found by its session or institution, each by the same rule', async () => {
    const session = await openSession(api);
    const house = await anInstitution(api.db);
    const [one, two] = [
      await unconfirmed(await aPerson(api.db, { name: 'Class One', institutionId: house.id })),
      await unconfirmed(await aPerson(api.db, { name: 'Class Two' })),
    ];
    await enrol(api.db, one, session);
    const entry = await enrol(api.db, two, session);
    const idsBy = async (query: string) => {
      const page = (await registrar.get(`/api/addresses?${query}`).expect(200)).body as AddressesPage;
      return page.rows.map(({ id }) => id).sort();
    };
    expect(await idsBy(`session=${session.id}`)).toEqual([one.id, two.id].sort());
    expect(await idsBy(`institution=${house.id}`)).toEqual([one.id]);
    expect((await listed(registrar, 'class two')).institutions).toContainEqual({
      id: house.id,
      name: house.name,
    });
    await api.db.manager.update(Entry, { id: entry.id }, { state: 'withdrawn' });
    expect(await idsBy(`session=${session.id}`)).toEqual([one.id]);
    await registrar.get('/api/addresses?session=mine').expect(400);

    const colleague = await unconfirmed(await aPerson(api.db, { roles: ['candidate', 'assessor'] }));
    const people = [one, two, colleague].map(({ id, email }) => ({ id, email }));
    const confirmMany = (body: object) => registrar.post('/api/addresses/confirm', body);
    const proof = 'institution-list';
    await confirmMany({ people, proof }).expect(400);
    await confirmMany({ people: [people[0], people[0]], proof, reason }).expect(400);
    const changed = [people[0], { ...people[1], email: 'other@example.org' }, people[2]];
    const done = (await confirmMany({ people: changed, proof, reason }).expect(200))
      .body as ConfirmedAddressesView;
    expect(done).toEqual({
      done: 1,
      refused: [
        { personId: two.id, code: 'ADDRESS_OTHER' },
        { personId: colleague.id, code: 'ADDRESS_NOT_CANDIDATES' },
      ],
    });
    expect(
      await api.db.manager.findBy(AuditEvent, { action: 'address.vouched', subjectId: one.id }),
    ).toMatchObject([{ actorId: registrarId, detail: { proof, reason } }]);
    expect((await api.db.manager.findOneByOrFail(Person, { id: two.id })).emailConfirmedAt).toBeNull();
    expect((await listed(registrar, 'class one')).institutions).not.toContainEqual(
      expect.objectContaining({ id: house.id }),
    );
  });

  it('does not, and is not shown, where something ties them to the candidate of a case', async () => {
    const session = await openSession(api);
    const { client, person: tied } = await logInAs(api, { roles: ['registrar'] });
    const relative = await unconfirmed(await aPerson(api.db, { name: 'Qiu Relative' }));
    await enrol(api.db, relative, session);
    const tie = { personId: tied.id, tie: 'relative' as const, candidateId: relative.id, note: '' };
    await api.db.manager.insert(Interest, tie);
    expect(await codeOf(confirm(client, relative))).toEqual([403, 'DECISION_CONFLICT']);
    expect((await listed(client, 'qiu relative')).total).toBe(0);
    expect((await listed(registrar, 'qiu relative')).total).toBe(1);
    const { client: silent } = await logInAs(api, { roles: ['registrar'], declared: false });
    expect((await codeOf(confirm(silent, relative)))[1]).toBe('DECLARATION_DUE');
  });
});
