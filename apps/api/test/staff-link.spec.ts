import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PersonRole, SecondFactorSecret, StaffLinkInput } from '@ennead/contracts';
import { AuditEvent, OneTimeLink, Person, readClock, SecondFactor } from '@ennead/persistence';
import { programArgs, ROOT, runToEnd } from '@ennead/provision';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { Secret, TOTP } from 'otpauth';
import { makeStaffLink } from '../src/modules/identity/links/make-staff-link.ts';
import { visitor } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { testVariables } from './harness/test-settings.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
});
afterAll(() => api?.close());

const reason = 'Came to the office and showed her papers.';
const NEW = 'another long one altogether';

const print = ({ email }: Pick<Person, 'email'>, what: StaffLinkInput['for'] = 'password') =>
  api.db.transaction((manager) => makeStaffLink(manager, { email, for: what, reason }, api.url));
const tokenOf = (url: string): string => new URL(url).pathname.split('/').at(-1)!;
const reset = async (url: string) =>
  (await visitor(api.url)).post('/api/auth/reset-password', { token: tokenOf(url), password: NEW });
const again = ({ id }: Pick<Person, 'id'>) => api.db.manager.findOneByOrFail(Person, { id });

/** Somebody whom an administrator has just put on the staff: without a password, with an invitation that went by mail. */
const newcomer = async (roles: PersonRole[] = ['assessor']) => {
  const { client } = await logInAs(api, { roles: ['administrator'] });
  const email = `new-${Date.now()}-${Math.random().toString(36).slice(2)}@example.org`;
  const input = { email, name: 'Ann Example', locale: 'en', roles, institutionId: null };
  await client.post('/api/people', input).expect(201);
  return api.db.manager.findOneByOrFail(Person, { email });
};

it('gives somebody new on the staff a first password and all their rights, shows nothing of the address, and is recorded', async () => {
  const person = await newcomer();
  const { url, expiresAt } = await print(person);
  expect(url.startsWith(`${api.url}/link/`)).toBe(true);
  const [link] = await api.db.manager.findBy(OneTimeLink, { personId: person.id });
  expect(link).toMatchObject({ purpose: 'reset-password', mailed: false, byOperator: true, expiresAt });
  expect(await api.db.manager.findBy(AuditEvent, { action: 'password.link-printed' })).toMatchObject([
    { actorId: null, subjectId: person.id, detail: { reason } },
  ]);
  expect((await reset(url)).status).toBe(204);
  const client = await visitor(api.url);
  await client.post('/api/auth/log-in', { email: person.email, password: NEW }).expect(204);
  expect((await client.get('/api/auth/me').expect(200)).body.person).toMatchObject({
    roles: ['assessor'],
    emailConfirmed: false,
  });
  expect(await again(person)).toMatchObject({ unprovenSince: null, emailConfirmedAt: null });
  // Its person is told, for the operator had it in hand.
  expect(await queuedMessages(api.db, { personId: person.id, kind: 'password-changed' })).toHaveLength(1);
  expect((await reset(url)).status).toBe(410);
});

it('proves whoever two administrators have made a certifier, as the letter would have', async () => {
  const { person } = await logInAs(api, { roles: ['certifier'] });
  await api.db.manager.update(Person, { id: person.id }, { unprovenSince: await readClock(api.db) });
  expect((await reset((await print(person)).url)).status).toBe(204);
  expect(await again(person)).toMatchObject({ unprovenSince: null });
});

it('ends every link and invitation from before, each by the next; one that was not used is over after a day', async () => {
  const person = await newcomer();
  const invitation = (await queuedMessages(api.db, { personId: person.id, kind: 'account-invitation' }))[0]!;
  const first = await print(person);
  const accept = await (
    await visitor(api.url)
  ).post('/api/auth/accept-invitation', { token: tokenOf(invitation.link!), password: NEW });
  expect(accept.status).toBe(410);
  const second = await print(person);
  expect((await reset(first.url)).status).toBe(410);
  await shiftClock(api.db, '24 hours 1 second');
  try {
    expect((await reset(second.url)).status).toBe(410);
  } finally {
    await shiftClock(api.db, '0 seconds');
  }
});

it('takes a lost second factor away, by the password as well, and no other link does', async () => {
  const { client, person } = await logInAs(api, { roles: ['certifier'] });
  await expect(print(person, 'second-factor')).rejects.toThrow('has no two-step log-in');
  const begun = await client.post('/api/auth/second-factor/begin', { password: PASSWORD }).expect(200);
  const { secret } = begun.body as SecondFactorSecret;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: (await readClock(api.db)).getTime(),
  });
  await client.post('/api/auth/second-factor/confirm', { code }).expect(200);
  const { url } = await print(person, 'second-factor');
  expect((await reset(url)).status).toBe(410);
  const remove = async (password: string) =>
    (await visitor(api.url)).post('/api/auth/second-factor/remove', { token: tokenOf(url), password });
  expect((await remove('not the password at all')).body.code).toBe('PASSWORD_WRONG');
  expect(await api.db.manager.countBy(SecondFactor, { personId: person.id })).toBe(1);
  expect((await remove(PASSWORD)).status).toBe(204);
  expect(await api.db.manager.countBy(SecondFactor, { personId: person.id })).toBe(0);
  expect(await api.db.manager.findBy(AuditEvent, { action: 'second-factor.link-printed' })).toMatchObject([
    { actorId: null, subjectId: person.id, detail: { reason } },
  ]);
});

it('is refused for an account that is closed, a candidate, and an address that nobody has; nothing is left of it', async () => {
  const closed = await aPerson(api.db, { roles: ['assessor'] });
  await api.db.manager.update(Person, { id: closed.id }, { disabledAt: await readClock(api.db) });
  await expect(print(closed)).rejects.toThrow('is closed');
  const candidate = await aPerson(api.db);
  await expect(print(candidate)).rejects.toThrow('is a candidate');
  await expect(print({ email: 'nobody@example.org' })).rejects.toThrow('Nobody has an account');
  for (const { id } of [closed, candidate]) {
    expect(await api.db.manager.countBy(OneTimeLink, { personId: id })).toBe(0);
    expect(await api.db.manager.countBy(AuditEvent, { subjectId: id })).toBe(0);
  }
});

it('is voided when the account is closed afterwards', async () => {
  const person = await aPerson(api.db, { roles: ['assessor'] });
  const { url } = await print(person);
  const { client } = await logInAs(api, { roles: ['administrator'] });
  await client
    .patch(`/api/people/${person.id}`, { roles: ['assessor'], institutionId: null, disabled: true })
    .expect(200);
  expect((await reset(url)).status).toBe(410);
});

it('is what the command prints, by the rights of the server; a refusal is said and ends with 1', async () => {
  const person = await aPerson(api.db, { roles: ['registrar'] });
  const run = (email: string) =>
    runToEnd({
      command: process.execPath,
      args: programArgs('api', 'make-staff-link'),
      cwd: ROOT,
      env: { PATH: process.env['PATH'], ...testVariables(api.database.appUrl), PUBLIC_URL: api.url },
      input: JSON.stringify({ email, for: 'password', reason }),
      output: 'keep',
    });
  const made = await run(person.email);
  expect(made.code).toBe(0);
  const [url, ...words] = made.stdout.trim().split('\n');
  expect(words.join()).toContain(person.email);
  expect((await reset(url!)).status).toBe(204);
  const refused = await run('nobody@example.org');
  expect([refused.code, refused.stdout, refused.output.trim()]).toEqual([
    1,
    '',
    'Nobody has an account with nobody@example.org.',
  ]);
});
