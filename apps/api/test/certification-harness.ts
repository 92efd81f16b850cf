import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import type {
  DimensionScores,
  ExamSessionView,
  LevelCode,
  Manifest,
  PartKind,
  ResponseValue,
} from '@ennead/contracts';
import type { Item, SignedVerdict } from '@ennead/contracts/internal';
import { canonicalJson, hashContent, hashTree, scoreAttempt, scoreReview } from '@ennead/domain';
import {
  Attempt,
  Cohort,
  Entry,
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
  SessionPart,
  Verdict,
} from '@ennead/persistence';
import type { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../src/settings.ts';
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
  await api.db.query('UPDATE entry SET first_sat_at = clock() WHERE id = $1', [entry.id]);
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

export const aCohort = async (
  { db }: TestApi,
  session: ExamSessionView,
  trainerIds: string[] = [],
): Promise<Cohort> => {
  const institution = await anInstitution(db);
  const creator = await aPerson(db, { roles: ['manager'], institutionId: institution.id });
  return db.manager.save(
    db.manager.create(Cohort, {
      institutionId: institution.id,
      name: `Cohort ${randomUUID()}`,
      examSessionId: session.id,
      trainerIds,
      createdBy: creator.id,
    }),
  );
};

/** An entry at any level with bare scores and no evidence, for what is only computed. */
export const withScores = async (
  { db }: TestApi,
  session: ExamSessionView,
  level: LevelCode,
  scores: DimensionScores,
): Promise<ScoredCase['entry']> => {
  const copy = await copySession(db, session, level);
  const entry = await enrol(db, await aPerson(db), copy);
  const at = new Date();
  const { manager } = db;
  const form = await manager.findOneByOrFail(Form, { sessionPartId: partOf(session, 'form').id });
  if (scores.knowledge !== null)
    await manager.save(
      manager.create(Attempt, {
        ...sitting(entry.id, partOf(copy, 'form').id, form.id, at),
        scoreCents: scores.knowledge,
      }),
    );
  if (scores.skills !== null)
    await manager.save(
      manager.create(LabSession, {
        ...labWork(entry.id, await pinned(db, partOf(copy, 'lab')), at),
        scoreCents: scores.skills,
      }),
    );
  if (scores.practice !== null)
    await manager.save(
      manager.create(Portfolio, {
        entryId: entry.id,
        sessionPartId: partOf(copy, 'portfolio').id,
        state: 'scored',
        experience: null,
        submittedAt: at,
        scoredAt: at,
        scoreCents: scores.practice,
      }),
    );
  return entry;
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
  state: 'scored' as const,
  startedAt: at,
  deadlineAt: at,
  submittedAt: at,
  submitCause: 'candidate' as const,
  scoredAt: at,
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
  state: 'graded' as const,
  startedAt: at,
  deadlineAt: at,
  handedInAt: at,
  handInCause: 'candidate' as const,
  gradedAt: at,
});

const satExam = async (
  { db, content }: TestApi,
  session: ExamSessionView,
  entry: Entry,
  right: number,
): Promise<void> => {
  const part = partOf(session, 'form');
  const form = await db.manager.findOneByOrFail(Form, { sessionPartId: part.id });
  const drawn = await db.manager.find(FormItem, { where: { formId: form.id }, order: { position: 'ASC' } });
  const items = drawn.map(({ itemId }) => content.items.get(itemId)!.item);
  const answers = new Map(items.slice(0, right).map((item) => [item.id, rightAnswer(item)]));
  const { scoreCents, items: scored, competencies } = scoreAttempt(items, answers);
  const attempt = await db.manager.save(
    db.manager.create(Attempt, {
      ...sitting(entry.id, part.id, form.id, await readClock(db)),
      scoreCents,
      report: { items: scored, competencies },
    }),
  );
  const rows = [...answers].map(([itemId, value]) => ({
    attemptId: attempt.id,
    itemId,
    value,
    flagged: false,
    revision: 1,
    savedAt: new Date(),
  }));
  await db.manager.save(rows.map((row) => db.manager.create(Response, row)));
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

const gradedLab = async (
  api: TestApi,
  session: ExamSessionView,
  entry: Entry,
  scoreCents: number,
): Promise<void> => {
  const { manager } = api.db;
  const part = await pinned(api.db, partOf(session, 'lab'));
  const work = labWork(entry.id, part, await readClock(api.db));
  const { id } = await manager.save(manager.create(LabSession, { ...work, scoreCents, fence: 1 }));
  await judgeLab(api, id, scoreCents);
};

/** What the lab host leaves behind when it has judged work that earns so much: files, verdict, signature, score. */
export const judgeLab = async (
  { app, bank, db }: TestApi,
  labSessionId: string,
  scoreCents: number,
): Promise<void> => {
  const { manager } = db;
  const { labHash } = await manager.findOneByOrFail(LabSession, { id: labSessionId });
  const { plan: planHash } = await bank.lab(labHash);
  const gradedAt = await readClock(db);
  const tree = [{ path: 'main.py', sha256: 'b'.repeat(64), sizeBytes: 3, executable: false }];
  const treeHash = hashTree(tree);
  const files = { labSessionId, sequence: 1, cause: 'hand-in' as const, treeHash, tree };
  const snapshot = await manager.save(manager.create(LabSnapshot, files));
  const verdict: SignedVerdict = {
    labSessionId,
    treeHash,
    planHash,
    secretsHash: (await bank.inForce(planHash, 'secrets'))!,
    number: 1,
    fence: 1,
    ...outcomesWorth(await bank.plan(planHash), scoreCents),
    gradedAt: gradedAt.toISOString(),
  };
  const signature = signAsRunner({ app }, verdict);
  await manager.save(manager.create(Verdict, { ...verdict, gradedAt, snapshotId: snapshot.id, signature }));
  await manager.update(
    LabSession,
    { id: labSessionId },
    { state: 'graded', snapshotId: snapshot.id, fence: 1, gradedAt, scoreCents },
  );
};

/** What the lab host would sign a verdict with. */
export const signAsRunner = ({ app }: Pick<TestApi, 'app'>, verdict: SignedVerdict): string => {
  const key = createPrivateKey(app.get<Settings>(SETTINGS).VERDICT_SIGNING_KEY!);
  return sign(null, Buffer.from(canonicalJson(verdict)), key).toString('base64');
};

const reviewedPortfolio = async (
  { db, bank }: TestApi,
  session: ExamSessionView,
  entry: Entry,
  assessors: readonly Person[],
  points: readonly number[],
): Promise<void> => {
  const part = await pinned(db, partOf(session, 'portfolio'));
  const rubric = await bank.rubric(part.contentHash);
  const marks = Object.fromEntries(rubric.criteria.map(({ id }, index) => [id, { points: points[index]! }]));
  const scoreCents = scoreReview(rubric, marks);
  const at = await readClock(db);
  const portfolio = await db.manager.save(
    db.manager.create(Portfolio, {
      entryId: entry.id,
      sessionPartId: part.id,
      state: 'scored',
      experience: { years: 1, text: 'A year of practice.' },
      submittedAt: at,
      scoredAt: at,
      scoreCents,
    }),
  );
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
  const version = await db.manager.save(
    db.manager.create(PortfolioVersion, {
      portfolioId: portfolio.id,
      number: 1,
      manifest,
      sha256: hashContent(manifest),
      submittedAt: at,
    }),
  );
  for (const { id: reviewerId } of assessors)
    await db.manager.save(
      db.manager.create(Review, {
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
