import { randomUUID } from 'node:crypto';
import type {
  DimensionCode,
  DimensionScores,
  ExamSessionView,
  LevelCode,
  Manifest,
  PartKind,
  ResponseValue,
} from '@ennead/contracts';
import type { Item, SignedVerdict } from '@ennead/contracts/internal';
import {
  dimensions,
  fractionFromInts,
  hashContent,
  hashTree,
  printFraction,
  scoreReview,
} from '@ennead/domain';
import {
  Attempt,
  Cohort,
  Entry,
  EntryScore,
  ExamSession,
  Form,
  FormItem,
  LabSession,
  LabSnapshot,
  type Person,
  Portfolio,
  PortfolioVersion,
  readClock,
  Response,
  Review,
  Score,
  ScoreRun,
  SessionPart,
  Verdict,
} from '@ennead/persistence';
import { lockForScoring, Scores } from '@ennead/scoring';
import { sign } from '@ennead/signing';
import { testVerdictKey } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { setTrainersOf } from '../src/modules/cohorts/trainers-of.ts';
import { settlePortfolio } from '../src/modules/reviews/settle-portfolio.ts';
import { enrol } from './attempts-harness.ts';
import { outcomesWorth } from './lab-outcomes.ts';
import { anInstitution, aPerson } from './harness/people.ts';
import type { TestApi } from './harness/start-api.ts';

/** Points of 4 for the rubric's criteria in their order: 60.00 with the junior application engineer's weights. */
export const marksFor60 = [2, 2, 3, 3, 2];

export type CaseOptions = {
  readonly candidate?: Person;
  readonly name?: string;
  readonly cohort?: Cohort;
  /** A try that was entered already. */
  readonly entry?: Entry;
  /** Right answers of the form's 40; null leaves the exam out. */
  readonly rightAnswers?: number | null;
  readonly skillsCents?: number | null;
  readonly marks?: readonly number[] | null;
};

export type ScoredCase = {
  readonly candidate: Person;
  readonly entry: Entry;
  readonly assessors: readonly [Person, Person];
};

/** An entry whose three parts are scored, every score with evidence that yields it: 85, 70, 60 unless told, far from every line. */
export const aScoredCase = async (
  api: TestApi,
  session: ExamSessionView,
  {
    candidate,
    name,
    cohort,
    entry: entered,
    rightAnswers = 34,
    skillsCents = 7_000,
    marks = marksFor60,
  }: CaseOptions = {},
): Promise<ScoredCase> => {
  const person = candidate ?? (await aPerson(api.db, { name }));
  const entry = entered ?? (await enrol(api.db, person, session));
  await begin(api.db, entry.id);
  if (cohort) await api.db.manager.update(Entry, { id: entry.id }, { cohortId: cohort.id });
  const assessors = [
    await aPerson(api.db, { roles: ['assessor', 'certifier'] }),
    await aPerson(api.db, { roles: ['assessor'] }),
  ] as const;
  if (rightAnswers !== null) await satExam(api, session, entry, rightAnswers);
  if (skillsCents !== null) await gradedLab(api, session, entry, skillsCents);
  if (marks !== null) await reviewedPortfolio(api, session, entry, assessors, marks);
  return { candidate: person, entry, assessors };
};

/** As whatever begins a part does. */
const begin = ({ manager }: DataSource, entryId: string): Promise<unknown> =>
  manager.query('UPDATE entry SET first_sat_at = coalesce(first_sat_at, clock()) WHERE id = $1', [entryId]);

export const aCohort = async (
  { db }: TestApi,
  session: ExamSessionView,
  trainerIds: string[] = [],
): Promise<Cohort> => {
  const institution = await anInstitution(db);
  const creator = await aPerson(db, { roles: ['manager'], institutionId: institution.id });
  const cohort = await db.manager.save(
    db.manager.create(Cohort, {
      institutionId: institution.id,
      name: `Cohort ${randomUUID()}`,
      examSessionId: session.id,
      createdBy: creator.id,
    }),
  );
  await setTrainersOf(db.manager, cohort.id, trainerIds);
  return cohort;
};

/**
 * An entry at any level with bare scores, for what is only computed: the first as if it had been sat in it, the others carried
 * over from one that was never sat.
 */
export const withScores = async (
  { app, db }: TestApi,
  session: ExamSessionView,
  level: LevelCode,
  scores: DimensionScores,
): Promise<ScoredCase['entry']> => {
  const person = await aPerson(db);
  const earlier = await enrol(db, person, await copySession(db, session, level));
  await db.manager.update(Entry, { id: earlier.id }, { state: 'decided' });
  const entry = await enrol(db, person, await copySession(db, session, level), 'retake');
  const service = app.get(Scores, { strict: false });
  const [first, ...others] = dimensions.filter((dimension) => scores[dimension] !== null);
  if (first) await bareScore(db, entry, first, scores[first]!);
  for (const dimension of others) {
    const fromScoreId = await bareScore(db, earlier, dimension, scores[dimension]!);
    const carry = { entryId: entry.id, fromScoreId, actorId: person.id };
    await db.transaction((manager) => service.carryDimension(manager, carry));
  }
  return entry;
};

const bareScore = async (
  { manager }: DataSource,
  { id: entryId, examSessionId }: Entry,
  dimension: DimensionCode,
  cents: number,
): Promise<string> => {
  const { schemeHash: ruleHash } = await manager.findOneByOrFail(ExamSession, { id: examSessionId });
  const { num, den } = printFraction(fractionFromInts(cents, 10_000));
  const run = await manager.save(manager.create(ScoreRun, { cause: 'first', state: 'applied' }));
  const { id } = await manager.save(
    manager.create(Score, {
      runId: run.id,
      entryId,
      kind: 'dimension',
      dimension,
      ruleHash,
      rawNum: num,
      rawDen: den,
      reportedCents: cents,
      satAt: new Date(),
    }),
  );
  await manager.insert(EntryScore, { entryId, place: dimension, scoreId: id });
  return id;
};

/** The session once more, at another level. */
const copySession = async (
  { manager }: DataSource,
  session: ExamSessionView,
  level: LevelCode,
): Promise<ExamSessionView> => {
  const base = await manager.findOneByOrFail(ExamSession, { id: session.id });
  const { id } = await manager.save(manager.create(ExamSession, { ...base, id: randomUUID(), level }));
  const parts = await manager.findBy(SessionPart, { examSessionId: session.id });
  const copies = await manager.save(
    parts.map((part) => manager.create(SessionPart, { ...part, id: randomUUID(), examSessionId: id })),
  );
  const idOf = (kind: PartKind) => copies.find((part) => part.kind === kind)!.id;
  return { ...session, id, level, parts: session.parts.map((part) => ({ ...part, id: idOf(part.kind) })) };
};

const partOf = ({ parts }: Pick<ExamSessionView, 'parts'>, kind: PartKind) =>
  parts.find((part) => part.kind === kind)!;

const sitting = (entryId: string, sessionPartId: string, formId: string, at: Date) => ({
  entryId,
  sessionPartId,
  number: 1,
  formId,
  seed: 1,
  layout: [],
  state: 'submitted' as const,
  startedAt: at,
  deadlineAt: at,
  submittedAt: at,
  submitCause: 'candidate' as const,
});

/** The part as it is stored, with the hash of what it examines. */
const pinned = ({ manager }: DataSource, { id }: { id: string }): Promise<SessionPart> =>
  manager.findOneByOrFail(SessionPart, { id });

const labWork = (entryId: string, part: SessionPart, at: Date) => ({
  entryId,
  sessionPartId: part.id,
  number: 1,
  labId: part.contentId,
  labVersion: 1,
  labHash: part.contentHash,
  state: 'handed-in' as const,
  startedAt: at,
  deadlineAt: at,
  handedInAt: at,
  handInCause: 'candidate' as const,
});

/** A sitting that was handed in, scored as workers do. */
export const satExam = async (
  { db, content, work }: TestApi,
  session: ExamSessionView,
  entry: Pick<Entry, 'id'>,
  right: number,
): Promise<void> => {
  await begin(db, entry.id);
  const part = partOf(session, 'form');
  const form = await db.manager.findOneByOrFail(Form, { sessionPartId: part.id });
  const drawn = await db.manager.find(FormItem, { where: { formId: form.id }, order: { position: 'ASC' } });
  const bank = (await content()).items;
  const items = drawn.slice(0, right).map(({ itemId }) => bank.get(itemId)!.item);
  const now = await readClock(db);
  const id = await db.transaction(async (manager) => {
    const attempt = await manager.save(manager.create(Attempt, sitting(entry.id, part.id, form.id, now)));
    const rows = items.map((item) => ({
      attemptId: attempt.id,
      itemId: item.id,
      value: rightAnswer(item),
      flagged: false,
      revision: 1,
      savedAt: now,
    }));
    await manager.save(rows.map((row) => manager.create(Response, row)));
    return attempt.id;
  });
  await work.finish(id);
};

export const rightAnswer = (item: Item): ResponseValue => {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return { chosen: [...item.key] };
    case 'true-false':
      return { truth: item.key };
    case 'numeric':
      return { text: String(item.key.value) };
    case 'short-text':
      return { text: item.key.accept[0]! };
  }
};

/** A lab that was judged worth this much, scored as workers do; the first of the session, unless told. */
export const gradedLab = async (
  api: TestApi,
  session: ExamSessionView,
  entry: Pick<Entry, 'id'>,
  scoreCents: number,
  at = 0,
): Promise<void> => {
  const { manager } = api.db;
  const part = await pinned(api.db, session.parts.filter(({ kind }) => kind === 'lab')[at]!);
  const work = labWork(entry.id, part, await readClock(api.db));
  const { id } = await manager.save(manager.create(LabSession, { ...work, fence: 1 }));
  await judgeLab(api, id, scoreCents);
};

/** What the lab host leaves behind when it has judged work that earns so much: files, verdict, signature; and its score. */
export const judgeLab = async (
  { bank, db, work }: TestApi,
  labSessionId: string,
  scoreCents: number,
): Promise<void> => {
  const { labHash } = await db.manager.findOneByOrFail(LabSession, { id: labSessionId });
  const { plan: planHash } = await bank.lab(labHash);
  const outcomes = outcomesWorth(await bank.plan(planHash), scoreCents);
  const secretsHash = (await bank.inForce(planHash, 'secrets'))!;
  const gradedAt = await readClock(db);
  const tree = [{ path: 'main.py', sha256: 'b'.repeat(64), sizeBytes: 3, executable: false }];
  const treeHash = hashTree(tree);
  const files = { labSessionId, sequence: 1, cause: 'hand-in' as const, treeHash, tree };
  const verdict: SignedVerdict = {
    labSessionId,
    treeHash,
    planHash,
    secretsHash,
    number: 1,
    fence: 1,
    ...outcomes,
    gradedAt: gradedAt.toISOString(),
  };
  const signature = await signAsRunner(verdict);
  await db.transaction(async (manager) => {
    const { id: snapshotId } = await manager.save(manager.create(LabSnapshot, files));
    await manager.save(manager.create(Verdict, { ...verdict, gradedAt, snapshotId, signature }));
    await manager.update(
      LabSession,
      { id: labSessionId },
      { state: 'graded', snapshotId, fence: 1, gradedAt },
    );
  });
  await work.follow('lab-scoring', labSessionId);
};

/** What the lab host would sign a verdict with. */
export const signAsRunner = (verdict: SignedVerdict): Promise<string> =>
  sign('verdict', verdict, testVerdictKey);

/** A portfolio that two assessors marked alike, settled by the server itself. */
export const reviewedPortfolio = async (
  { app, db, bank }: TestApi,
  session: ExamSessionView,
  entry: Pick<Entry, 'id'>,
  assessors: readonly Person[],
  points: readonly number[],
): Promise<void> => {
  const part = await pinned(db, partOf(session, 'portfolio'));
  const rubric = await bank.rubric(part.contentHash);
  const marks = Object.fromEntries(rubric.criteria.map(({ id }, index) => [id, { points: points[index]! }]));
  const scoreCents = scoreReview(rubric, marks);
  const at = await readClock(db);
  const manifest: Manifest = {
    entryId: entry.id,
    number: 1,
    role: session.role,
    level: session.level,
    submittedAt: at.toISOString(),
    claims: [],
    experience: { years: 1, text: 'A year of practice.' },
    artefacts: [],
  };
  await db.transaction(async (manager) => {
    await lockForScoring(manager, entry.id);
    const portfolio = await manager.save(
      manager.create(Portfolio, {
        entryId: entry.id,
        sessionPartId: part.id,
        state: 'in-review',
        experience: { years: 1, text: 'A year of practice.' },
        submittedAt: at,
      }),
    );
    const version = await manager.save(
      manager.create(PortfolioVersion, {
        portfolioId: portfolio.id,
        number: 1,
        manifest,
        sha256: hashContent(manifest),
        submittedAt: at,
      }),
    );
    for (const { id: reviewerId } of assessors)
      await manager.save(
        manager.create(Review, {
          portfolioVersionId: version.id,
          reviewerId,
          kind: 'review',
          state: 'submitted',
          rubricId: part.contentId,
          rubricHash: part.contentHash,
          marks,
          scoreCents,
          submittedAt: at,
        }),
      );
    const marked = { portfolio, version, rubric: { hash: part.contentHash, body: rubric } };
    await settlePortfolio(manager, marked, app.get(Scores, { strict: false }));
  });
};

export const grant = {
  outcome: 'grant',
  reason: 'All three parts were examined and agree.',
  experience: { met: true, years: 1, note: 'An internship, seen in the portfolio.' },
};
export const refuse = {
  ...grant,
  outcome: 'refuse',
  reason: 'The knowledge asked at this level is not there.',
};
