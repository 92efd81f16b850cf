import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freeTextOf, houseLetters, letterFacts, MessageKind } from '@ennead/contracts';
import { MessageChoice, Person, makeDataSource, type Message } from '@ennead/persistence';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { makeTestDatabase, type TestDatabase } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { findLatestMessages, queueMessage } from '../src/index.ts';
import { paramWords } from '../src/param-words.ts';

let database: TestDatabase;
let owner: DataSource;
let as: Record<'app' | 'worker', DataSource>;
beforeAll(async () => {
  const { TEST_DATABASE_ADMIN_URL } = z.object({ TEST_DATABASE_ADMIN_URL: z.string() }).parse(process.env);
  database = await makeTestDatabase(TEST_DATABASE_ADMIN_URL);
  owner = await makeDataSource(database.ownerUrl, 2).initialize();
  as = {
    app: await makeDataSource(database.appUrl, 2).initialize(),
    worker: await makeDataSource(database.workerUrl, 2).initialize(),
  };
});
afterAll(async () => {
  for (const connection of [owner, as.app, as.worker]) await connection.destroy();
  await database.drop();
});

let count = 0;
const aPerson = (name = '周予安', emailConfirmedAt: Date | null = new Date()): Promise<Person> =>
  owner.manager.save(
    owner.manager.create(Person, {
      email: `person-${++count}@example.org`,
      name,
      locale: 'zh-CN',
      passwordHash: null,
      roles: ['candidate'],
      institutionId: null,
      emailConfirmedAt,
    }),
  );

const english = (readIn: 'letter' | 'notice') => ({ locale: 'en', readIn, zone: 'UTC' }) as const;
const changed = { at: { at: '2026-11-26T10:00:00Z' } };

describe('a queued message', () => {
  it.each(['app', 'worker'] as const)('is written by the %s, to where its person is now', async (role) => {
    const { id, email } = await aPerson();
    await as[role].transaction((manager) =>
      queueMessage(manager, { kind: 'password-changed', to: { personId: id }, params: changed }),
    );
    const [message, ...more] = await queuedMessages(owner, { personId: id });
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      kind: 'password-changed',
      state: 'queued',
      address: email,
      name: '周予安',
      locale: 'zh-CN',
      params: changed,
      link: null,
      sentBy: null,
      tries: 0,
    });
    expect(message!.messageId).toMatch(/^<[0-9a-f-]{36}@ennead>$/);
  });

  it('is not there when what it tells of is not', async () => {
    const { id } = await aPerson();
    const act = as.app.transaction(async (manager) => {
      await queueMessage(manager, { kind: 'password-changed', to: { personId: id }, params: changed });
      throw new Error('undone');
    });
    await expect(act).rejects.toThrow('undone');
    expect(await queuedMessages(owner, { personId: id })).toEqual([]);
  });

  it('is one for each occasion, also of two at once', async () => {
    const { id } = await aPerson();
    const queue = () =>
      as.worker.transaction((manager) =>
        queueMessage(manager, {
          kind: 'password-changed',
          to: { personId: id },
          params: changed,
          once: `once ${id}`,
        }),
      );
    await Promise.all([queue(), queue()]);
    await queue();
    expect(await queuedMessages(owner, { personId: id })).toHaveLength(1);
  });

  it('keeps its link apart, with an end', async () => {
    const until = new Date('2026-12-30T00:00:00Z');
    const to = { address: 'new@example.org', name: 'Ada', locale: 'en' } as const;
    const letter = { kind: 'confirm-address', to, params: { until: { at: until.toISOString() } } } as const;
    await queueMessage(as.app.manager, { ...letter, link: 'https://e.example/c#one', linkExpiresAt: until });
    await queueMessage(as.app.manager, { ...letter, link: 'https://e.example/c#two' });
    const [one, two] = await queuedMessages(owner, { address: 'new@example.org' });
    expect(one).toMatchObject({ link: 'https://e.example/c#one', linkExpiresAt: until, personId: null });
    expect(JSON.stringify(one!.params)).not.toContain('https:');
    expect(two!.linkExpiresAt!.getTime()).toBeGreaterThan(two!.queuedAt.getTime());
    const trail: { detail: unknown }[] = await owner.query(
      `SELECT detail FROM audit_event WHERE action = 'message.queued' AND subject_id = $1`,
      [one!.id],
    );
    expect(JSON.stringify(trail)).not.toContain('#one');
  });

  it.each([
    ['breaks', 'Eve\r\nBcc: all@example.org', 'Eve Bcc: all@example.org'],
    ['turned writing', 'Eve\u202Emoc', 'Eve moc'],
    ['what a template reads', '{{link}} & <b>', '{{link}} & <b>'],
  ])('has a name of one line, whatever it was: %s', async (_what, given, kept) => {
    const { id } = await aPerson(given);
    await queueMessage(as.app.manager, {
      kind: 'password-changed',
      to: { personId: id },
      params: changed,
    });
    expect((await queuedMessages(owner, { personId: id }))[0]!.name).toBe(kept);
  });

  it('to an address that nobody has confirmed greets nobody by name, and keeps free words for the notice', async () => {
    const advertisement = 'Cheap watches at shop.example';
    const params = { institution: 'A college', session: 'December', reason: advertisement };
    const wordsTo = async (person: Person) => {
      await queueMessage(as.app.manager, { kind: 'seat-withdrawn', to: { personId: person.id }, params });
      const [{ name, params: kept }] = (await queuedMessages(owner, { personId: person.id })) as [Message];
      return [
        name,
        paramWords(kept['reason']!, english('letter')),
        paramWords(kept['reason']!, english('notice')),
      ];
    };
    expect(await wordsTo(await aPerson(advertisement, null))).toEqual([
      '用户',
      '(to be read in your notices, after logging in)',
      advertisement,
    ]);
    expect(await wordsTo(await aPerson('Lin'))).toEqual(['Lin', advertisement, advertisement]);
  });

  it.each(MessageKind.options)('says of %s which of its words are somebody’s own', (kind) => {
    const { shows } = letterFacts[kind];
    const written = shows.filter((place) => /reason|note|answer|text|words/.test(place));
    expect(freeTextOf(kind)).toEqual(written);
    if (houseLetters.some((one) => one === kind))
      expect(shows.filter((place) => !written.includes(place)).sort()).toEqual(
        shows
          .filter((place) =>
            [
              'institution',
              'certification',
              'session',
              'opens',
              'closes',
              'until',
              'where',
              'bring',
              'steps',
            ].includes(place),
          )
          .sort(),
      );
  });

  it('is a notice alone where its person wants no mail of the kind, unless duty demands it', async () => {
    const { id } = await aPerson();
    for (const kind of ['handed-in', 'password-changed'] as const)
      await owner.manager.insert(MessageChoice, { personId: id, kind, mail: false });
    const shown = { session: { 'zh-CN': '十二月场', en: 'December' }, part: '笔试', at: changed.at };
    await queueMessage(as.worker.manager, { kind: 'handed-in', to: { personId: id }, params: shown });
    await queueMessage(as.worker.manager, {
      kind: 'password-changed',
      to: { personId: id },
      params: changed,
    });
    const states = (await queuedMessages(owner, { personId: id })).map(({ kind, state }) => [kind, state]);
    expect(states).toEqual([
      ['handed-in', 'suppressed'],
      ['password-changed', 'queued'],
    ]);
  });
});

it('what became of the latest letter of a kind is told for each of many people', async () => {
  const [one, other, nobody] = [await aPerson(), await aPerson(), await aPerson()];
  const write = (personId: string) =>
    queueMessage(as.app.manager, { kind: 'password-changed', to: { personId }, params: changed });
  for (const { id } of [one, one, other]) await write(id);
  const [first, second] = await queuedMessages(owner, { personId: one.id });
  await owner.query(`UPDATE message SET queued_at = queued_at - interval '1 hour' WHERE id = $1`, [
    first!.id,
  ]);
  await owner.query(
    `UPDATE message SET state = 'refused', reason = 'bounced', fault = 'no such box' WHERE id = $1`,
    [second!.id],
  );
  const ids = [one.id, other.id, nobody.id];
  const found = await findLatestMessages(as.app.manager, 'password-changed', ids);
  expect([...found.keys()].sort()).toEqual([one.id, other.id].sort());
  expect(found.get(one.id)).toMatchObject({ id: second!.id, state: 'refused', fault: 'no such box' });
  expect(found.get(other.id)).toMatchObject({ state: 'queued', reason: null });
  expect(await findLatestMessages(as.app.manager, 'invitation', ids)).toEqual(new Map());
});
