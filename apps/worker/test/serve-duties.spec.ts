import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Duty, makeDataSource } from '@ennead/persistence';
import { makeTestDatabase, type TestDatabase } from '@ennead/testing/database';
import { eventually } from '@ennead/testing';
import type { DataSource } from 'typeorm';
import { DutyNotes } from '../src/duties/duty-notes.ts';
import { serveDuties } from '../src/duties/serve-duties.ts';

let database: TestDatabase;
let db: DataSource;
beforeAll(async () => {
  // What fails here fails on purpose.
  Logger.overrideLogger(false);
  database = await makeTestDatabase(process.env['TEST_DATABASE_ADMIN_URL']!);
  db = await makeDataSource(database.workerUrl, 3).initialize();
});
afterAll(async () => {
  await db?.destroy();
  await database?.drop();
});

const noted = (name: string) => db.manager.findOneBy(Duty, { name });

it('a duty that fails is noted and tried again, and keeps no other from being done', async () => {
  let failing = true;
  let [tried, done] = [0, 0];
  const term = new AbortController();
  const serving = serveDuties(
    [
      {
        name: 'events',
        everyMs: 10,
        run: async () => {
          tried += 1;
          if (failing) throw new Error('no such column');
          return 0;
        },
      },
      {
        name: 'attempt-expiry',
        everyMs: 10,
        run: async () => {
          done += 1;
          return done === 1 ? 1 : 0;
        },
      },
      { name: 'review-assignment', everyMs: 60_000, run: async () => 0 },
    ],
    new DutyNotes(db, 'host:1'),
    term.signal,
  );
  const failed = await eventually(async () => {
    const found = await noted('events');
    return found && found.failures >= 2 && found;
  });
  expect(failed).toMatchObject({ worker: 'host:1', fault: 'no such column', didAt: null });
  expect(done).toBeGreaterThan(5);
  expect(await noted('attempt-expiry')).toMatchObject({ failures: 0, fault: null, didAt: expect.any(Date) });
  failing = false;
  const triedBefore = tried;
  await eventually(async () => (await noted('events'))?.failures === 0);
  expect(tried).toBeGreaterThan(triedBefore);
  term.abort();
  await serving;
});

it('a duty that is unhurried waits after it did something too', async () => {
  let [hurried, unhurried] = [0, 0];
  const term = new AbortController();
  const serving = serveDuties(
    [
      { name: 'events', everyMs: 60_000, run: async () => Number((hurried += 1) < 5) },
      { name: 'trail-sealing', everyMs: 60_000, unhurried: true, run: async () => (unhurried += 1) },
    ],
    new DutyNotes(db, 'host:1'),
    term.signal,
  );
  await eventually(async () => hurried === 5 && (await noted('trail-sealing'))?.didAt);
  expect(unhurried).toBe(1);
  term.abort();
  await serving;
});
