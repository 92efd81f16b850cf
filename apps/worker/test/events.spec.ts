import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { makeDataSource } from '@ennead/persistence';
import { makeTestDatabase, type TestDatabase } from '@ennead/testing/database';
import { requestId } from '@ennead/telemetry';
import fc from 'fast-check';
import type { DataSource, EntityManager } from 'typeorm';
import { Dispatcher } from '../src/events/dispatcher.ts';
import type { Handler, OutboxFact } from '../src/events/handler.ts';
import { mostTries } from '../src/events/next-try.ts';

let database: TestDatabase;
let owner: DataSource;
let db: DataSource;
beforeAll(async () => {
  // What fails here fails on purpose.
  Logger.overrideLogger(false);
  database = await makeTestDatabase(process.env['TEST_DATABASE_ADMIN_URL']!);
  owner = await makeDataSource(database.ownerUrl, 3).initialize();
  db = await makeDataSource(database.workerUrl, 12).initialize();
  // What a handler does, as the database has it: a row for each event.
  await owner.query(
    'CREATE TABLE effect (at bigserial PRIMARY KEY, handler text, event bigint, subject text)',
  );
  await owner.query('GRANT ALL ON effect, effect_at_seq TO PUBLIC');
});
afterEach(() => owner.query('TRUNCATE effect, event_delivery, outbox_event'));
afterAll(async () => {
  await db?.destroy();
  await owner?.destroy();
  await database?.drop();
});

const happens = async (subject: string, name = 'thing.done', manager: EntityManager = owner.manager) => {
  const [{ id }] = (await manager.query(
    `INSERT INTO outbox_event (name, subject_kind, subject_id) VALUES ($1, 'thing', $2) RETURNING id`,
    [name, subject],
  )) as [{ id: string }];
  return id;
};

const write = (manager: EntityManager, handler: string, { id, subjectId }: OutboxFact) =>
  manager.query('INSERT INTO effect (handler, event, subject) VALUES ($1, $2, $3)', [handler, id, subjectId]);

const aHandler = (
  name: string,
  act: (event: OutboxFact) => void | Promise<void> = () => undefined,
  on = ['thing.done'],
): Handler => ({
  name,
  on,
  handle: async (manager, event) => {
    await write(manager, name, event);
    await act(event);
  },
});

const effects = async (handler: string): Promise<string[]> => {
  const rows: { event: string }[] = await owner.query(
    'SELECT event FROM effect WHERE handler = $1 ORDER BY at',
    [handler],
  );
  return rows.map(({ event }) => event);
};

const drain = async (dispatcher: Dispatcher): Promise<void> => {
  while ((await dispatcher.run()) > 0);
};

/** Lets the time pass that a failed handler waits. */
const waited = () => owner.query('UPDATE event_delivery SET due_at = NULL WHERE handled_at IS NULL');

describe('an event', () => {
  it('is handled in the name of the request it happened for, and so is what follows of it', async () => {
    const named = new Map<string, string | undefined>();
    const note = aHandler('note', ({ subjectId }) => void named.set(subjectId, requestId()));
    for (const subject of ['a', 'b', 'c', 'd', 'e'])
      await owner.query(
        `INSERT INTO outbox_event (name, subject_kind, subject_id, request_id) VALUES ('thing.done', 'thing', $1, $2)`,
        [subject, `request-of-${subject}`],
      );
    await happens('nobodys');
    await drain(new Dispatcher(db, [note]));
    const { nobodys, ...others } = Object.fromEntries(named);
    expect(others).toEqual(
      Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((subject) => [subject, `request-of-${subject}`])),
    );
    expect(nobodys).toMatch(/^[0-9a-f]{16}$/);
  });

  it('reaches each handler of its name once, and no other', async () => {
    const dispatcher = new Dispatcher(db, [
      aHandler('one'),
      aHandler('two', undefined, ['thing.done', 'thing.undone']),
      aHandler('three', undefined, ['thing.undone']),
    ]);
    const done = await happens('a');
    const undone = await happens('a', 'thing.undone');
    const nobodys = await happens('a', 'thing.seen');
    await drain(dispatcher);
    await drain(dispatcher);
    expect(await effects('one')).toEqual([done]);
    expect(await effects('two')).toEqual([done, undone]);
    expect(await effects('three')).toEqual([undone]);
    expect(await owner.query('SELECT id FROM outbox_event WHERE distributed_at IS NULL')).toEqual([]);
    expect(nobodys).toBeDefined();
  });

  it('that is not committed yet is not passed over by one that came after it', async () => {
    const dispatcher = new Dispatcher(db, [aHandler('one')]);
    const early = await owner.transaction(async (manager) => {
      const id = await happens('a', 'thing.done', manager);
      const late = await happens('b');
      await drain(dispatcher);
      expect(await effects('one')).toEqual([late]);
      return id;
    });
    await drain(dispatcher);
    expect(await effects('one')).toContain(early);
  });

  it('of which nobody committed anything never happened', async () => {
    await owner
      .transaction(async (manager) => {
        await happens('a', 'thing.done', manager);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await drain(new Dispatcher(db, [aHandler('one')]));
    expect(await effects('one')).toEqual([]);
  });
});

describe('a handler that fails', () => {
  it('leaves nothing behind, is tried again later, and does it then once', async () => {
    let failures = 2;
    const dispatcher = new Dispatcher(db, [
      aHandler('one', () => {
        if (failures-- > 0) throw new Error('not today');
      }),
    ]);
    const id = await happens('a');
    await drain(dispatcher);
    expect(await effects('one')).toEqual([]);
    await drain(dispatcher);
    expect(await owner.query('SELECT tries, fault FROM event_delivery')).toEqual([
      { tries: 1, fault: 'not today' },
    ]);
    await waited();
    await drain(dispatcher);
    await waited();
    await drain(dispatcher);
    expect(await effects('one')).toEqual([id]);
  });

  it('holds up what follows of the same subject, and nothing else', async () => {
    let broken = true;
    const dispatcher = new Dispatcher(db, [
      aHandler('one', ({ subjectId }) => {
        if (broken && subjectId === 'a') throw new Error('not today');
      }),
      aHandler('two'),
    ]);
    const ids = [await happens('a'), await happens('b'), await happens('a'), await happens('b')];
    await drain(dispatcher);
    expect(await effects('one')).toEqual([ids[1], ids[3]]);
    expect([...(await effects('two'))].sort()).toEqual([...ids].sort());
    broken = false;
    await waited();
    await drain(dispatcher);
    expect((await effects('one')).slice(2)).toEqual([ids[0], ids[2]]);
  });

  it('again and again is parked, and goes on where it was when somebody has it tried again', async () => {
    let broken = true;
    const dispatcher = new Dispatcher(db, [
      aHandler('one', () => {
        if (broken) throw new Error('never');
      }),
    ]);
    const ids = [await happens('a'), await happens('a')];
    for (let tried = 0; tried < mostTries + 3; tried += 1) {
      await drain(dispatcher);
      await waited();
    }
    expect(
      await owner.query(
        'SELECT tries, parked_at IS NOT NULL AS parked FROM event_delivery ORDER BY event_id',
      ),
    ).toEqual([
      { tries: mostTries, parked: true },
      { tries: 0, parked: false },
    ]);
    broken = false;
    await drain(dispatcher);
    expect(await effects('one')).toEqual([]);
    await owner.query('UPDATE event_delivery SET parked_at = NULL, tries = 0');
    await drain(dispatcher);
    expect(await effects('one')).toEqual(ids);
  });
});

describe('what somebody else holds', () => {
  it('makes a handler fail that waits for it, and holds up nobody else', async () => {
    const waiting: Handler = {
      ...aHandler('one'),
      handle: async (manager, event) => {
        if (event.subjectId === 'a') await manager.query('LOCK TABLE held IN EXCLUSIVE MODE');
        await write(manager, 'one', event);
      },
    };
    const dispatcher = new Dispatcher(db, [waiting]);
    await owner.query('CREATE TABLE held ()');
    await owner.query('GRANT ALL ON held TO PUBLIC');
    const [, free] = [await happens('a'), await happens('b')];
    await owner.transaction(async (manager) => {
      await manager.query('LOCK TABLE held IN EXCLUSIVE MODE');
      await drain(dispatcher);
    });
    expect(await effects('one')).toEqual([free]);
    expect(await owner.query('SELECT tries, fault FROM event_delivery WHERE handled_at IS NULL')).toEqual([
      { tries: 1, fault: expect.stringContaining('lock timeout') },
    ]);
  });

  it('is nothing to do for now', async () => {
    const dispatcher = new Dispatcher(db, [aHandler('one')]);
    await happens('a');
    await drain(new Dispatcher(db, [aHandler('one', () => Promise.reject(new Error('once')))]));
    await waited();
    await owner.transaction(async (manager) => {
      await manager.query('SELECT FROM event_delivery FOR UPDATE');
      expect(await dispatcher.run()).toBe(0);
    });
    expect(await dispatcher.run()).toBe(1);
  });

  it('a reason that no database can hold is noted all the same', async () => {
    await happens('a');
    await drain(
      new Dispatcher(db, [aHandler('one', () => Promise.reject(new Error(`a\0b${'x'.repeat(9_000)}`)))]),
    );
    const [{ tries, fault }] = (await owner.query('SELECT tries, fault FROM event_delivery')) as [
      { tries: number; fault: string },
    ];
    expect([tries, fault.length, fault.slice(0, 3)]).toEqual([1, 2_000, 'abx']);
  });
});

describe('several at once', () => {
  const aCase = fc.record({
    subjects: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 25 }),
    failing: fc.array(fc.nat(40), { maxLength: 6 }),
  });

  it('do each thing once and in order, whatever fails on the way', async () => {
    await fc.assert(
      fc.asyncProperty(aCase, async ({ subjects, failing }) => {
        await owner.query('TRUNCATE effect, event_delivery, outbox_event');
        let calls = 0;
        const act = () => {
          if (failing.includes(calls++)) throw new Error('this once');
        };
        const [one, other] = [0, 1].map(
          () => new Dispatcher(db, [aHandler('one', act), aHandler('two', act)]),
        );
        const expected = new Map<string, string[]>();
        for (const subject of subjects)
          expected.set(subject, [...(expected.get(subject) ?? []), await happens(subject)]);
        for (let round = 0; round <= failing.length; round += 1) {
          await Promise.all([drain(one!), drain(other!)]);
          await waited();
        }
        await Promise.all([drain(one!), drain(other!)]);
        for (const handler of ['one', 'two'])
          for (const [subject, ids] of expected) {
            const rows: { event: string }[] = await owner.query(
              'SELECT event FROM effect WHERE handler = $1 AND subject = $2 ORDER BY at',
              [handler, subject],
            );
            expect(rows.map(({ event }) => event)).toEqual(ids);
          }
      }),
      { numRuns: 25 },
    );
  });
});
