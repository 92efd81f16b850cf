import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import type { DimensionScores, ExamSessionView, LevelCode, Manifest, ResponseValue } from '@ennead/contracts';
import type { Item, SignedVerdict } from '@ennead/contracts/internal';
import { canonicalJson, hashContent, scoreAttempt, scoreReview } from '@ennead/domain';
import {
  Attempt,
  Cohort,
  ContentVersion,
  Entry,
  ExamSession,
  Form,
  LabSession,
  LabSnapshot,
  type Person,
  Portfolio,
  PortfolioVersion,
  Response,
  Review,
  Verdict,
} from '@ennead/persistence';
import { SETTINGS, type Settings } from '../src/settings.ts';
import { enrol } from './attempts-harness.ts';
import { anInstitution, aPerson } from './harness/people.ts';
import type { TestApi } from './harness/start-api.ts';

/** Points of 4 for the rubric's criteria in their order: 60.00 with the junior application engineer's weights. */
export const marksFor60 = [2, 2, 3, 3, 2];

export type CaseOptions = {
  readonly candidate?: Person;
  readonly name?: string;
  readonly cohort?: Cohort;
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

/** An entry whose three parts are scored, every score with evidence that yields it: 80, 70, 60 unless told. */
export const aScoredCase = async (
  api: TestApi,
  session: ExamSessionView,
  { candidate, name, cohort, rightAnswers = 32, skillsCents = 7_000, marks = marksFor60 }: CaseOptions = {},
): Promise<ScoredCase> => {
  const person = candidate ?? (await aPerson(api.db, { name }));
  const entry = await enrol(api.db, person, session);
  if (cohort) await api.db.manager.update(Entry, { id: entry.id }, { cohortId: cohort.id });
  const assessors = [
    await aPerson(api.db, { roles: ['assessor', 'certifier'] }),
    await aPerson(api.db, { roles: ['assessor'] }),
  ] as const;
  if (rightAnswers !== null) await satExam(api, entry, rightAnswers);
  if (skillsCents !== null) await gradedLab(api, entry, skillsCents);
  if (marks !== null) await reviewedPortfolio(api, entry, assessors, marks);
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
  const base = await db.manager.findOneByOrFail(ExamSession, { id: session.id });
  const copy = await db.manager.save(db.manager.create(ExamSession, { ...base, id: randomUUID(), level }));
  const candidate = await aPerson(db);
  const entry = await db.manager.save(
    db.manager.create(Entry, {
      candidateId: candidate.id,
      examSessionId: copy.id,
      cohortId: null,
      role: base.role,
      level,
    }),
  );
  const at = new Date();
  const { manager } = db;
  if (scores.knowledge !== null)
    await manager.save(
      manager.create(Attempt, { ...sitting(entry.id, base.formId!, at), scoreCents: scores.knowledge }),
    );
  if (scores.skills !== null)
    await manager.save(
      manager.create(LabSession, { ...labWork(entry.id, base.labId, at), scoreCents: scores.skills }),
    );
  if (scores.practice !== null)
    await manager.save(
      manager.create(Portfolio, {
        entryId: entry.id,
        state: 'scored',
        experience: null,
        submittedAt: at,
        scoredAt: at,
        scoreCents: scores.practice,
      }),
    );
  return entry;
};

const sitting = (entryId: string, formId: string, at: Date) => ({
  entryId,
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

const labWork = (entryId: string, labId: string, at: Date) => ({
  entryId,
  labId,
  labVersion: 1,
  labHash: 'a'.repeat(64),
  state: 'graded' as const,
  startedAt: at,
  deadlineAt: at,
  handedInAt: at,
  handInCause: 'candidate' as const,
  gradedAt: at,
});

const satExam = async ({ db, content }: TestApi, entry: Entry, right: number): Promise<void> => {
  const session = await db.manager.findOneByOrFail(ExamSession, { id: entry.examSessionId });
  const form = await db.manager.findOneByOrFail(Form, { id: session.formId! });
  const items = form.items.map(({ id }) => content.items.get(id)!.item);
  const answers = new Map(items.slice(0, right).map((item) => [item.id, rightAnswer(item)]));
  const { scoreCents, items: scored, competencies } = scoreAttempt(items, answers);
  const attempt = await db.manager.save(
    db.manager.create(Attempt, {
      ...sitting(entry.id, form.id, new Date()),
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

const rightAnswer = (item: Item): ResponseValue => {
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

const gradedLab = async ({ app, db }: TestApi, entry: Entry, scoreCents: number): Promise<void> => {
  const { labId } = await db.manager.findOneByOrFail(ExamSession, { id: entry.examSessionId });
  const { hash } = await db.manager.findOneByOrFail(ContentVersion, { kind: 'lab', id: labId });
  const gradedAt = new Date();
  const session = await db.manager.save(
    db.manager.create(LabSession, {
      ...labWork(entry.id, labId, gradedAt),
      labHash: hash,
      scoreCents,
      fence: 1,
    }),
  );
  const treeHash = 'b'.repeat(64);
  const snapshot = await db.manager.save(
    db.manager.create(LabSnapshot, {
      labSessionId: session.id,
      sequence: 1,
      cause: 'hand-in',
      treeHash,
      tree: [],
    }),
  );
  await db.manager.update(LabSession, { id: session.id }, { snapshotId: snapshot.id });
  const verdict: SignedVerdict = {
    labSessionId: session.id,
    treeHash,
    suiteHash: 'c'.repeat(64),
    fence: 1,
    checks: [
      {
        id: 'all-of-it',
        pointsCents: 10_000,
        earnedCents: scoreCents,
        cases: [{ id: 'a-case', passed: true }],
      },
    ],
    scoreCents,
    gradedAt: gradedAt.toISOString(),
  };
  const key = createPrivateKey(app.get<Settings>(SETTINGS).VERDICT_SIGNING_KEY!);
  const signature = sign(null, Buffer.from(canonicalJson(verdict)), key).toString('base64');
  await db.manager.save(
    db.manager.create(Verdict, { ...verdict, gradedAt, snapshotId: snapshot.id, signature }),
  );
};

const reviewedPortfolio = async (
  { db, content }: TestApi,
  entry: Entry,
  assessors: readonly Person[],
  points: readonly number[],
): Promise<void> => {
  const session = await db.manager.findOneByOrFail(ExamSession, { id: entry.examSessionId });
  const { rubric } = content.rubrics.get(session.rubricId)!;
  const marks = Object.fromEntries(rubric.criteria.map(({ id }, index) => [id, { points: points[index]! }]));
  const scoreCents = scoreReview(rubric, marks);
  const at = new Date();
  const portfolio = await db.manager.save(
    db.manager.create(Portfolio, {
      entryId: entry.id,
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
    role: entry.role,
    level: entry.level,
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
        rubricId: session.rubricId,
        rubricHash: session.rubricHash,
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
