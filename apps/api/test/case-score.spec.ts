import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ExamSessionView, LevelCode, PartKind } from '@ennead/contracts';
import { findNearBoundaries } from '@ennead/domain';
import {
  Attempt,
  Entry,
  Enrolment,
  ExamSession,
  Form,
  LabSession,
  Person,
  Portfolio,
  SessionPart,
} from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { aScheme, aSchemeLevel } from '@ennead/testing/builders';
import { readCases } from '../src/modules/enrolments/find-cases.ts';
import { composeCase, scoredAt, scoresOf } from '../src/modules/results/compose-case.ts';
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
const kinds = { knowledge: 'form', skills: 'lab', practice: 'portfolio' } as const;
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

/** A session of some parts of any weight a dimension, and an entry whose parts have scores, or one of them none. */
const anyCase = async (manager: EntityManager): Promise<string> => {
  const scheme = someScheme();
  const base = await manager.findOneByOrFail(ExamSession, { id: session.id });
  const level = oneOf<LevelCode>(['junior', 'intermediate', 'senior']);
  const own = await manager.save(
    manager.create(ExamSession, {
      ...base,
      id: randomUUID(),
      level,
      schemeHash: await putBody(manager, 'scheme', scheme),
      schemeVersion: scheme.version,
    }),
  );
  const { id: candidateId } = await manager.save(
    manager.create(Person, {
      email: `${randomUUID()}@example.org`,
      name: 'A candidate',
      locale: 'en',
      roles: ['candidate'],
      passwordHash: null,
    }),
  );
  const enrolment = await manager.save(
    manager.create(Enrolment, { candidateId, role: session.role, level, state: 'active' }),
  );
  const entry = await manager.save(
    manager.create(Entry, {
      enrolmentId: enrolment.id,
      examSessionId: own.id,
      number: 1,
      cause: 'first',
      state: 'entered',
    }),
  );
  const pattern = await manager.findBy(SessionPart, { examSessionId: session.id });
  let position = 0;
  for (const dimension of ['knowledge', 'skills', 'practice'] as const)
    for (let count = 1 + below(3); count > 0; count -= 1) {
      position += 1;
      const like = pattern.find((part) => part.dimension === dimension)!;
      const part = await manager.save(
        manager.create(SessionPart, {
          ...like,
          id: randomUUID(),
          examSessionId: own.id,
          position,
          weight: 1 + below(9),
        }),
      );
      if (below(20) > 0)
        await score(manager, entry.id, part.id, kinds[dimension], below(20) === 0 ? null : aScore());
    }
  return entry.id;
};

const score = async (
  manager: EntityManager,
  entryId: string,
  sessionPartId: string,
  kind: PartKind,
  scoreCents: number | null,
) => {
  const at = new Date(Date.now() - below(1e9));
  const shared = { entryId, sessionPartId, scoreCents };
  const scoredAt = scoreCents === null ? null : at;
  if (kind === 'portfolio')
    return manager.save(
      manager.create(Portfolio, { ...shared, state: scoredAt ? 'scored' : 'in-review', scoredAt }),
    );
  const times = { number: 1, startedAt: at, deadlineAt: at };
  if (kind === 'lab')
    return manager.save(
      manager.create(LabSession, {
        ...shared,
        ...times,
        state: scoredAt ? 'graded' : 'handed-in',
        labId: 'a-lab',
        labVersion: 1,
        labHash: (await manager.findOneByOrFail(SessionPart, { id: sessionPartId })).contentHash,
        gradedAt: scoredAt,
      }),
    );
  const form = await manager.findOneByOrFail(Form, {});
  return manager.save(
    manager.create(Attempt, {
      ...shared,
      ...times,
      formId: form.id,
      seed: 1,
      layout: [],
      state: scoredAt ? 'scored' : 'submitted',
      scoredAt,
    }),
  );
};

it('composes in the database what the domain composes, and finds near what it finds near', async () => {
  const ids = await api.db.transaction(async (manager) => {
    const made: string[] = [];
    for (let count = 0; count < 150; count += 1) made.push(await anyCase(manager));
    return made;
  });
  const cases = await readCases(api.db.manager, ids);
  const rows = (await api.db.query('SELECT * FROM case_score')) as { entry_id: string }[];
  const seen = { ready: 0, near: 0 };
  for (const found of cases) {
    const scheme = await api.bank.scheme(found.session.schemeHash);
    const level = scheme.levels.find(({ code }) => code === found.level)!;
    const result = composeCase(found, { scheme, level });
    const scores = scoresOf(found);
    const isReady = result.compositeTenThousandths !== null;
    const isNear = findNearBoundaries(scheme.rules, result).length > 0;
    const times = found.parts.flatMap((part) => scoredAt(part) ?? []).sort();
    expect(rows.find((row) => row.entry_id === found.entryId)).toEqual({
      entry_id: found.entryId,
      ...scores,
      composite: result.compositeTenThousandths,
      ready_since: isReady ? new Date(times.at(-1)!) : null,
      is_near: isNear,
    });
    seen.ready += Number(isReady);
    seen.near += Number(isNear);
  }
  expect(cases).toHaveLength(150);
  expect(seen.ready).toBeGreaterThan(20);
  expect(seen.near).toBeGreaterThan(20);
}, 60_000);
