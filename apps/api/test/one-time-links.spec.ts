import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageKind, PartKind } from '@ennead/contracts';
import { AuditEvent, Message, OneTimeLink, Person, recordAudit } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { hashToken } from '../src/modules/identity/make-invitation.ts';
import { aWindow, enrol, openSession, partPath } from './attempts-harness.ts';
import { Client, visitor } from './harness/client.ts';
import { aPerson, anInstitution, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
});
afterAll(() => api?.close());

let ahead = 0;
const passHours = (hours: number) => shiftClock(api.db, `${(ahead += hours)} hours`);

let people = 0;
const anAddress = (): string => `links-${(people += 1)}@example.org`;

/** Letters to an address, the latest last. */
const lettersTo = (address: string, kind?: MessageKind): Promise<Message[]> =>
  api.db.manager.find(Message, {
    where: { address, ...(kind && { kind }) },
    order: { queuedAt: 'ASC', id: 'ASC' },
  });

const tokenOf = (url: string): string => new URL(url).pathname.split('/').at(-1)!;

/** What the link in the one letter of a kind holds. */
const tokenTo = async (address: string, kind: MessageKind): Promise<string> => {
  const letters = await lettersTo(address, kind);
  return tokenOf(letters.at(-1)!.link!);
};

const whoIs = async (client: Client) => (await client.get('/api/auth/me').expect(200)).body.person;
const NEW = 'another long one altogether';

const register = async (email: string, name = '林悦') => {
  const client = await visitor(api.url);
  return client.post('/api/auth/register', { email, name, locale: 'zh-CN' });
};
const finish = async (token: string, password = PASSWORD) => {
  const client = await visitor(api.url);
  const answer = await client.post('/api/auth/register/finish', { token, password });
  return { client, answer };
};

describe('registering', () => {
  it('makes a candidate once the link is opened that came to the address, logs in, and records it', async () => {
    const email = anAddress();
    expect((await register(`  ${email.toUpperCase()}`)).status).toBe(204);
    expect(await api.db.manager.existsBy(Person, { email })).toBe(false);
    const token = await tokenTo(email, 'confirm-address');
    const open = await visitor(api.url);
    // A program that looks at mail opens links, too, and uses nothing up.
    for (let times = 0; times < 3; times += 1)
      expect((await open.get(`/api/auth/links/${token}`).expect(200)).body).toEqual({
        purpose: 'register',
        name: '林悦',
        email,
      });
    const { client, answer } = await finish(token);
    expect(answer.status).toBe(204);
    expect(await whoIs(client)).toMatchObject({
      email,
      name: '林悦',
      roles: ['candidate'],
      emailConfirmed: true,
    });
    expect(JSON.stringify(await whoIs(client))).not.toContain('argon2');
    const person = await api.db.manager.findOneByOrFail(Person, { email });
    expect(person.passwordHash).toMatch(/^\$argon2id\$/);
    const recorded = await api.db.manager.findBy(AuditEvent, { actorId: person.id });
    expect(recorded.map(({ action }) => action).sort()).toEqual([
      'agreement.accepted',
      'agreement.accepted',
      'one-time-link.used',
      'person.registered',
    ]);
    expect((await finish(token)).answer.body.code).toBe('LINK_INVALID');
  });

  it('says nothing of whether an address is taken, and takes as long; its holder is told', async () => {
    const taken = await aPerson(api.db);
    const times: number[] = [];
    const answers = [];
    for (const email of [taken.email, anAddress()]) {
      const began = performance.now();
      const { status, body, headers } = await register(email);
      times.push(performance.now() - began);
      answers.push({ status, body, cookies: headers['set-cookie'] });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(Math.min(...times)).toBeGreaterThan(280);
    expect((await lettersTo(taken.email)).map(({ kind, link }) => [kind, link])).toEqual([
      ['already-registered', null],
    ]);
  });

  it('is done by whoever opens the link, not by who filled in the form: two for one address make one account', async () => {
    const email = anAddress();
    await register(email, 'A Stranger');
    const first = await tokenTo(email, 'confirm-address');
    await register(email, '林悦');
    const second = await tokenTo(email, 'confirm-address');
    expect(first).not.toBe(second);
    const answers = await Promise.all([finish(second), finish(first), finish(second)]);
    expect(answers.map(({ answer }) => answer.status).filter((status) => status === 204)).toHaveLength(1);
    expect(await api.db.manager.countBy(Person, { email })).toBe(1);
  });

  it.each([
    ['ten blanks', ' '.repeat(10), 422, 'PASSWORD_PATTERN'],
    ['what everybody has', '1234567890', 422, 'PASSWORD_COMMON'],
    ['their own name', 'linyuelinyue', 422, 'PASSWORD_PERSONAL'],
    ['a short one', 'short', 400, 'INPUT_INVALID'],
  ])('takes no password of %s, and leaves the link as it is', async (_, password, status, code) => {
    const email = anAddress();
    await register(email, 'Lin Yue');
    const token = await tokenTo(email, 'confirm-address');
    const { answer } = await finish(token, password);
    expect([answer.status, answer.body.code, answer.body.errors[0].path]).toEqual([status, code, 'password']);
    expect((await finish(token)).answer.status).toBe(204);
  });

  it.each([
    ['no address', { email: 'nobody' }, 'email'],
    ['a name of nothing', { name: '\u200b' }, 'name'],
    ['roles of one’s own choice', { roles: ['administrator'] }, ''],
    ['a password beforehand', { password: PASSWORD }, ''],
  ])('refuses %s and names it', async (_, wrong, path) => {
    const client = await visitor(api.url);
    const input = { email: anAddress(), name: '林悦', locale: 'zh-CN', ...wrong };
    const answer = await client.post('/api/auth/register', input).expect(400);
    expect(answer.body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ path }] });
  });
});

const ask = async (email: string) => (await visitor(api.url)).post('/api/auth/forgotten-password', { email });
const reset = async (token: string, password = NEW) =>
  (await visitor(api.url)).post('/api/auth/reset-password', { token, password });

it('opens an account in the language in which it is opened, and a new password leaves it', async () => {
  const email = anAddress();
  await register(email);
  const client = await visitor(api.url);
  const token = await tokenTo(email, 'confirm-address');
  await client.post('/api/auth/register/finish', { token, password: PASSWORD, locale: 'en' }).expect(204);
  const localeOf = async () => (await api.db.manager.findOneByOrFail(Person, { email })).locale;
  expect(await localeOf()).toBe('en');
  await ask(email);
  const again = await tokenTo(email, 'password-reset');
  await (
    await visitor(api.url)
  )
    .post('/api/auth/reset-password', { token: again, password: NEW, locale: 'zh-CN' })
    .expect(204);
  expect(await localeOf()).toBe('en');
});

describe('a forgotten password', () => {
  it('is replaced by a link, once; every log-in ends, and its person is told', async () => {
    const { client, person } = await logInAs(api);
    expect((await ask(person.email)).status).toBe(204);
    const token = await tokenTo(person.email, 'password-reset');
    expect((await client.get(`/api/auth/links/${token}`).expect(200)).body).toMatchObject({
      purpose: 'reset-password',
      email: person.email,
    });
    expect(await whoIs(client)).not.toBeNull();
    const answers = await Promise.all([reset(token), reset(token), reset(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410]);
    expect(await whoIs(client)).toBeNull();
    await new Client(api.url).logIn(person.email, NEW);
    expect((await lettersTo(person.email)).map(({ kind }) => kind)).toEqual([
      'password-reset',
      'password-changed',
    ]);
    expect(await api.db.manager.countBy(AuditEvent, { subjectId: person.id, action: 'password.reset' })).toBe(
      1,
    );
  });

  it('answers alike for an address that nobody has, and sends nothing', async () => {
    const { email } = await aPerson(api.db);
    const times: number[] = [];
    for (const one of [email, 'nobody-at-all@example.org']) {
      const began = performance.now();
      const answer = await ask(one);
      times.push(performance.now() - began);
      expect([answer.status, answer.body]).toEqual([204, {}]);
    }
    expect(Math.min(...times)).toBeGreaterThan(280);
    expect(await lettersTo('nobody-at-all@example.org')).toEqual([]);
  });

  it('keeps no link that could be used, but in the letter', async () => {
    const { email } = await aPerson(api.db);
    await ask(email);
    const token = await tokenTo(email, 'password-reset');
    const kept = JSON.stringify([
      await api.db.manager.find(OneTimeLink),
      await api.db.manager.find(AuditEvent),
    ]);
    expect(kept).toContain(hashToken(token));
    expect(kept).not.toContain(token);
  });

  it('has the latest link work, for an hour', async () => {
    const { email } = await aPerson(api.db);
    await ask(email);
    const first = await tokenTo(email, 'password-reset');
    await ask(email);
    const second = await tokenTo(email, 'password-reset');
    expect((await reset(first)).body.code).toBe('LINK_INVALID');
    await passHours(1);
    expect((await reset(second)).body.code).toBe('LINK_INVALID');
    await ask(email);
    expect((await reset(await tokenTo(email, 'password-reset'))).status).toBe(204);
  });

  it.each([
    ['cut', (token: string) => token.slice(0, -3)],
    ['with something behind it', (token: string) => `${token}.`],
    ['made up', () => 'nobody-ever-gave-out-this-one'],
  ])('takes no link that is %s, and says what to do', async (_, spoil) => {
    const { email } = await aPerson(api.db);
    await ask(email);
    const token = await tokenTo(email, 'password-reset');
    const answer = await reset(spoil(token));
    expect([answer.status, answer.body.code]).toEqual([410, 'LINK_INVALID']);
    expect(answer.body.text['zh-CN']).toContain('重新申请');
    expect((await reset(token)).status).toBe(204);
  });

  it('takes no link of another purpose', async () => {
    const email = anAddress();
    await register(email);
    const forRegistering = await tokenTo(email, 'confirm-address');
    expect((await reset(forRegistering)).status).toBe(410);
    const person = await aPerson(api.db);
    await ask(person.email);
    const forPassword = await tokenTo(person.email, 'password-reset');
    expect((await finish(forPassword)).answer.status).toBe(410);
    const { client } = await logInAs(api);
    await client.post('/api/auth/address/confirm', { token: forPassword }).expect(410);
    expect((await reset(forPassword)).status).toBe(204);
  });

  it('is no way in for somebody disabled', async () => {
    const person = await aPerson(api.db);
    await ask(person.email);
    const token = await tokenTo(person.email, 'password-reset');
    await api.db.manager.update(Person, { id: person.id }, { disabledAt: new Date() });
    expect((await reset(token)).status).toBe(410);
    await ask(person.email);
    expect(await lettersTo(person.email)).toHaveLength(1);
  });

  it('lets its person in however strangers have guessed', async () => {
    const slow = await startApi({ RATE_LIMIT_FACTOR: '1' });
    try {
      const person = await aPerson(slow.db);
      const stranger = await visitor(slow.url);
      const guess = { email: person.email, password: 'not the password' };
      for (let times = 0; times < 5; times += 1) await stranger.post('/api/auth/log-in', guess).expect(401);
      await stranger.post('/api/auth/log-in', guess).expect(429);
      const own = await visitor(slow.url);
      await own.post('/api/auth/forgotten-password', { email: person.email }).expect(204);
      const [letter] = await slow.db.manager.findBy(Message, { address: person.email });
      await own
        .post('/api/auth/reset-password', { token: tokenOf(letter!.link!), password: NEW })
        .expect(204);
      await own.post('/api/auth/log-in', { email: person.email, password: NEW }).expect(204);
    } finally {
      await slow.close();
    }
  });

  it('buries nobody in letters', async () => {
    const slow = await startApi({ RATE_LIMIT_FACTOR: '1' });
    try {
      const { email } = await aPerson(slow.db);
      const client = await visitor(slow.url);
      const statuses: number[] = [];
      for (let times = 0; times < 6; times += 1)
        statuses.push((await client.post('/api/auth/forgotten-password', { email })).status);
      expect(statuses.slice(0, 4)).toEqual([204, 204, 204, 429]);
      expect(await slow.db.manager.countBy(Message, { address: email })).toBeLessThan(5);
    } finally {
      await slow.close();
    }
  });
});

describe('links end', () => {
  const openLinkOf = async (person: Person): Promise<string> => {
    await ask(person.email);
    return tokenTo(person.email, 'password-reset');
  };

  it('with a new password', async () => {
    const { client, person } = await logInAs(api);
    const token = await openLinkOf(person);
    await client.put('/api/auth/password', { current: PASSWORD, next: NEW }).expect(204);
    expect((await reset(token)).status).toBe(410);
    expect((await lettersTo(person.email)).at(-1)!.kind).toBe('password-changed');
  });

  it('with a change of role or of institution, and with the account disabled', async () => {
    const { client: administrator } = await logInAs(api, { roles: ['administrator'] });
    const place = await anInstitution(api.db);
    const stays = { roles: ['candidate'], institutionId: null, disabled: false };
    for (const change of [
      { roles: ['candidate', 'assessor'] },
      { institutionId: place.id },
      { disabled: true },
    ]) {
      const person = await aPerson(api.db);
      const token = await openLinkOf(person);
      await administrator.patch(`/api/people/${person.id}`, stays).expect(200);
      await administrator.get(`/api/auth/links/${token}`).expect(200);
      await administrator.patch(`/api/people/${person.id}`, { ...stays, ...change }).expect(200);
      expect((await reset(token)).status).toBe(410);
    }
  });
});

describe('a link that an administrator hands over', () => {
  const reason = 'She called, and named the three last sessions.';
  const issue = (client: Client, { id }: Pick<Person, 'id'>, body: object = { reason }) =>
    client.post(`/api/people/${id}/link`, body);

  it('sets a new password, is recorded, and ends nothing until it is used', async () => {
    const { client: administrator, person: admin } = await logInAs(api, { roles: ['administrator'] });
    const { client, person } = await logInAs(api);
    await issue(administrator, person, {}).expect(400);
    const { body } = await issue(administrator, person).expect(200);
    expect(body).toMatchObject({ kind: 'reset-password', email: person.email });
    expect(await whoIs(client)).not.toBeNull();
    expect(
      await api.db.manager.findBy(AuditEvent, { subjectId: person.id, action: 'password.link-issued' }),
    ).toMatchObject([{ actorId: admin.id, detail: { reason } }]);
    expect((await reset(tokenOf(body.url))).status).toBe(204);
    expect(await whoIs(client)).toBeNull();
    expect((await lettersTo(person.email)).map(({ kind }) => kind)).toEqual(['password-changed']);
  });

  it('is an invitation for whoever has never taken theirs; the former ends', async () => {
    const { client: administrator } = await logInAs(api, { roles: ['administrator'] });
    const input = {
      email: anAddress(),
      name: 'Ann',
      locale: 'en',
      roles: ['candidate'],
      institutionId: null,
    };
    const created = (await administrator.post('/api/people', input).expect(201)).body;
    const { body } = await issue(administrator, created.person).expect(200);
    expect(body.kind).toBe('invitation');
    const accept = async (url: string) =>
      (await visitor(api.url)).post('/api/auth/accept-invitation', { token: tokenOf(url), password: NEW });
    expect((await accept(created.invitation.url)).status).toBe(410);
    expect((await accept(body.url)).status).toBe(204);
    // Handed over, it says nothing of the mailbox.
    expect(await api.db.manager.findOneByOrFail(Person, { email: input.email })).toMatchObject({
      emailConfirmedAt: null,
    });
  });

  it('is made for nobody disabled or unknown, and by nobody else', async () => {
    const { client: administrator } = await logInAs(api, { roles: ['administrator'] });
    const person = await aPerson(api.db);
    for (const roles of [['manager'], ['certifier'], ['candidate']] as const) {
      const { client } = await logInAs(api, { roles: [...roles] });
      await issue(client, person).expect(403);
    }
    await api.db.manager.update(Person, { id: person.id }, { disabledAt: new Date() });
    expect((await issue(administrator, person).expect(409)).body.code).toBe('ACCOUNT_DISABLED');
    await issue(administrator, { id: '00000000-0000-4000-8000-000000000000' }).expect(404);
  });
});

/** Somebody whose address was never shown to be theirs. */
const unconfirmed = async () => {
  const { client, person } = await logInAs(api);
  await api.db.manager.update(Person, { id: person.id }, { emailConfirmedAt: null });
  return { client, person };
};
const sendAgain = (client: Client) => client.post('/api/auth/address/send');
const confirm = (client: Client, token: string) => client.post('/api/auth/address/confirm', { token });

describe('an address', () => {
  it('is confirmed by a link that came there, of whoever is logged in to its account', async () => {
    const { client, person } = await unconfirmed();
    expect(await whoIs(client)).toMatchObject({ emailConfirmed: false });
    await sendAgain(client).expect(204);
    const token = await tokenTo(person.email, 'confirm-address');
    await client.get(`/api/auth/links/${token}`).expect(200);
    // Whoever has the mailbox does not vouch for an account that somebody else opened with it.
    await confirm(await visitor(api.url), token).expect(401);
    const { client: other } = await logInAs(api);
    expect((await confirm(other, token).expect(403)).body.code).toBe('LINK_OTHER_ACCOUNT');
    const answers = await Promise.all([confirm(client, token), confirm(client, token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
    expect(await whoIs(client)).toMatchObject({ emailConfirmed: true });
    expect((await sendAgain(client).expect(409)).body.code).toBe('ADDRESS_CONFIRMED');
  });

  it('is confirmed by a password that was set by a link to it, too', async () => {
    const { person } = await unconfirmed();
    await ask(person.email);
    await reset(await tokenTo(person.email, 'password-reset'));
    const { emailConfirmedAt } = await api.db.manager.findOneByOrFail(Person, { id: person.id });
    expect(emailConfirmedAt).not.toBeNull();
  });

  it('is asked for before a part is begun, and before an entry of one’s own', async () => {
    const session = await openSession(api, {
      ...aWindow(),
      closesAt: new Date(Date.now() + 365 * 86_400_000).toISOString(),
    });
    const { client, person } = await unconfirmed();
    const entry = await enrol(api.db, person, session);
    const begin = (kind: PartKind) => {
      const path = partPath(entry, session, kind);
      return kind === 'portfolio' ? client.get(path) : client.post(path);
    };
    for (const kind of ['form', 'portfolio'] as const)
      expect((await begin(kind).expect(403)).body.code).toBe('ADDRESS_UNCONFIRMED');
    const again = { examSessionId: session.id, carry: [] };
    const refused = await client.post(`/api/enrolments/${entry.enrolmentId}/entries`, again).expect(403);
    expect(refused.body.code).toBe('ADDRESS_UNCONFIRMED');
    await sendAgain(client).expect(204);
    await confirm(client, await tokenTo(person.email, 'confirm-address')).expect(204);
    await begin('form').expect(200);
    // Whoever had begun before goes on.
    await api.db.manager.update(Person, { id: person.id }, { emailConfirmedAt: null });
    await begin('form').expect(200);
  });

  it('is changed by password and a link to the new one; the old one is told', async () => {
    const { client, person } = await logInAs(api);
    const email = anAddress();
    const change = (password: string) => client.put('/api/auth/address', { email, password });
    expect((await change('not the password').expect(403)).body.errors).toMatchObject([{ path: 'password' }]);
    await change(PASSWORD).expect(204);
    expect((await whoIs(client)).email).toBe(person.email);
    await ask(person.email);
    const forPassword = await tokenTo(person.email, 'password-reset');
    await confirm(client, await tokenTo(email, 'confirm-address')).expect(204);
    expect(await whoIs(client)).toMatchObject({ email, emailConfirmed: true });
    expect((await lettersTo(person.email)).at(-1)).toMatchObject({
      kind: 'address-changed',
      params: { address: email },
    });
    expect((await reset(forPassword)).status).toBe(410);
    await new Client(api.url).logIn(email, PASSWORD);
    expect(
      await api.db.manager.findBy(AuditEvent, { subjectId: person.id, action: 'address.changed' }),
    ).toMatchObject([{ actorId: person.id, detail: {} }]);
  });

  it('of somebody else cannot be had, and nobody learns that it is theirs but they', async () => {
    const holder = await aPerson(api.db);
    const { client, person } = await logInAs(api);
    await client.put('/api/auth/address', { email: holder.email, password: PASSWORD }).expect(204);
    expect((await lettersTo(holder.email)).map(({ kind }) => kind)).toEqual(['already-registered']);
    // Taken by somebody else between the letter and its answer.
    const email = anAddress();
    await client.put('/api/auth/address', { email, password: PASSWORD }).expect(204);
    const token = await tokenTo(email, 'confirm-address');
    await api.db.manager.update(Person, { id: holder.id }, { email });
    expect((await confirm(client, token).expect(409)).body.code).toBe('EMAIL_TAKEN');
    expect(await api.db.manager.findOneByOrFail(Person, { id: person.id })).toMatchObject({
      email: person.email,
    });
  });
});

describe('closing an account', () => {
  const close = (client: Client, password = PASSWORD) => client.post('/api/auth/close', { password });

  it('is for its holder, by password; what is recorded stays, and nobody logs in', async () => {
    const { client, person } = await logInAs(api);
    await recordAudit(api.db.manager, {
      actorId: person.id,
      action: 'spec.kept',
      subjectKind: 'person',
      subjectId: person.id,
    });
    await close(client, 'not the password').expect(403);
    await close(client).expect(204);
    expect(await whoIs(client)).toBeNull();
    const stranger = await visitor(api.url);
    await stranger.post('/api/auth/log-in', { email: person.email, password: PASSWORD }).expect(401);
    const kept = await api.db.manager.findOneByOrFail(Person, { id: person.id });
    expect(kept).toMatchObject({ email: person.email, name: person.name });
    expect(kept.closedAt).not.toBeNull();
    const recorded = await api.db.manager.findBy(AuditEvent, { subjectId: person.id });
    expect(recorded.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['spec.kept', 'person.closed']),
    );
    // Nor is there a way back that its holder could be talked into.
    await register(person.email);
    await ask(person.email);
    expect(await lettersTo(person.email)).toEqual([]);
  });

  it('waits until no entry is open', async () => {
    const session = await openSession(api, {
      ...aWindow(),
      closesAt: new Date(Date.now() + 365 * 86_400_000).toISOString(),
    });
    const { client, person } = await logInAs(api);
    await enrol(api.db, person, session);
    expect((await close(client).expect(409)).body.code).toBe('ACCOUNT_IN_USE');
    await shiftClock(api.db, `${ahead + 400 * 24} hours`);
    await close(client).expect(204);
    await shiftClock(api.db, `${ahead} hours`);
  });

  it('is not for staff', async () => {
    const { client } = await logInAs(api, { roles: ['candidate', 'assessor'] });
    expect((await close(client).expect(409)).body.code).toBe('ACCOUNT_STAFF');
    expect(await whoIs(client)).not.toBeNull();
  });
});
