import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { KeptSeal } from '@ennead/contracts/internal';
import { makeDataSource, mostInSeal, recordAudit } from '@ennead/persistence';
import { programArgs, ROOT } from '@ennead/provision';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { makeTestDatabase, type TestDatabase } from '@ennead/testing/database';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { sealTrail } from '../../worker/src/trail/seal-trail.ts';
import type { TrailFault } from '../src/modules/audit/verify/trail-fault.ts';
import { verifyTrail } from '../src/modules/audit/verify/verify-trail.ts';
import { testEnvironment } from './harness/test-environment.ts';

let database: TestDatabase | undefined;
let owner: DataSource;
let server: DataSource;
let worker: DataSource;

const close = async () => {
  for (const one of [owner, server, worker]) await one?.destroy();
  await database?.drop();
};
beforeEach(async () => {
  await close();
  database = await makeTestDatabase(testEnvironment().TEST_DATABASE_ADMIN_URL);
  owner = await makeDataSource(database.ownerUrl, 3).initialize();
  server = await makeDataSource(database.appUrl, 3).initialize();
  worker = await makeDataSource(database.workerUrl, 3).initialize();
  await makeClockShiftable(owner);
});
afterAll(close);

const happens = (what: string, manager: EntityManager = server.manager) =>
  recordAudit(manager, {
    actorId: null,
    action: 'thing.done',
    subjectKind: 'thing',
    subjectId: what,
    detail: { what },
  });

const verify = async (kept: KeptSeal | null = null) => {
  const found: TrailFault[] = [];
  const report = await verifyTrail(server, kept, (fault) => found.push(fault));
  return { ...report, found };
};

/** Three seals of one row each, with the row's number the seal's. */
const sealThree = async () => {
  for (const what of ['a', 'b', 'c']) {
    await happens(what);
    expect(await sealTrail(worker)).toBe(1);
  }
};

/** Writes a seal anew so that it fits what it covers now, as whoever owns the schema could. */
const sealAnew = async (): Promise<void> => {
  await owner.query('TRUNCATE audit_seal, audit_seal_event');
  await owner.query('INSERT INTO audit_unsealed SELECT id FROM audit_event ON CONFLICT DO NOTHING');
  await sealTrail(worker);
};

describe('the chain of seals', () => {
  it('covers every row once, and holds', async () => {
    await sealThree();
    expect(await sealTrail(worker)).toBe(0);
    expect(await verify()).toMatchObject({
      rows: 3,
      erased: 0,
      waiting: 0,
      faults: 0,
      newest: { number: 3 },
    });
    const { newest } = await verify();
    await happens('d');
    await sealTrail(worker);
    expect(await verify(newest)).toMatchObject({ rows: 4, faults: 0, newest: { number: 4 } });
  });

  it('takes more than fits into one seal into several', async () => {
    await server.query(
      `INSERT INTO audit_event (action, subject_kind, subject_id)
       SELECT 'thing.done', 'thing', n::text FROM generate_series(1, $1::int) n`,
      [2 * mostInSeal + 1],
    );
    expect(await sealTrail(worker)).toBe(2 * mostInSeal + 1);
    expect(await verify()).toMatchObject({ rows: 2 * mostInSeal + 1, faults: 0, newest: { number: 3 } });
  });

  it('seals once what two workers seal at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => happens(String(index))));
    const other = await makeDataSource(database!.workerUrl, 2).initialize();
    const sealed = await Promise.all([sealTrail(worker), sealTrail(other)]);
    await other.destroy();
    expect(sealed.reduce((sum, one) => sum + one)).toBe(30);
    expect(await verify()).toMatchObject({ rows: 30, faults: 0 });
  });

  it('loses no row that is committed after later ones were sealed', async () => {
    const late: QueryRunner = server.createQueryRunner();
    await late.startTransaction();
    await happens('late', late.manager);
    await happens('early');
    expect(await sealTrail(worker)).toBe(1);
    const [{ newest: seen }] = (await owner.query(
      `SELECT max(event_id)::int AS newest FROM audit_seal_event`,
    )) as [{ newest: number }];
    expect(seen).toBe(2);
    expect(await verify()).toMatchObject({ rows: 1, waiting: 0, faults: 0 });
    await late.commitTransaction();
    await late.release();
    expect(await verify()).toMatchObject({ rows: 1, waiting: 1, faults: 0 });
    expect(await sealTrail(worker)).toBe(1);
    expect(await verify()).toMatchObject({ rows: 2, waiting: 0, faults: 0, newest: { number: 2 } });
  });

  it('seals nothing of a transaction that is taken back', async () => {
    const undone = server.createQueryRunner();
    await undone.startTransaction();
    await happens('undone', undone.manager);
    await undone.rollbackTransaction();
    await undone.release();
    expect(await sealTrail(worker)).toBe(0);
    expect(await verify()).toMatchObject({ rows: 0, waiting: 0, faults: 0, newest: { number: 0 } });
  });

  it('has nothing half done when a worker is killed amid a seal', async () => {
    await sealThree();
    await happens('d');
    // Everything but the commit, by a connection that is then cut.
    const doomed = worker.createQueryRunner();
    await doomed.startTransaction();
    const [{ pid }] = (await doomed.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
    await doomed.query('INSERT INTO audit_seal VALUES (4, $1, $2, clock())', ['x', 'y']);
    await doomed.query(`INSERT INTO audit_seal_event VALUES (4, 4, 'd', 'h')`);
    await doomed.query('DELETE FROM audit_unsealed');
    await worker.query('SELECT pg_terminate_backend($1)', [pid]);
    await doomed.release().catch(() => undefined);
    expect(await verify()).toMatchObject({ rows: 3, waiting: 1, faults: 0 });
    expect(await sealTrail(worker)).toBe(1);
    expect(await verify()).toMatchObject({ rows: 4, faults: 0, newest: { number: 4 } });
  });

  it('holds after detail was erased with its salt, and not when only detail was', async () => {
    await sealThree();
    await owner.query(`UPDATE audit_event SET detail = '{}', salt = NULL WHERE id = 2`);
    expect(await verify()).toMatchObject({ rows: 3, erased: 1, faults: 0 });
    await owner.query(`UPDATE audit_event SET detail = '{}' WHERE id = 3`);
    expect((await verify()).found).toEqual([{ kind: 'altered', eventId: '3', seal: 3 }]);
    await owner.query(`UPDATE audit_event SET detail = '{"what": "made up"}' WHERE id = 2`);
    expect((await verify()).found).toContainEqual({ kind: 'altered', eventId: '2', seal: 2 });
  });
});

describe('the verifier', () => {
  it.each([
    `action = 'thing.undone'`,
    `actor_id = (SELECT id FROM person)`,
    `subject_id = 'z'`,
    `subject_kind = 'other'`,
    `entry_id = gen_random_uuid()`,
    `at = at + interval '1 microsecond'`,
    `detail = '{"what": "z"}'`,
    `salt = gen_random_uuid()`,
  ])('names a row of which somebody set %s', async (change) => {
    await owner.query(
      `INSERT INTO person (email, name, locale, roles) VALUES ('a@example.org', 'A', 'en', '{candidate}')`,
    );
    await sealThree();
    await owner.query(`UPDATE audit_event SET ${change} WHERE id = 2`);
    expect((await verify()).found).toEqual([{ kind: 'altered', eventId: '2', seal: 2 }]);
  });

  it('names a row that was deleted, sealed or not', async () => {
    await sealThree();
    await happens('d');
    await owner.query('DELETE FROM audit_event WHERE id IN (2, 4)');
    await sealTrail(worker);
    expect((await verify()).found).toEqual([
      { kind: 'missing', eventId: '2', seal: 2 },
      { kind: 'missing', eventId: '4', seal: null },
    ]);
  });

  it('names a seal that no longer knows of a row', async () => {
    await sealThree();
    await owner.query('DELETE FROM audit_seal_event WHERE event_id = 2');
    await owner.query('DELETE FROM audit_event WHERE id = 2');
    expect((await verify()).found).toEqual([{ kind: 'altered-seal', seal: 2 }]);
  });

  it('names a row that was inserted with an earlier date, and not one that waited while no worker was there', async () => {
    await happens('a');
    await shiftClock(owner, '3 hours');
    await sealTrail(worker);
    await happens('b');
    await sealTrail(worker);
    expect((await verify()).found).toEqual([]);
    await owner.query(
      `INSERT INTO audit_event (at, action, subject_kind, subject_id)
       VALUES (clock() - interval '20 minutes', 'thing.done', 'thing', 'forged')`,
    );
    await sealTrail(worker);
    expect((await verify()).found).toMatchObject([{ kind: 'misdated', eventId: '3', seal: 3 }]);
  });

  it('names a row that nobody sealed, with its age', async () => {
    await sealThree();
    await happens('d');
    expect(await verify()).toMatchObject({ waiting: 1, found: [] });
    await worker.query('DELETE FROM audit_unsealed');
    await shiftClock(owner, '90 seconds');
    expect((await verify()).found).toMatchObject([{ kind: 'unsealed', eventId: '4' }]);
    const [overdue] = (await verify()).found;
    expect(overdue?.kind === 'unsealed' && overdue.ageSec).toBeGreaterThanOrEqual(90);
  });

  it('names a broken link, and a seal that was cut out', async () => {
    await sealThree();
    await owner.query(`UPDATE audit_seal SET hash = repeat('0', 64) WHERE number = 2`);
    expect((await verify()).found).toEqual([
      { kind: 'altered-seal', seal: 2 },
      { kind: 'broken-link', seal: 3 },
    ]);
    await owner.query('DELETE FROM audit_seal_event WHERE seal_number = 2');
    await owner.query('DELETE FROM audit_seal WHERE number = 2');
    expect((await verify()).found).toContainEqual({ kind: 'broken-link', seal: 3 });
  });

  it('finds by a seal that was kept elsewhere that the chain was written anew, or cut off', async () => {
    await sealThree();
    const { newest } = await verify();
    await owner.query(`UPDATE audit_event SET action = 'thing.undone' WHERE id = 2`);
    await sealAnew();
    expect((await verify()).found).toEqual([]);
    expect((await verify(newest)).found).toEqual([{ kind: 'other-chain', seal: 3 }]);
    const one = (await verify()).newest;
    expect(one.number).toBe(1);
    expect((await verify({ number: 1, hash: newest.hash })).found).toEqual([
      { kind: 'other-chain', seal: 1 },
    ]);
    expect((await verify(one)).found).toEqual([]);
  });

  it('is a program that prints all that, and ends with 1 where something does not hold', async () => {
    await sealThree();
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, programArgs('api', 'verify-trail', ...args), {
        cwd: ROOT,
        env: { PATH: process.env['PATH'], DATABASE_URL: database!.appUrl },
      }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
      );
    const first = await run();
    expect(first).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^3 rows sealed.*\nNewest seal: 3:[0-9a-f]{64}\n$/),
    });
    const kept = /3:[0-9a-f]{64}/.exec(first.stdout)![0];
    expect(await run('--from', kept)).toMatchObject({ code: 0 });
    await owner.query('DELETE FROM audit_event WHERE id = 2');
    const faulty = await run('--from', kept);
    expect(faulty).toMatchObject({ code: 1 });
    expect(faulty.stdout).toContain('missing: row 2 of seal 2 is gone');
    expect(await run('--from', 'nonsense')).toMatchObject({ code: 1 });
  });
});

describe('the rights of the processes', () => {
  const denied = /permission denied/;

  it.each(['app', 'runner', 'worker', 'publisher'] as const)(
    'let %s say neither when something happened nor under which number, nor with which salt',
    async (role) => {
      const db = await makeDataSource(database![`${role}Url`], 1).initialize();
      for (const [column, value] of [
        ['at', 'clock()'],
        ['id', '99'],
        ['salt', 'gen_random_uuid()'],
      ] as const)
        await expect(
          db.query(
            `INSERT INTO audit_event (${column}, action, subject_kind, subject_id) OVERRIDING SYSTEM VALUE
             VALUES (${value}, 'thing.done', 'thing', 'x')`,
          ),
        ).rejects.toThrow(denied);
      await db.query(
        `INSERT INTO audit_event (action, subject_kind, subject_id) VALUES ('thing.done', 'thing', 'x')`,
      );
      await db.destroy();
    },
  );

  it('let nobody but the worker add to the chain, and nobody change it', async () => {
    await sealThree();
    for (const role of ['app', 'runner', 'worker', 'publisher'] as const) {
      const db = await makeDataSource(database![`${role}Url`], 1).initialize();
      const adds = [
        `INSERT INTO audit_seal VALUES (9, 'x', 'y', clock())`,
        `INSERT INTO audit_seal_event VALUES (9, 1, 'x', 'y')`,
      ];
      if (role !== 'worker') for (const add of adds) await expect(db.query(add)).rejects.toThrow(denied);
      for (const attack of [
        `UPDATE audit_seal SET hash = hash`,
        `DELETE FROM audit_seal`,
        `UPDATE audit_seal_event SET hash = hash`,
        `DELETE FROM audit_seal_event`,
        `INSERT INTO audit_unsealed VALUES (1)`,
      ])
        await expect(db.query(attack)).rejects.toThrow(denied);
      await db.destroy();
    }
  });
});
