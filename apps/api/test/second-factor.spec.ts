import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonRole, type SecondFactorSecret } from '@ennead/contracts';
import { AuditEvent, Person, readClock, RecoveryCode, SecondFactor } from '@ennead/persistence';
import { shiftClock, stopClock } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { Secret, TOTP } from 'otpauth';
import WebSocket from 'ws';
import { Client, visitor } from './harness/client.ts';
import { listRoutes } from './harness/list-routes.ts';
import { aPerson, logInAs, PASSWORD, type PersonOptions } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ RATE_LIMIT_FACTOR: '1', REQUIRE_SECOND_FACTOR: 'yes' });
  await stopClock(api.db);
});
afterAll(() => api?.close());

let ahead = 0;
/** Lets so many seconds pass. */
const pass = (seconds: number) => shiftClock(api.db, `${(ahead += seconds)} seconds`);
/** Lets the present code become an old one. */
const passStep = () => pass(30);

const codeOf = async (secret: string): Promise<string> =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: (await readClock(api.db)).getTime(),
  });

const wrong = async (secret: string): Promise<string> =>
  String((Number(await codeOf(secret)) + 500_000) % 1_000_000).padStart(6, '0');

const begin = async (client: Client): Promise<string> => {
  const answer = await client.post('/api/auth/second-factor/begin', { password: PASSWORD }).expect(200);
  return (answer.body as SecondFactorSecret).secret;
};

const confirm = (client: Client, code: string) => client.post('/api/auth/second-factor/confirm', { code });

/** Somebody who has set one up, and is logged in. */
const withFactor = async (options: PersonOptions = { roles: ['assessor'] }) => {
  const { client, person } = await logInAs(api, options);
  const secret = await begin(client);
  const answer = await confirm(client, await codeOf(secret)).expect(200);
  await passStep();
  return { client, person, secret, codes: (answer.body as { codes: string[] }).codes };
};

/** A browser in which only the password was given. */
const halfway = async ({ email }: Pick<Person, 'email'>): Promise<Client> => {
  const client = await visitor(api.url);
  await client.post('/api/auth/log-in', { email, password: PASSWORD }).expect(204);
  return client;
};

const give = (client: Client, code: string) => client.post('/api/auth/log-in/code', { code });
const whoIs = async (client: Client) => (await client.get('/api/auth/me').expect(200)).body;

describe('setting one up', () => {
  it('takes the password and a first code, gives ten recovery codes, and is recorded', async () => {
    const { client, person } = await logInAs(api, { roles: ['assessor'] });
    await client.post('/api/auth/second-factor/begin', { password: 'not the password' }).expect(403);
    const { body } = await client.post('/api/auth/second-factor/begin', { password: PASSWORD }).expect(200);
    expect(body.uri).toContain(encodeURIComponent(person.email));
    const refused = await confirm(client, await wrong(body.secret)).expect(403);
    expect(refused.body).toMatchObject({ code: 'CODE_WRONG', errors: [{ path: 'code' }] });
    expect((await whoIs(client)).person.secondFactor).toBe('none');
    const { codes } = (await confirm(client, await codeOf(body.secret)).expect(200)).body;
    expect(new Set(codes).size).toBe(10);
    expect((await whoIs(client)).person.secondFactor).toBe('set');
    expect((await client.get('/api/auth/second-factor')).body).toMatchObject({ codesLeft: 10 });
    expect(
      await api.db.manager.findBy(AuditEvent, { subjectId: person.id, action: 'second-factor.set-up' }),
    ).toHaveLength(1);
  });

  it('keeps neither secret nor codes as they are', async () => {
    const { secret, codes, person } = await withFactor();
    const kept = JSON.stringify([
      await api.db.manager.findBy(SecondFactor, { personId: person.id }),
      await api.db.manager.findBy(RecoveryCode, { personId: person.id }),
    ]);
    for (const told of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
      expect(kept).not.toContain(told);
  });

  it('ends every other log-in, which was begun without', async () => {
    const { client, person } = await logInAs(api, { roles: ['assessor'] });
    const elsewhere = new Client(api.url);
    await elsewhere.logIn(person.email, PASSWORD);
    await confirm(client, await codeOf(await begin(client))).expect(200);
    expect(await whoIs(elsewhere)).toEqual({ person: null });
    expect((await whoIs(client)).person.id).toBe(person.id);
  });

  it('is done once, however often it is confirmed at once', async () => {
    const { client } = await logInAs(api, { roles: ['assessor'] });
    const code = await codeOf(await begin(client));
    const answers = await Promise.all([1, 2, 3, 4].map(() => confirm(client, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await client.get('/api/auth/second-factor')).body.codesLeft).toBe(10);
    await client.post('/api/auth/second-factor/begin', { password: PASSWORD }).expect(409);
  });

  it('forgets a secret that was never confirmed', async () => {
    const { client } = await logInAs(api, { roles: ['assessor'] });
    const first = await begin(client);
    const second = await begin(client);
    await confirm(client, await codeOf(first)).expect(403);
    await confirm(client, await codeOf(second)).expect(200);
  });
});

describe('logging in with one', () => {
  it('takes two steps, and lets nobody in after the first', async () => {
    const { person, secret } = await withFactor();
    const client = await halfway(person);
    expect(await whoIs(client)).toEqual({ person: null, awaits: 'code' });
    await give(client, await codeOf(secret)).expect(204);
    expect((await whoIs(client)).person.id).toBe(person.id);
    const events = await api.db.manager.find(AuditEvent, {
      where: { subjectId: person.id, action: 'person.logged-in' },
      order: { id: 'DESC' },
    });
    expect(events[0]!.detail).toEqual({ by: 'app' });
    expect(events).toHaveLength(2);
  });

  it('is worth nothing halfway: nothing but what is public answers', async () => {
    const { person } = await withFactor({ roles: [...PersonRole.options] });
    const client = await halfway(person);
    const closed = listRoutes(api.app).filter(({ access }) => access !== 'public');
    expect(closed.length).toBeGreaterThan(50);
    for (const { method, path } of closed) {
      const address = path.replace(/:\w+/g, randomUUID());
      const { status } = method === 'get' ? await client.get(address) : await client[method](address, {});
      expect([method, path, status]).toEqual([method, path, 401]);
    }
    const cookie = await client.cookie();
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/api/lab-sessions/${randomUUID()}/socket`, {
      headers: { origin: api.url, cookie },
    });
    const refused = await new Promise<number>((resolve) => {
      socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode ?? 0));
      socket.on('open', () => resolve(101));
    });
    expect(refused).toBe(401);
  });

  it('takes no code twice, nor an earlier one after it', async () => {
    const { person, secret } = await withFactor();
    const earlier = await codeOf(secret);
    await passStep();
    const code = await codeOf(secret);
    await give(await halfway(person), code).expect(204);
    const again = await halfway(person);
    await give(again, code).expect(403);
    await give(again, earlier).expect(403);
    expect(await whoIs(again)).toEqual({ person: null, awaits: 'code' });
    await passStep();
    await give(again, await codeOf(secret)).expect(204);
  });

  it('gives one code to one of two who come with it at once', async () => {
    const { person, secret } = await withFactor();
    const [one, other] = [await halfway(person), await halfway(person)];
    const code = await codeOf(secret);
    const answers = await Promise.all([give(one, code), give(other, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
  });

  it('takes a code a half minute early or late, and no more', async () => {
    const { person, secret } = await withFactor();
    const code = await codeOf(secret);
    await pass(90);
    await give(await halfway(person), code).expect(403);
    const next = await codeOf(secret);
    await pass(30);
    await give(await halfway(person), next).expect(204);
  });

  it('takes no code of another account', async () => {
    const [one, other] = [await withFactor(), await withFactor()];
    await give(await halfway(one.person), await codeOf(other.secret)).expect(403);
    await give(await halfway(one.person), other.codes[0]!).expect(403);
    expect((await one.client.get('/api/auth/second-factor')).body.codesLeft).toBe(10);
  });

  it('takes each recovery code once, however it is typed, also of two at once', async () => {
    const { person, codes, client } = await withFactor();
    await give(
      await halfway(person),
      ` ${codes[0]!.toLowerCase().replaceAll('-', '').replaceAll('0', 'o')} `,
    ).expect(204);
    await give(await halfway(person), codes[0]!).expect(403);
    const [one, other] = [await halfway(person), await halfway(person)];
    const answers = await Promise.all([give(one, codes[1]!), give(other, codes[1]!)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
    expect((await client.get('/api/auth/second-factor')).body.codesLeft).toBe(8);
  });

  it('slows down whoever guesses, over all browsers and the half minutes that pass', async () => {
    const { person, secret } = await withFactor();
    const clients = [await halfway(person), await halfway(person)];
    for (let times = 0; times < 5; times += 1)
      await give(clients[times % 2]!, await wrong(secret)).expect(403);
    const waits: number[] = [];
    for (let times = 0; times < 3; times += 1) {
      const refused = await give(clients[times % 2]!, await codeOf(secret)).expect(429);
      const wait = Number(refused.headers['retry-after']);
      waits.push(wait);
      await pass(wait);
      await give(clients[times % 2]!, await wrong(secret)).expect(403);
    }
    expect(waits).toEqual([1, 2, 4]);
    const atOnce = await Promise.all(Array.from({ length: 20 }, () => give(clients[0]!, '000000')));
    expect(atOnce.filter(({ status }) => status !== 429)).toEqual([]);
    await pass(8);
    await give(clients[0]!, await codeOf(secret)).expect(204);
  });

  it('waits ten minutes for the code, and asks for no code of whoever gave no password', async () => {
    const { person, secret } = await withFactor();
    const late = await halfway(person);
    await pass(601);
    const refused = await give(late, await codeOf(secret)).expect(409);
    expect(refused.body.code).toBe('CODE_NOT_AWAITED');
    expect(await whoIs(late)).toEqual({ person: null });
    await give(await visitor(api.url), await codeOf(secret)).expect(409);
  });

  it('ends halfway too, where the password was changed or the account disabled meanwhile', async () => {
    const { person, secret, client } = await withFactor();
    const waiting = await halfway(person);
    await client
      .put('/api/auth/password', { current: PASSWORD, next: 'another long one altogether' })
      .expect(204);
    await give(waiting, await codeOf(secret)).expect(409);
    const other = await withFactor();
    const late = await halfway(other.person);
    await api.db.manager.update(Person, { id: other.person.id }, { disabledAt: new Date() });
    await give(late, await codeOf(other.secret)).expect(401);
    expect(await whoIs(late)).not.toMatchObject({ person: { id: other.person.id } });
  });
});

describe('giving one up', () => {
  it('takes password and code', async () => {
    const { client, secret, person } = await withFactor();
    const giveUp = (password: string, code: string) =>
      client.post('/api/auth/second-factor/give-up', { password, code });
    await giveUp('not the password', await codeOf(secret)).expect(403);
    await giveUp(PASSWORD, await wrong(secret)).expect(403);
    await giveUp(PASSWORD, await codeOf(secret)).expect(204);
    await new Client(api.url).logIn(person.email, PASSWORD);
    expect(await api.db.manager.countBy(RecoveryCode, { personId: person.id })).toBe(0);
  });

  it('has new recovery codes by a code, after which the old ones are worth nothing', async () => {
    const { client, secret, person, codes } = await withFactor();
    const renewed = await client
      .post('/api/auth/second-factor/recovery-codes', { code: await codeOf(secret) })
      .expect(200);
    expect(renewed.body.codes).toHaveLength(10);
    await give(await halfway(person), codes[0]!).expect(403);
    await give(await halfway(person), renewed.body.codes[0]).expect(204);
  });
});

describe('one that is lost', () => {
  const reason = 'The phone was stolen; she showed her passport.';
  const remove = (client: Client, { id }: Person, body: object = { reason }) =>
    client.post(`/api/people/${id}/second-factor/remove`, body);

  const mailed = async ({ id }: Person) => {
    const letters = await queuedMessages(api.db, { personId: id });
    return letters.map(({ kind }) => kind).sort();
  };

  it('of the staff takes their mailbox and their password besides an administrator, who alone takes nothing away', async () => {
    const administrator = await withFactor({ roles: ['administrator'] });
    const { client, person } = await withFactor({ roles: ['certifier'] });
    const { body } = await remove(administrator.client, person).expect(200);
    expect(body).toEqual({ removed: 'by-link' });
    expect(await whoIs(client)).toMatchObject({ person: { secondFactor: 'set' } });
    const [letter] = await queuedMessages(api.db, { personId: person.id, kind: 'factor-removal' });
    const token = new URL(letter!.link!).pathname.split('/').at(-1)!;
    const byLink = async (password: string) =>
      (await visitor(api.url)).post('/api/auth/second-factor/remove', { token, password });
    expect((await byLink('not the password')).body.code).toBe('PASSWORD_WRONG');
    expect(await whoIs(client)).toMatchObject({ person: { secondFactor: 'set' } });
    const answers = await Promise.all([byLink(PASSWORD), byLink(PASSWORD)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
    expect(await whoIs(client)).toEqual({ person: null });
    expect(await mailed(person)).toEqual(['factor-removal', 'factor-removed']);
    expect(
      (await api.db.manager.findBy(AuditEvent, { subjectId: person.id })).map(({ action }) => action),
    ).toEqual(expect.arrayContaining(['second-factor.removal-allowed', 'second-factor.removed-by-link']));
    await new Client(api.url).logIn(person.email, PASSWORD);
  });

  it('is taken away of a candidate by an administrator, with a reason, its person logged out and told', async () => {
    const administrator = await withFactor({ roles: ['administrator'] });
    const { client, person } = await withFactor({ roles: ['candidate'] });
    const waiting = await halfway(person);
    await remove(administrator.client, person, {}).expect(400);
    await remove(administrator.client, person).expect(200);
    expect(await mailed(person)).toEqual(['factor-removed']);
    expect(await whoIs(client)).toEqual({ person: null });
    expect(await whoIs(waiting)).toEqual({ person: null });
    expect(
      await api.db.manager.findBy(AuditEvent, { subjectId: person.id, action: 'second-factor.removed' }),
    ).toMatchObject([{ actorId: administrator.person.id, detail: { reason } }]);
    await remove(administrator.client, person).expect(409);
    const listed = await administrator.client.get(`/api/people?q=${person.email}`).expect(200);
    expect(listed.body.rows).toMatchObject([{ id: person.id, secondFactor: false }]);
  });

  it('is never one’s own, nor anybody’s else to take away', async () => {
    const { client, person } = await withFactor({ roles: ['administrator'] });
    const refused = await remove(client, person).expect(403);
    expect(refused.body.code).toBe('SECOND_FACTOR_OWN');
    const manager = await withFactor({ roles: ['manager', 'assessor'] });
    await remove(manager.client, person).expect(403);
    await remove(client, { id: randomUUID() } as Person).expect(404);
  });
});

describe('whose role demands one', () => {
  /** What is open to them beside what is public: what they need to set one up, and to leave. */
  const open = [
    'get /api/auth/second-factor',
    'post /api/auth/log-out',
    'post /api/auth/second-factor/begin',
    'post /api/auth/second-factor/confirm',
    'put /api/auth/locale',
  ];

  it.each<[PersonRole]>([['certifier'], ['administrator']])(
    'does nothing before it is set up: %s',
    async (role) => {
      const { client } = await logInAs(api, { roles: [role, 'candidate'] });
      expect((await whoIs(client)).person.secondFactor).toBe('due');
      const admitted: string[] = [];
      for (const { method, path, access } of listRoutes(api.app)) {
        if (access === 'public' || path.endsWith('log-out')) continue;
        const address = path.replace(/:\w+/g, randomUUID());
        const answer = method === 'get' ? await client.get(address) : await client[method](address, {});
        if (answer.body.code === 'SECOND_FACTOR_DUE') expect(answer.status).toBe(403);
        else if (answer.status !== 403) admitted.push(`${method} ${path}`);
      }
      expect(admitted.sort()).toEqual(open.filter((name) => !name.endsWith('log-out')));
      await confirm(client, await codeOf(await begin(client))).expect(200);
      expect((await whoIs(client)).person.secondFactor).toBe('set');
      if (role === 'administrator') await client.get('/api/people').expect(200);
      await client.get('/api/entries/mine').expect(200);
    },
  );

  it('is nobody else', async () => {
    for (const role of ['candidate', 'assessor', 'manager'] as const) {
      const { client } = await logInAs(api, { roles: [role] });
      expect((await whoIs(client)).person.secondFactor).toBe('none');
      await client.get('/api/auth/log-ins').expect(200);
    }
  });

  it('is whoever is given such a role, from then on', async () => {
    const { client, person } = await logInAs(api, { roles: ['assessor'] });
    await client.get('/api/reviews').expect(200);
    await api.db.manager.update(Person, { id: person.id }, { roles: ['assessor', 'certifier'] });
    await client.get('/api/reviews').expect(403);
  });
});

it('is not demanded where it need not be', async () => {
  const lenient = await startApi();
  try {
    const person = await aPerson(lenient.db, { roles: ['administrator'] });
    const client = new Client(lenient.url);
    await client.logIn(person.email, PASSWORD);
    await client.get('/api/people').expect(200);
  } finally {
    await lenient.close();
  }
});
