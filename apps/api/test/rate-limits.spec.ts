import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RosterImport } from '@ennead/contracts';
import { Entry, Guess, Invitation, Person, readClock } from '@ennead/persistence';
import { shiftClock, stopClock } from '@ennead/testing';
import supertest from 'supertest';
import { hashToken } from '../src/modules/identity/make-invitation.ts';
import { aWindow, openSession } from './attempts-harness.ts';
import { Client, visitor } from './harness/client.ts';
import { anInstitution, aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ RATE_LIMIT_FACTOR: '1' });
  await stopClock(api.db);
}, 60_000);
afterAll(() => api?.close());

let ahead = 0;
/** Lets so many seconds pass. */
const pass = (seconds: number) => shiftClock(api.db, `${(ahead += seconds)} seconds`);

const guess = (client: Client, email: string, password = 'not the password') =>
  client.post('/api/auth/log-in', { email, password });

const waitOf = ({ body }: { body: { errors: { path: string; message: string }[] } }) =>
  Number(body.errors.find(({ path }) => path === 'waitSec')!.message);

describe('guessing a password', () => {
  it('has to wait longer and longer, and is told for how long', async () => {
    const { email } = await aPerson(api.db);
    const guesser = await visitor(api.url);
    for (let times = 0; times < 5; times += 1) await guess(guesser, email).expect(401);
    const waits: number[] = [];
    for (let times = 0; times < 7; times += 1) {
      const refused = await guess(guesser, email).expect(429);
      expect(refused.body).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429 });
      expect(refused.headers['content-type']).toContain('application/problem+json');
      expect(refused.headers['retry-after']).toBe(String(waitOf(refused)));
      waits.push(waitOf(refused));
      await pass(waitOf(refused));
      await guess(guesser, email).expect(401);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60]);
  });

  it('is the same account however its address is written', async () => {
    const { email } = await aPerson(api.db);
    const guesser = await visitor(api.url);
    for (let times = 0; times < 5; times += 1) await guess(guesser, email).expect(401);
    const written = [
      ` ${email}`,
      `${email}\t`,
      `\u00a0${email}`,
      `\u2003${email}\ufeff`,
      `${email}\u2028`,
      email.toUpperCase(),
    ];
    for (const one of written) await guess(guesser, one, PASSWORD).expect(429);
    await guess(guesser, (await aPerson(api.db)).email).expect(401);
  });

  it('gains nothing by coming all at once', async () => {
    const { email } = await aPerson(api.db);
    const guesser = await visitor(api.url);
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess(guesser, email)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
  });

  it('gains little by coming from everywhere: all strangers are counted together too', async () => {
    const { email } = await aPerson(api.db);
    const guesser = await visitor(api.url);
    const from = (house: number) => guess(guesser, email).set('x-forwarded-for', `203.0.113.${house}`);
    // The first from each is heard; those after it are the same account's, from wherever they come.
    for (let house = 0; house < 52; house += 1) await from(house).expect(401);
    for (let house = 0; house < 50; house += 1) await from(house).expect(401);
    expect(waitOf(await from(50).expect(429))).toBe(1);
    await pass(1);
    await from(50).expect(401);
    expect(waitOf(await from(51).expect(429))).toBe(2);
  });

  it('gains nothing by first tries beyond some hundreds a day', async () => {
    const { email } = await aPerson(api.db);
    const guesser = await visitor(api.url);
    const from = (house: number) =>
      guess(guesser, email).set('x-forwarded-for', `198.51.${house >> 8}.${house & 255}`);
    for (let house = 0; house < 500; house += 20)
      await Promise.all(Array.from({ length: 20 }, (_, more) => from(house + more).expect(401)));
    expect(waitOf(await from(500).expect(429))).toBe(1);
  }, 120_000);

  describe('by a program that takes every moment at which strangers are heard', () => {
    /** Wrong guesses from the same address, until each has to wait a minute; and one more whenever that is over. */
    const robot = async (email: string) => {
      const guesser = await visitor(api.url);
      for (let times = 0; times < 5; times += 1) await guess(guesser, email).expect(401);
      const next = async () => {
        await pass(60);
        await guess(guesser, email).expect(401);
      };
      for (let times = 0; times < 9; times += 1) await next();
      return { next };
    };

    it('keeps nobody from a machine of the hall on which somebody was logged in before', async () => {
      const { email } = await aPerson(api.db);
      const { next } = await robot(email);
      for (let times = 0; times < 5; times += 1) {
        const { client: machine } = await logInAs(api);
        await machine.post('/api/auth/log-out').expect(204);
        await machine.refreshToken();
        await next();
        await guess(machine, email).expect(401);
        await guess(machine, email, PASSWORD).expect(204);
      }
    }, 120_000);

    it('keeps nobody out who comes from another address', async () => {
      const { email } = await aPerson(api.db);
      const { next } = await robot(email);
      for (let house = 1; house <= 5; house += 1) {
        await next();
        await guess(await visitor(api.url), email, PASSWORD)
          .set('x-forwarded-for', `192.0.2.${house}`)
          .expect(204);
      }
    });

    it('has few tries by an account of its own, on however many machines', async () => {
      const { email } = await aPerson(api.db);
      const own = await aPerson(api.db);
      const statuses: number[] = [];
      for (let machines = 0; machines < 5; machines += 1) {
        const machine = new Client(api.url);
        await machine.logIn(own.email, PASSWORD);
        statuses.push((await guess(machine, email)).status);
      }
      expect(statuses).toEqual([401, 401, 401, 429, 429]);
    });
  });

  it('says the same of an address that nobody has', async () => {
    const guesser = await visitor(api.url);
    for (let times = 0; times < 5; times += 1) await guess(guesser, 'nobody@example.org').expect(401);
    await guess(guesser, 'nobody@example.org').expect(429);
  });

  it('keeps nobody out who has logged in on this browser before', async () => {
    const { email } = await aPerson(api.db);
    const own = new Client(api.url);
    await own.logIn(email, PASSWORD);
    await own.post('/api/auth/log-out').expect(204);
    await own.refreshToken();
    // A fellow candidate in the same hall, with a browser that knows another account.
    const { client: fellow } = await logInAs(api);
    for (let times = 0; times < 3; times += 1) await guess(fellow, email).expect(401);
    const refused = await guess(fellow, email, PASSWORD).expect(429);
    expect(waitOf(refused)).toBeLessThanOrEqual(1);
    await guess(own, email, PASSWORD).expect(204);
  });

  it('believes no browser that only says so', async () => {
    const person = await aPerson(api.db);
    const { client } = await logInAs(api);
    const [known] = /ennead-known=[^;]+/.exec(await client.cookie())!;
    const guesser = await visitor(api.url);
    for (let times = 0; times < 5; times += 1) await guess(guesser, person.email).expect(401);
    const forged = known.replace(/\.[^.]{20,}(?=\.)/, `.${'x'.repeat(22)}`);
    const own = await guesser.cookie();
    // It knows somebody else: its tries are few, whosever they are.
    for (let times = 0; times < 3; times += 1)
      await guess(guesser, person.email).set('cookie', `${own}; ${known}`).expect(401);
    for (const cookie of [known, forged])
      await guess(guesser, person.email, PASSWORD).set('cookie', `${own}; ${cookie}`).expect(429);
  });

  it('is no matter for a browser that knows the account, until it guesses itself', async () => {
    const { client, person } = await logInAs(api);
    for (let times = 0; times < 10; times += 1) await guess(client, person.email).expect(401);
    await guess(client, person.email, PASSWORD).expect(429);
    await pass(1);
    await guess(client, person.email, PASSWORD).expect(204);
  });

  it('counts no log-in that was right', async () => {
    const { email } = await aPerson(api.db);
    for (let times = 0; times < 60; times += 1) {
      const client = await visitor(api.url);
      await guess(client, email, PASSWORD).expect(204);
    }
  });

  it('begins anew once the right one was heard, however long one had to wait for it', async () => {
    const { email } = await aPerson(api.db);
    const own = await visitor(api.url);
    for (let times = 0; times < 5; times += 1) await guess(own, email).expect(401);
    await pass(waitOf(await guess(own, email).expect(429)));
    await guess(own, email).expect(401);
    await pass(waitOf(await guess(own, email, PASSWORD).expect(429)));
    await guess(await visitor(api.url), email, PASSWORD).expect(204);
    const guesser = await visitor(api.url);
    for (let times = 0; times < 5; times += 1) await guess(guesser, email).expect(401);
    expect(waitOf(await guess(guesser, email).expect(429))).toBe(1);
  });

  it('counts no right one with all strangers, also not where a wrong one was before it', async () => {
    const { email } = await aPerson(api.db);
    for (let house = 0; house < 55; house += 1) {
      const address = `198.18.0.${house}`;
      const from = async (password?: string) =>
        guess(await visitor(api.url), email, password).set('x-forwarded-for', address);
      expect((await from()).status).toBe(401);
      expect([house, (await from(PASSWORD)).status]).toEqual([house, 204]);
    }
  });

  it('is forgotten after a day', async () => {
    const { email } = await aPerson(api.db);
    const guesser = await visitor(api.url);
    for (let times = 0; times < 5; times += 1) await guess(guesser, email).expect(401);
    await pass(24 * 3_600);
    for (let times = 0; times < 5; times += 1) await guess(guesser, email).expect(401);
    await guess(guesser, email).expect(429);
  });

  it('leaves no address behind', async () => {
    await guess(await visitor(api.url), 'somebody@example.org').expect(401);
    const kept = JSON.stringify(await api.db.manager.find(Guess));
    expect(kept).not.toContain('somebody');
    expect(kept).not.toContain('127.0.0.1');
  });
});

it('ends the guessing of the present password by whoever found a log-in open, and says until when', async () => {
  const { client, person } = await logInAs(api);
  const elsewhere = new Client(api.url);
  await elsewhere.logIn(person.email, PASSWORD);
  const change = (by: Client, current: string) =>
    by.put('/api/auth/password', { current, next: 'another long one' });
  for (let times = 0; times < 5; times += 1)
    await change(times % 2 ? client : elsewhere, 'not the password').expect(403);
  const refused = await change(client, PASSWORD).expect(429);
  const until = (refused.body.errors as { path: string; message: string }[]).find(
    ({ path }) => path === 'earliestAt',
  )!;
  expect(Date.parse(until.message)).toBeGreaterThan((await readClock(api.db)).getTime());
  await pass(waitOf(refused));
  await change(client, PASSWORD).expect(204);
});

describe('an invitation', () => {
  /** People who were each given a link. */
  const invite = async (count: number): Promise<string[]> => {
    const tag = Math.random().toString(36).slice(2);
    const people = await api.db.manager.save(
      Array.from({ length: count }, (_, number) =>
        api.db.manager.create(Person, {
          email: `${tag}-${number}@example.org`,
          name: `Invited ${number}`,
          locale: 'en',
          passwordHash: null,
          roles: ['candidate'],
          institutionId: null,
        }),
      ),
    );
    const tokens = people.map(({ id }) => `${id}-${tag}`);
    await api.db.manager.insert(
      Invitation,
      people.map(({ id: personId }, number) => ({
        tokenHash: hashToken(tokens[number]!),
        personId,
        cohortId: null,
        state: 'pending' as const,
        expiresAt: new Date(Date.now() + 365 * 86_400_000),
        acceptedAt: null,
      })),
    );
    return tokens;
  };

  /** So many come at once, each when one before has done. */
  const atATime = 20;
  const accept = async (token: string) => {
    const client = await visitor(api.url);
    await client.get('/api/auth/me').expect(200);
    await client.get(`/api/auth/invitations/${token}`).expect(200);
    return client.post('/api/auth/accept-invitation', { token, password: 'three unrelated words' });
  };

  it('is accepted by three hundred people of one hall in one moment by the database’s clock, and each has their seat', async () => {
    const people = 300;
    const house = await anInstitution(api.db);
    const { client: manager } = await logInAs(api, { roles: ['manager'], institutionId: house.id });
    // Specs before have let days pass.
    const closesAt = new Date(Date.now() + 365 * 86_400_000).toISOString();
    const session = await openSession(api, { ...aWindow(), closesAt });
    const input = { name: 'A hall', examSessionId: session.id };
    const { id: cohortId } = (await manager.post('/api/cohorts', input).expect(201)).body as { id: string };
    const rows = Array.from({ length: people }, (_, number) => `hall-${number}@example.org,Person ${number}`);
    const imported = await manager
      .post(`/api/cohorts/${cohortId}/roster`, {
        csv: `email,name\n${rows.join('\n')}`,
        fileName: null,
        partly: false,
        links: true,
      })
      .expect(200);
    const { invitations } = imported.body as RosterImport;
    const tokens = invitations.map(({ url }) => new URL(url).pathname.split('/').at(-1)!);
    const statuses: number[] = [];
    for (let place = 0; place < people; place += atATime)
      statuses.push(
        ...(await Promise.all(tokens.slice(place, place + atATime).map(accept))).map(({ status }) => status),
      );
    expect(statuses.filter((status) => status === 204)).toHaveLength(people);
    expect(await api.db.manager.countBy(Entry, { cohortId, state: 'entered' })).toBe(people);
  }, 300_000);

  it('is accepted while others at the same address are made to wait for trying links that are none', async () => {
    const [token] = await invite(1);
    const guesser = await visitor(api.url);
    const tries = Array.from({ length: 61 }, (_, number) => `nobody-gave-this-out-${number}`);
    const statuses: number[] = [];
    for (const one of tries) statuses.push((await guesser.get(`/api/auth/invitations/${one}`)).status);
    expect(statuses).toEqual([...Array.from({ length: 60 }, () => 410), 429]);
    expect((await accept(token!)).status).toBe(204);
  });
});

it('lets a hall register, and one address make six hundred accounts an hour', async () => {
  const client = await visitor(api.url);
  const statuses = await Promise.all(
    Array.from({ length: 601 }, async () => (await client.post('/api/auth/register', {})).status),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
}, 120_000);

it('lets one address ask after sixty certificates a minute', async () => {
  const ask = () => supertest(api.url).get('/api/verify/EN-0000-0000-0000');
  for (let times = 0; times < 60; times += 1) expect((await ask()).status).not.toBe(429);
  await ask().expect(429);
});
