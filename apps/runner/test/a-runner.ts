import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { type LoadedLab, publicationOfLab } from '@ennead/content';
import { LabSession, makeDataSource, Verdict } from '@ennead/persistence';
import { Engine } from '@ennead/sandbox';
import { eventually } from '@ennead/testing';
import { makeTestDatabase, testContentSecret, testVerdictKey } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { readSettings } from '../src/settings.ts';
import { type Runner, startRunner } from '../src/start-runner.ts';
import { instanceOf } from '../src/labs/instance-of.ts';
import { LabClient } from './lab-client.ts';
import { testEnvironment } from './test-environment.ts';

const runnerToken = 'a runner token that only specs use';

/** Database, Redis, Docker and data directory for runners of one spec; nothing of it is shared with another spec. */
export const aRunnerBed = async () => {
  const { TEST_DATABASE_ADMIN_URL, TEST_REDIS_URL, TEST_DATA_DIR, DOCKER_HOST, JEST_WORKER_ID } =
    testEnvironment();
  const database = await makeTestDatabase(TEST_DATABASE_ADMIN_URL);
  const db = await makeDataSource(database.ownerUrl, 3).initialize();
  const redis = new URL(TEST_REDIS_URL);
  redis.pathname = `/${(JEST_WORKER_ID % 14) + 1}`;
  const variables = {
    DATABASE_URL: database.runnerUrl,
    REDIS_URL: redis.href,
    ...(DOCKER_HOST ? { DOCKER_HOST } : {}),
    RUNNER_URL: 'http://127.0.0.1:0',
    RUNNER_TOKEN: runnerToken,
    VERDICT_SIGNING_KEY: JSON.stringify(testVerdictKey),
    ENNEAD_DATA_DIR: mkdtempSync(join(TEST_DATA_DIR, 'runner-')),
    RUNNER_WARM_MACHINES: '1',
  };
  const engine = new Engine({ instance: instanceOf(variables.ENNEAD_DATA_DIR) });
  return {
    db,
    engine,
    variables,
    /** Publishes labs, and nothing beside them, as publishing does at start. */
    offer: async (...labs: readonly LoadedLab[]): Promise<OfferedLab[]> => {
      const publications = labs.map((lab) => publicationOfLab(lab, testContentSecret));
      await database.publish({
        bodies: publications.flatMap(({ bodies }) => bodies),
        pieces: publications.flatMap(({ pieces }) => pieces),
        links: publications.flatMap(({ links }) => links),
      });
      return labs.map((lab, at) => ({
        ...lab,
        hash: publications[at]!.pieces.find(({ kind }) => kind === 'lab')!.hash,
      }));
    },
    start: async (): Promise<Runner> => {
      const runner = await startRunner(readSettings(variables));
      await runner.prepared;
      return runner;
    },
    connect: (port: number, session: LabSession) => LabClient.connect(port, session.id, runnerToken),
    close: async () => {
      await engine.sweep(new Set());
      await db.destroy();
      await database.drop();
    },
  };
};
/** A lab with the hash by which a session pins it. */
export type OfferedLab = LoadedLab & { readonly hash: string };
export type RunnerBed = Awaited<ReturnType<typeof aRunnerBed>>;

/** An open lab session of a candidate of its own. */
export const aLabSession = async (
  db: DataSource,
  { lab, hash }: Pick<OfferedLab, 'lab' | 'hash'>,
  { secondsLeft = 2_700 }: { secondsLeft?: number } = {},
): Promise<LabSession> => {
  const [owner]: [{ entryId: string; sessionPartId: string }] = await db.query(
    `WITH candidate AS (
       INSERT INTO person (email, name, locale, roles) VALUES ($1, 'Ada', 'en', '{candidate}') RETURNING id),
     sitting AS (
       INSERT INTO exam_session (title, role, level, state, opens_at, closes_at, standard_hash, scheme_id,
         scheme_version, scheme_hash)
       VALUES ('{}', 'application-engineer', 'junior', 'scheduled', clock(), clock() + interval '1 day', $3, '-', 1, $3)
       RETURNING id),
     part AS (
       INSERT INTO session_part (exam_session_id, position, dimension, kind, content_id, content_hash, weight,
         duration_sec)
       SELECT id, 1, 'skills', 'lab', $2, $3, 1, 3600 FROM sitting RETURNING id),
     enrolled AS (
       INSERT INTO enrolment (candidate_id, role, level, state)
       SELECT id, 'application-engineer', 'junior', 'active' FROM candidate RETURNING id),
     entered AS (
       INSERT INTO entry (enrolment_id, exam_session_id, number, cause, state)
       SELECT enrolled.id, sitting.id, 1, 'first', 'entered' FROM enrolled, sitting RETURNING id)
     SELECT entered.id AS "entryId", part.id AS "sessionPartId" FROM entered, part`,
    [`${randomBytes(6).toString('hex')}@example.org`, lab.id, hash],
  );
  const now = Date.now();
  return db.manager.save(
    db.manager.create(LabSession, {
      ...owner,
      number: 1,
      labId: lab.id,
      labVersion: lab.version,
      labHash: hash,
      state: 'open',
      startedAt: new Date(now),
      deadlineAt: new Date(now + secondsLeft * 1000),
    }),
  );
};

/** Hands in as the server does, without telling the queue: the runner has to see it by itself. */
export const handIn = (db: DataSource, { id }: LabSession) =>
  db.manager.update(
    LabSession,
    { id, state: 'open' },
    { state: 'handed-in', handedInAt: new Date(), handInCause: 'candidate' },
  );

export const readSession = (db: DataSource, { id }: LabSession) =>
  db.manager.findOneByOrFail(LabSession, { id });

/** The session once it is graded, with what its newest verdict says. */
export const graded = (
  db: DataSource,
  session: LabSession,
): Promise<LabSession & Pick<Verdict, 'scoreCents'>> =>
  eventually(async () => {
    const row = await readSession(db, session);
    if (row.state !== 'graded') return undefined;
    const of = { where: { labSessionId: row.id }, order: { gradedAt: 'DESC' } } as const;
    return { ...row, scoreCents: (await db.manager.findOneOrFail(Verdict, of)).scoreCents };
  }, 60_000);
