import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CreatedPerson, MessageKind, PersonRecord, PersonRole, RosterPreview } from '@ennead/contracts';
import { Agreement, Invitation, Message, Person, SecondFactor, type Institution } from '@ennead/persistence';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { openSession } from './attempts-harness.ts';
import { Client, visitor } from './harness/client.ts';
import { anInstitution, aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let first: { client: Client; person: Person };
let second: { client: Client; person: Person };
let house: Institution;
let manager: Client;
beforeAll(async () => {
  api = await startApi();
  first = await logInAs(api, { roles: ['administrator'] });
  second = await logInAs(api, { roles: ['administrator'] });
  house = await anInstitution(api.db);
  manager = (await logInAs(api, { roles: ['manager'], institutionId: house.id })).client;
});
afterAll(() => api?.close());

const NEW = 'another long one altogether';
const reason = 'She called, and named the three last sessions.';

let count = 0;
const anAddress = () => `taken-over-${(count += 1)}@example.org`;
const tokenOf = (url: string): string => new URL(url).pathname.split('/').at(-1)!;
const lettersTo = (address: string, kind?: MessageKind) =>
  api.db.manager.find(Message, {
    where: { address, ...(kind && { kind }) },
    order: { queuedAt: 'ASC', id: 'ASC' },
  });
const mailedTo = async (address: string, kind: MessageKind): Promise<string> =>
  tokenOf((await lettersTo(address, kind)).at(-1)!.link!);
const whoIs = async (client: Client) => (await client.get('/api/auth/me').expect(200)).body.person;
const ask = async (email: string) =>
  (await visitor(api.url)).post('/api/auth/forgotten-password', { email }).expect(204);
const reset = async (token: string, password = NEW) =>
  (await visitor(api.url)).post('/api/auth/reset-password', { token, password });
const accept = async (token: string, password = PASSWORD) => {
  const client = await visitor(api.url);
  const { status } = await client.post('/api/auth/accept-invitation', { token, password });
  await client.refreshToken();
  return { client, status };
};
const issue = ({ id }: Pick<Person, 'id'>, by = first.client) =>
  by.post(`/api/people/${id}/link`, { reason });
const give = async ({ id }: Pick<Person, 'id'>, roles: PersonRole[]): Promise<PersonRecord> =>
  (await first.client.patch(`/api/people/${id}`, { roles, institutionId: null, disabled: false }).expect(200))
    .body;
const create = async (roles: PersonRole[], email = anAddress()): Promise<CreatedPerson> =>
  (
    await first.client
      .post('/api/people', { email, name: 'Colleague', locale: 'en', roles, institutionId: null })
      .expect(201)
  ).body;
const agree = ({ proposedRoles }: PersonRecord, by = second.client) =>
  by.post(`/api/appointments/${proposedRoles[0]!.id}/agree`, { reason });
const aCohortOf = async () => {
  const { id: examSessionId } = await openSession(api);
  const { body } = await manager.post('/api/cohorts', { name: anAddress(), examSessionId }).expect(201);
  return (body as { id: string }).id;
};
const csvOf = (...emails: string[]) => `email,name\n${emails.map((email) => `${email},Lin`).join('\n')}`;
const roster = (cohortId: string, ...emails: string[]) =>
  manager.post(`/api/cohorts/${cohortId}/roster`, { csv: csvOf(...emails) });
const entryOf = async (cohortId: string, email: string): Promise<string> => {
  const [row]: { id: string }[] = await api.db.query(
    `SELECT entry.id FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN person ON person.id = enrolment.candidate_id WHERE entry.cohort_id = $1 AND person.email = $2`,
    [cohortId, email],
  );
  return row!.id;
};

describe('one administrator is no second person', () => {
  it.each<[string, PersonRole[]]>([
    ['an assessor', ['assessor']],
    ['a certifier', ['certifier']],
    ['another administrator', ['administrator']],
    ['a candidate who is a trainer, too', ['candidate', 'trainer']],
  ])('has no link of %s in hand: it goes to their mailbox, and to no inbox page', async (_who, roles) => {
    const person = await aPerson(api.db, { roles });
    const { body } = await issue(person).expect(200);
    expect(body).toMatchObject({ kind: 'reset-password', email: person.email, url: null });
    await api.work.post();
    const [letter] = await lettersTo(person.email, 'password-reset');
    const view = await first.client.get(`/api/messages/${letter!.id}`).expect(200);
    expect(JSON.stringify(view.body)).not.toContain(tokenOf(letter!.link!));
    await first.client.post(`/api/messages/${letter!.id}/link`).expect(403);
    expect((await reset(tokenOf(letter!.link!))).status).toBe(204);
  });

  it('has none of whoever was on the staff, either: taking the role away first is no way round', async () => {
    const person = await aPerson(api.db, { roles: ['candidate', 'assessor'] });
    await give(person, ['candidate']);
    expect((await issue(person).expect(200)).body.url).toBeNull();
  });

  it('takes no role up that is given to an account which they hold', async () => {
    const candidate = await aPerson(api.db);
    const { body } = await issue(candidate).expect(200);
    expect((await reset(tokenOf(body.url as string))).status).toBe(204);
    await give(candidate, ['candidate', 'assessor']);
    const held = new Client(api.url);
    await held.logIn(candidate.email, NEW);
    expect(await whoIs(held)).toMatchObject({ roles: ['candidate'], passwordDue: true });
    await held.get('/api/reviews').expect(403);
    // Whose mailbox it is sets a password of their own, and has it.
    expect((await reset(await mailedTo(candidate.email, 'role-given'), PASSWORD)).status).toBe(204);
    expect(await whoIs(held)).toBeNull();
    const own = new Client(api.url);
    await own.logIn(candidate.email, PASSWORD);
    expect(await whoIs(own)).toMatchObject({ roles: ['candidate', 'assessor'], passwordDue: false });
  });

  it('invites the staff by mail, and sees no link; a candidate’s is in hand as ever', async () => {
    const { person, invitation } = await create(['assessor']);
    expect(invitation.url).toBeNull();
    expect((await issue(person).expect(200)).body).toMatchObject({ kind: 'invitation', url: null });
    const { client, status } = await accept(await mailedTo(person.email, 'account-invitation'));
    expect(status).toBe(204);
    expect(await whoIs(client)).toMatchObject({
      roles: ['assessor'],
      emailConfirmed: true,
      passwordDue: false,
    });
    const candidate = await create(['candidate']);
    expect((await accept(tokenOf(candidate.invitation.url!))).status).toBe(204);
  });
});

describe('a role that takes two administrators', () => {
  it('is not taken up by what was made before they agreed: neither invitation, log-in nor link', async () => {
    const { person, invitation } = await create(['certifier']);
    expect(invitation.url).toBeNull();
    // However they came by it.
    const { client: early } = await accept(await mailedTo(person.email, 'account-invitation'));
    await ask(person.email);
    const between = await mailedTo(person.email, 'password-reset');
    await agree(person).expect(204);
    expect(await whoIs(early)).toBeNull();
    expect((await reset(between)).status).toBe(410);
    const again = new Client(api.url);
    await again.logIn(person.email, PASSWORD);
    expect(await whoIs(again)).toMatchObject({ roles: [], passwordDue: true });
    await again.get('/api/decisions/queue').expect(403);
    expect((await reset(await mailedTo(person.email, 'role-given'))).status).toBe(204);
    const own = new Client(api.url);
    await own.logIn(person.email, NEW);
    expect(await whoIs(own)).toMatchObject({
      roles: ['certifier'],
      emailConfirmed: true,
      passwordDue: false,
    });
  });

  it('is not taken up by moving the mailbox, nor its person kept out by a second factor of whoever had the account', async () => {
    const { person, invitation } = await create(['candidate']);
    const { client: holder } = await accept(tokenOf(invitation.url!));
    // Begun before anything was proposed.
    const elsewhere = anAddress();
    const change = (client: Client) =>
      client.put('/api/auth/address', { email: elsewhere, password: PASSWORD });
    await change(holder).expect(204);
    const moving = await mailedTo(elsewhere, 'confirm-address');
    await api.db.manager.insert(SecondFactor, {
      personId: person.id,
      sealedSecret: 'of the wrong person',
      confirmedAt: new Date(),
    });
    const proposed = await give(person, ['candidate', 'certifier']);
    expect((await change(holder).expect(403)).body.code).toBe('PASSWORD_DUE');
    await agree(proposed).expect(204);
    const again = new Client(api.url);
    await again.logIn(person.email, PASSWORD);
    expect((await change(again).expect(403)).body.code).toBe('PASSWORD_DUE');
    await again.post('/api/auth/address/confirm', { token: moving }).expect(410);
    expect((await reset(await mailedTo(person.email, 'role-given'))).status).toBe(204);
    const own = new Client(api.url);
    await own.logIn(person.email, NEW);
    expect(await whoIs(own)).toMatchObject({ roles: ['candidate', 'certifier'] });
    await own.put('/api/auth/address', { email: elsewhere, password: NEW }).expect(204);
  });

  it('is taken up by a new invitation where nobody has taken the account yet; the former ends', async () => {
    const { person } = await create(['certifier']);
    const former = await mailedTo(person.email, 'account-invitation');
    await agree(person).expect(204);
    expect((await accept(former)).status).toBe(410);
    const { client, status } = await accept(await mailedTo(person.email, 'account-invitation'));
    expect(status).toBe(204);
    expect(await whoIs(client)).toMatchObject({ roles: ['certifier'], passwordDue: false });
  });

  it('ends the invitation that was in hand when it was proposed', async () => {
    const { person, invitation } = await create(['candidate']);
    await give(person, ['candidate', 'certifier']);
    expect((await accept(tokenOf(invitation.url!))).status).toBe(410);
  });
});

describe('a manager', () => {
  it('has no link to an account whose address its person confirmed', async () => {
    const cohort = await aCohortOf();
    const email = anAddress();
    await roster(cohort, email).expect(200);
    const entryId = await entryOf(cohort, email);
    const link = () => manager.post(`/api/cohorts/${cohort}/reset-links`, { entryId });
    await ask(email);
    expect((await reset(await mailedTo(email, 'password-reset'))).status).toBe(204);
    expect((await link().expect(403)).body.code).toBe('INVITATION_NOT_YOURS');
  });

  it('has one to an account that went through their hands anyway', async () => {
    const cohort = await aCohortOf();
    const email = anAddress();
    const { body } = await roster(cohort, email).expect(200);
    expect((await accept(tokenOf(body.invitations[0].url))).status).toBe(204);
    const entryId = await entryOf(cohort, email);
    await manager.post(`/api/cohorts/${cohort}/reset-links`, { entryId }).expect(200);
  });

  it.each(['of no institution', 'of theirs'])(
    'gets no link of a candidate %s whom an administrator invited, whose own goes on working',
    async (whose) => {
      const { person, invitation } = await create(['candidate']);
      if (whose === 'of theirs')
        await api.db.manager.update(Person, { id: person.id }, { institutionId: house.id });
      const cohort = await aCohortOf();
      const csv = `email,name\n${person.email},${person.name}`;
      const taken = await manager.post(`/api/cohorts/${cohort}/roster`, { csv }).expect(200);
      expect(taken.body.invitations).toEqual([]);
      const handed = { personId: person.id, state: 'pending' as const, mailed: false };
      expect(await api.db.manager.countBy(Invitation, handed)).toBe(1);
      expect((await accept(tokenOf(invitation.url!))).status).toBe(204);
    },
  );

  it('writes to nobody whose account is closed or disabled or who left the address, and learns no more than of a stranger', async () => {
    const closed = await logInAs(api);
    await closed.client.post('/api/auth/close', { password: PASSWORD }).expect(204);
    const disabled = await aPerson(api.db, { institutionId: house.id });
    await api.db.manager.update(Person, { id: disabled.id }, { disabledAt: new Date() });
    const moved = await aPerson(api.db);
    const left = moved.email;
    await api.db.manager.update(Person, { id: moved.id }, { email: anAddress() });
    const elsewhere = await aPerson(api.db, { institutionId: (await anInstitution(api.db)).id });
    const cohort = await aCohortOf();
    const emails = [closed.person, disabled, moved, elsewhere].map(({ email }) => email);
    const { body } = await manager
      .post(`/api/cohorts/${cohort}/roster/preview`, { csv: csvOf(...emails) })
      .expect(200);
    const stranger = ['new-person', [], null, null];
    expect(
      (body as RosterPreview).rows.map(({ outcome, faults, next, earliestAt }) => [
        outcome,
        faults,
        next,
        earliestAt,
      ]),
    ).toEqual([stranger, ['fault', ['NOT_A_CANDIDATE'], null, null], stranger, stranger]);
    await roster(cohort, disabled.email).expect(422);
    const answerOf = async (email: string) => {
      const { importId: _, ...answer } = (await roster(cohort, email).expect(200)).body;
      return answer;
    };
    const told = await answerOf(anAddress());
    expect(told).toMatchObject({ invited: 1, leftOut: [] });
    for (const { email } of [closed.person, { email: left }])
      expect(await answerOf(email)).toEqual({ ...told, invitations: [] });
    expect(await lettersTo(left)).toEqual([]);
    expect(await queuedMessages(api.db, { personId: moved.id })).toEqual([]);
    expect(await queuedMessages(api.db, { personId: closed.person.id, kind: 'seat-offered' })).toEqual([]);
    expect(await queuedMessages(api.db, { personId: closed.person.id, kind: 'invitation' })).toEqual([]);
  });
});

describe('an address', () => {
  it('that somebody left is nobody else’s, so nobody leaves tries and ties behind by it', async () => {
    const { client, person } = await logInAs(api);
    const thrownAway = anAddress();
    await client.put('/api/auth/address', { email: thrownAway, password: PASSWORD }).expect(204);
    await client
      .post('/api/auth/address/confirm', { token: await mailedTo(thrownAway, 'confirm-address') })
      .expect(204);
    const register = async () =>
      (await visitor(api.url))
        .post('/api/auth/register', { email: person.email, name: 'Lin', locale: 'en' })
        .expect(204);
    await register();
    expect(await lettersTo(person.email, 'confirm-address')).toEqual([]);
    expect((await lettersTo(person.email)).at(-1)).toMatchObject({ kind: 'former-address', link: null });
    const other = await logInAs(api);
    await other.client.put('/api/auth/address', { email: person.email, password: PASSWORD }).expect(204);
    expect(await lettersTo(person.email, 'confirm-address')).toEqual([]);
    await first.client
      .post('/api/people', {
        email: person.email,
        name: 'A',
        locale: 'en',
        roles: ['candidate'],
        institutionId: null,
      })
      .expect(409);
    // Its person comes back to it.
    await client.put('/api/auth/address', { email: person.email, password: PASSWORD }).expect(204);
    await client
      .post('/api/auth/address/confirm', { token: await mailedTo(person.email, 'confirm-address') })
      .expect(204);
    await client.put('/api/auth/address', { email: thrownAway, password: PASSWORD }).expect(204);
    await client
      .post('/api/auth/address/confirm', { token: await mailedTo(thrownAway, 'confirm-address') })
      .expect(204);
    await client.post('/api/auth/close', { password: PASSWORD }).expect(204);
    const before = (await lettersTo(person.email)).length;
    await register();
    expect(await lettersTo(person.email)).toHaveLength(before);
  });

  it('that nobody confirmed is greeted with no word of a stranger’s', async () => {
    const email = anAddress();
    const advertisement = 'WIN 1000 now at casino.example';
    const client = await visitor(api.url);
    await client.post('/api/auth/register', { email, name: advertisement, locale: 'en' }).expect(204);
    const { client: own } = await logInAs(api, { name: advertisement });
    const next = anAddress();
    await own.put('/api/auth/address', { email: next, password: PASSWORD }).expect(204);
    await api.work.post();
    for (const address of [email, next]) {
      const [letter] = await lettersTo(address);
      const { body } = await first.client.get(`/api/messages/${letter!.id}`).expect(200);
      expect(body.letter.text).toContain('Dear user,');
      expect(JSON.stringify([letter, body])).not.toContain('casino');
    }
  });

  it('has the latest of its registrations work', async () => {
    const email = anAddress();
    const register = async () =>
      (await visitor(api.url)).post('/api/auth/register', { email, name: 'Lin', locale: 'en' }).expect(204);
    await register();
    const former = await mailedTo(email, 'confirm-address');
    await Promise.all([register(), register()]);
    const finish = async (token: string) =>
      (await visitor(api.url)).post('/api/auth/register/finish', { token, password: NEW });
    expect((await finish(former)).body.code).toBe('LINK_INVALID');
    const latest = (await lettersTo(email, 'confirm-address')).slice(1).map(({ link }) => tokenOf(link!));
    const answers: number[] = [];
    for (const token of latest) answers.push((await finish(token)).status);
    expect(answers.sort()).toEqual([204, 410]);
  });
});

describe('whoever sets a password by a link has the account from then on', () => {
  it('and no link that was sent or handed over before opens it any more, by whichever kind it was taken', async () => {
    const { person, invitation } = await create(['candidate']);
    await ask(person.email);
    const earlier = await mailedTo(person.email, 'password-reset');
    expect((await accept(tokenOf(invitation.url!))).status).toBe(204);
    expect((await reset(earlier)).status).toBe(410);
    expect(await lettersTo(person.email, 'password-changed')).toHaveLength(1);

    const other = await create(['candidate']);
    await ask(other.person.email);
    expect((await reset(await mailedTo(other.person.email, 'password-reset'))).status).toBe(204);
    expect((await accept(tokenOf(other.invitation.url!))).status).toBe(410);
  });

  it('and accepts what an account asks for, also where the first password comes by another link', async () => {
    const { person } = await create(['candidate']);
    await ask(person.email);
    expect((await reset(await mailedTo(person.email, 'password-reset'))).status).toBe(204);
    const accepted = await api.db.manager.findBy(Agreement, { personId: person.id });
    expect(accepted.map(({ document }) => document).sort()).toEqual(['privacy', 'terms']);
  });

  it('but not an account that was disabled meanwhile', async () => {
    const { person, invitation } = await create(['candidate']);
    await api.db.manager.update(Person, { id: person.id }, { disabledAt: new Date() });
    expect((await accept(tokenOf(invitation.url!))).status).toBe(410);
    const { passwordHash } = await api.db.manager.findOneByOrFail(Person, { id: person.id });
    expect(passwordHash).toBeNull();
  });

  it('and does not move the mailbox of somebody who showed that it is theirs', async () => {
    const person = await aPerson(api.db);
    const { body } = await issue(person).expect(200);
    expect((await reset(tokenOf(body.url as string))).status).toBe(204);
    const held = new Client(api.url);
    await held.logIn(person.email, NEW);
    const moved = await held.put('/api/auth/address', { email: anAddress(), password: NEW }).expect(403);
    expect(moved.body.code).toBe('PASSWORD_DUE');
  });

  it('and keeps nobody from an address that was never shown to be theirs', async () => {
    const { person, invitation } = await create(['candidate']);
    const { client } = await accept(tokenOf(invitation.url!));
    const next = anAddress();
    await client.put('/api/auth/address', { email: next, password: PASSWORD }).expect(204);
    const token = await mailedTo(next, 'confirm-address');
    await client.post('/api/auth/address/confirm', { token }).expect(204);
    const left: unknown[] = await api.db.query('SELECT FROM person_address WHERE email = $1', [person.email]);
    const { email } = await api.db.manager.findOneByOrFail(Person, { id: person.id });
    expect([email, left.length]).toEqual([next, 0]);
  });

  it('also where somebody else has set a second factor up', async () => {
    const { person, invitation } = await create(['candidate']);
    expect((await accept(tokenOf(invitation.url!))).status).toBe(204);
    await api.db.manager.insert(SecondFactor, {
      personId: person.id,
      sealedSecret: 'of somebody else',
      confirmedAt: new Date(),
    });
    await ask(person.email);
    expect((await reset(await mailedTo(person.email, 'password-reset'))).status).toBe(204);
    expect(await api.db.manager.existsBy(SecondFactor, { personId: person.id })).toBe(false);
  });
});
