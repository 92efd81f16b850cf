import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DimensionCode, ExamSessionView, LevelCode, Scheme } from '@ennead/contracts';
import {
  composeResult,
  dimensions,
  findNearBoundaries,
  fractionFromInts,
  scoreDimensions,
  type DimensionScore,
  type Fraction,
} from '@ennead/domain';
import {
  Attempt,
  Entry,
  EntryScore,
  Enrolment,
  ExamSession,
  Form,
  Person,
  SessionPart,
} from '@ennead/persistence';
import {
  carryDimension,
  type EntryRules,
  findCurrent,
  findEntryRules,
  recordRun,
  sittingRecord,
} from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import { aScheme, aSchemeLevel } from '@ennead/testing/builders';
import { readCases } from '../src/modules/enrolments/find-cases.ts';
import { composeCase, scoresOf } from '../src/modules/results/compose-case.ts';
import { openSession } from './attempts-harness.ts';
import { putBody } from './harness/put-body.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
});
afterAll(() => api?.close());

const below = (most: number) => Math.floor(Math.random() * most);
const oneOf = <T>(values: readonly T[]): T => values[below(values.length)]!;
/** Scores on and around the lines as often as anywhere. */
const aScore = () => (below(3) === 0 ? 5_000 + oneOf([-401, -400, 0, 400, 401, 1000]) : below(10_001));

const someScheme = () => {
  const [a, b] = [below(101), below(101)].sort((x, y) => x - y) as [number, number];
  return aScheme({
    version: below(1_000_000) + 10,
    levels: (['junior', 'intermediate', 'senior'] as const).map((code) =>
      aSchemeLevel(code, {
        weights: { knowledge: a, skills: b - a, practice: 100 - b },
        cuts: aSchemeLevel(code).cuts.map(({ grade }, at) => ({
          grade,
          compositeCents: 4_000 + at * 1_500 + below(1_000),
        })),
      }),
    ),
  });
};

type Made = {
  readonly entryId: string;
  readonly scheme: Scheme;
  readonly level: LevelCode;
  readonly scores: Readonly<Record<DimensionCode, DimensionScore | null>>;
};
type Place = { readonly scheme: Scheme; readonly schemeHash: string; readonly level: LevelCode };

/**
 * An entry into a session of some parts of any weight a dimension, of which some have no record; in one case of three a
 * dimension is carried over from an earlier entry. With it what the domain makes of the same scores.
 */
const anyCase = async (manager: EntityManager): Promise<Made> => {
  const scheme = someScheme();
  const schemeHash = await putBody(manager, 'scheme', scheme);
  const place = { scheme, schemeHash, level: oneOf<LevelCode>(['junior', 'intermediate', 'senior']) };
  const { id: enrolmentId, candidateId } = await anEnrolment(manager, place.level);
  const carried = below(3) === 0 ? oneOf(dimensions) : null;
  const earlier = carried && (await anEntry(manager, place, enrolmentId, 1, []));
  const own = await anEntry(manager, place, enrolmentId, 2, carried ? [carried] : []);
  if (carried && earlier?.scores[carried]) {
    const source = await manager.findOneByOrFail(EntryScore, { entryId: earlier.entryId, place: carried });
    const carry = { entryId: own.entryId, fromScoreId: source.scoreId, actorId: candidateId };
    await carryDimension(manager, api.bank, carry);
    return { ...own, ...place, scores: { ...own.scores, [carried]: earlier.scores[carried] } };
  }
  return { ...own, ...place };
};

const anEnrolment = async (manager: EntityManager, level: LevelCode): Promise<Enrolment> => {
  const { id: candidateId } = await manager.save(
    manager.create(Person, {
      email: `${randomUUID()}@example.org`,
      name: 'A candidate',
      locale: 'en',
      roles: ['candidate'],
      passwordHash: null,
    }),
  );
  return manager.save(manager.create(Enrolment, { candidateId, role: session.role, level, state: 'active' }));
};

/** @param unsat dimensions without any score of their own */
const anEntry = async (
  manager: EntityManager,
  { scheme, schemeHash, level }: Place,
  enrolmentId: string,
  number: number,
  unsat: readonly DimensionCode[],
): Promise<Pick<Made, 'entryId' | 'scores'>> => {
  const base = await manager.findOneByOrFail(ExamSession, { id: session.id });
  const { version: schemeVersion } = scheme;
  const { id: examSessionId } = await manager.save(
    manager.create(ExamSession, { ...base, id: randomUUID(), level, schemeHash, schemeVersion }),
  );
  const { id: entryId } = await manager.save(
    manager.create(Entry, {
      enrolmentId,
      examSessionId,
      number,
      cause: number === 1 ? 'first' : 'retake',
      state: 'entered',
    }),
  );
  const pattern = await manager.findBy(SessionPart, { examSessionId: session.id });
  const parts = dimensions.flatMap((dimension) =>
    Array.from({ length: 1 + below(3) }, () => ({ dimension, weight: 1 + below(9), id: randomUUID() })),
  );
  for (const [at, part] of parts.entries())
    await manager.save(
      manager.create(SessionPart, {
        ...pattern.find(({ dimension }) => dimension === part.dimension)!,
        ...part,
        examSessionId,
        position: at + 1,
      }),
    );
  const rules = await findEntryRules(manager, api.bank, entryId);
  const scored = [];
  for (const part of parts) {
    const isMissing = unsat.includes(part.dimension) || below(20) === 0;
    const raw = isMissing ? null : fractionFromInts(aScore(), 10_000);
    if (raw) await record(manager, rules, part.id, raw);
    scored.push({ ...part, raw, conversion: null });
  }
  if (number === 1) await manager.update(Entry, { id: entryId }, { state: 'decided' });
  return { entryId, scores: scoreDimensions(scored) };
};

/** A sitting that is worth this much, recorded with all that follows from it. */
const record = async (manager: EntityManager, rules: EntryRules, partId: string, raw: Fraction) => {
  const { entryId } = rules;
  const at = new Date(Date.now() - below(1e9));
  const attempt = await manager.save(
    manager.create(Attempt, {
      entryId,
      sessionPartId: partId,
      number: 1,
      startedAt: at,
      deadlineAt: at,
      formId: (await manager.findOneByOrFail(Form, {})).id,
      seed: 1,
      layout: [],
      state: 'scored',
      scoredAt: at,
    }),
  );
  const current = await findCurrent(manager, entryId);
  await recordRun(manager, api.bank, { cause: 'first', actorId: null, rules, current }, [
    sittingRecord(attempt, [], raw, { hash: null, table: null }),
  ]);
};

it('reads in the database what the domain composes of the records, and finds near what it finds near', async () => {
  const made = await api.db.transaction(async (manager) => {
    const all: Made[] = [];
    for (let count = 0; count < 150; count += 1) all.push(await anyCase(manager));
    return all;
  });
  const cases = await readCases(
    api.db.manager,
    made.map(({ entryId }) => entryId),
  );
  const rows = (await api.db.query('SELECT * FROM case_score')) as { entry_id: string }[];
  const seen = { ready: 0, near: 0, carried: 0 };
  for (const { entryId, scheme, level: code, scores } of made) {
    const found = cases.find((one) => one.entryId === entryId)!;
    const level = scheme.levels.find((one) => one.code === code)!;
    const cents = {
      knowledge: scores.knowledge?.cents ?? null,
      skills: scores.skills?.cents ?? null,
      practice: scores.practice?.cents ?? null,
    };
    const result = composeResult({ id: scheme.id, version: scheme.version }, level, cents);
    const isNear = findNearBoundaries(scheme.rules, result).length > 0;
    expect(rows.find((row) => row.entry_id === entryId)).toEqual({
      entry_id: entryId,
      ...cents,
      composite: result.compositeTenThousandths,
      ready_since: found.scores.composite && new Date(found.scores.composite.at),
      is_near: isNear,
    });
    expect([scoresOf(found), composeCase(found, { scheme, level })]).toEqual([cents, result]);
    seen.ready += Number(result.compositeTenThousandths !== null);
    seen.near += Number(isNear);
    seen.carried += found.carried.length;
  }
  expect(made).toHaveLength(150);
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
}, 120_000);
