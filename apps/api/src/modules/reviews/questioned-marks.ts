import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  decisionLifecycle,
  Refusal,
  type AnsweredMarks,
  type ConflictKind,
  type MarksAnswer,
  type MarksAnswerInput,
  type QuestionedMarksView,
  type ThreatSource,
} from '@ennead/contracts';
import { undecidedStates } from '@ennead/domain';
import {
  create,
  findTaintedMarks,
  Portfolio,
  PortfolioVersion,
  readBars,
  recordAudit,
  Review,
  stateList,
  threats,
  whereMay,
  type TaintedMarks,
} from '@ennead/persistence';
import { countedElsewhere, lockForScoring } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { anonymousCode } from './anonymous-code.ts';
import { setAside } from './set-aside.ts';

const proposedState = stateList(decisionLifecycle, 'proposed');

/** How many answers the page still shows. */
const answeredShown = 100;

/** Marks whose author was tied to the candidate, as came to light when they were in: what becomes of them says somebody whom nothing ties. */
@Injectable()
export class QuestionedMarks {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async view(caller: Caller): Promise<QuestionedMarksView> {
    const { manager } = this.db;
    const { bars } = await readBars(manager);
    const tainted = await findTaintedMarks(manager, whereMay(caller, 'marks.answer', sql`review.id`, bars));
    const entryIds = tainted.map(({ entryId }) => entryId);
    const proposed = await findProposed(manager, entryIds);
    const elsewhere = await findCountedElsewhere(manager, entryIds);
    return {
      waiting: tainted.map(({ ties, entryId, submittedAt, number: _, ...marks }) => ({
        ...marks,
        code: anonymousCode(marks.reviewId),
        submittedAt: submittedAt.toISOString(),
        ties: ties.map(({ tie, fromAt, knownAt }) => ({
          tie,
          since: fromAt?.toISOString() ?? null,
          knownAt: knownAt.toISOString(),
        })),
        isProposed: proposed.has(entryId),
        answers: answersTo(marks, elsewhere.has(entryId)),
      })),
      answered: await findAnswered(manager, caller),
    };
  }

  /**
   * Once for what is known by now; what comes to light later is asked anew.
   *
   * @throws Refusal NOT_FOUND, DECISION_CONFLICT, DECLARATION_DUE; MARKS_ANSWERED where nothing waits; MARKS_CASE_CHANGED where the
   *   case as it stands is not answered so
   */
  async answer(
    caller: Caller,
    reviewId: string,
    { answer, reason }: MarksAnswerInput,
  ): Promise<QuestionedMarksView> {
    await this.db.transaction(async (manager) => {
      const { review, portfolio } = await lockMarks(manager, reviewId);
      await demand(manager, caller, 'marks.answer', reviewId);
      const [marks] = await findTaintedMarks(manager, sql`review.id = ${reviewId}`);
      if (!marks) throw new Refusal('MARKS_ANSWERED');
      const { entryId } = marks;
      const isElsewhere = (await findCountedElsewhere(manager, [entryId])).has(entryId);
      if (!answersTo(marks, isElsewhere).includes(answer)) throw new Refusal('MARKS_CASE_CHANGED');
      const ties = marks.ties.map(({ tie }) => tie);
      // Not by way of the entity, whose insert names every column: when it was said, nobody may say.
      await manager.query(
        'INSERT INTO marks_answer (review_id, ties, answer, reason, answered_by) VALUES ($1, $2, $3, $4, $5)',
        [reviewId, ties, answer, reason, caller.id],
      );
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'review.marks-answered',
        subjectKind: 'review',
        subjectId: reviewId,
        entryId,
        detail: { answer, ties, reason },
      });
      if (answer === 'set-aside') await setAside(manager, { review, portfolio, actorId: caller.id, reason });
      if (answer === 'register') await register(manager, caller, marks, reason);
    });
    return this.view(caller);
  }
}

/** Of a case that is decided, or whose score counts in a later try, nothing is set aside: what was granted upon it is for certifiers. */
const answersTo = ({ state }: Pick<TaintedMarks, 'state'>, isElsewhere: boolean): MarksAnswer[] =>
  undecidedStates.some((one) => one === state) && !isElsewhere
    ? ['set-aside', 'stand']
    : ['register', 'stand'];

/** Locks in the order of everybody who scores: a decision on the case comes before, or finds what comes of this. @throws Refusal NOT_FOUND */
const lockMarks = async (
  manager: EntityManager,
  reviewId: string,
): Promise<{ review: Review; portfolio: Portfolio }> => {
  const found = await manager.findOneBy(Review, { id: reviewId });
  if (!found) throw new Refusal('NOT_FOUND');
  const { portfolioId } = await manager.findOneByOrFail(PortfolioVersion, { id: found.portfolioVersionId });
  const { entryId } = await manager.findOneByOrFail(Portfolio, { id: portfolioId });
  await lockForScoring(manager, entryId);
  const lock = { mode: 'pessimistic_write' } as const;
  const portfolio = await manager.findOneOrFail(Portfolio, { where: { id: portfolioId }, lock });
  return { portfolio, review: await manager.findOneOrFail(Review, { where: { id: reviewId }, lock }) };
};

/** Where a threat of each tie comes from; of any other it is that people know each other. */
const sourceOf: Partial<Record<ConflictKind, ThreatSource>> = {
  candidate: 'self-review',
  trainer: 'training',
  teacher: 'training',
  manager: 'self-interest',
  employee: 'self-interest',
  enroller: 'self-interest',
};

const register = async (
  manager: EntityManager,
  caller: Caller,
  { reviewId, entryId, ties }: TaintedMarks,
  reason: string,
): Promise<void> => {
  const source = sourceOf[ties[0]!.tie] ?? 'familiarity';
  const title = anonymousCode(reviewId);
  await create(manager, threats, {
    event: 'find',
    actorId: caller.id,
    entryId,
    values: { source, title, description: reason, entryId, foundBy: caller.id },
    detail: { source, title },
  });
};

/** Of these entries, those whose practice score counts in another try. */
const findCountedElsewhere = async (
  manager: EntityManager,
  entryIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows: { id: string }[] = await manager.query(
    `SELECT DISTINCT source.entry_id AS id FROM ${countedElsewhere}
     WHERE source.entry_id = ANY ($1::uuid[]) AND source.dimension = 'practice'`,
    [entryIds],
  );
  return new Set(rows.map(({ id }) => id));
};

/** Of these entries, those on which a decision waits for a second person. */
const findProposed = async (
  manager: EntityManager,
  entryIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows: { id: string }[] = await manager.query(
    `SELECT entry_id AS id FROM decision WHERE state IN (${proposedState}) AND entry_id = ANY ($1::uuid[])`,
    [entryIds],
  );
  return new Set(rows.map(({ id }) => id));
};

type AnsweredRow = Omit<AnsweredMarks, 'code' | 'submittedAt' | 'answeredAt'> & {
  submittedAt: Date;
  answeredAt: Date;
};

/** The latest first; not of people whom something ties to the caller. */
const findAnswered = async (manager: EntityManager, caller: Caller): Promise<AnsweredMarks[]> => {
  const { bars } = await readBars(manager);
  const { text, values } =
    sql`SELECT own.id, review.id AS "reviewId", review.kind, reviewer.name AS "reviewerName",
      review.submitted_at AS "submittedAt", own.ties, own.answer, own.reason, said.name AS "answeredBy",
      own.answered_at AS "answeredAt"
    FROM marks_answer own JOIN review ON review.id = own.review_id JOIN person reviewer ON reviewer.id = review.reviewer_id
    JOIN person said ON said.id = own.answered_by
    WHERE ${whereMay(caller, 'marks.answer', sql`review.id`, bars)}
    ORDER BY own.answered_at DESC, own.id LIMIT ${answeredShown}`;
  const rows: AnsweredRow[] = await manager.query(text, values);
  return rows.map(({ submittedAt, answeredAt, ...row }) => ({
    ...row,
    code: anonymousCode(row.reviewId),
    submittedAt: submittedAt.toISOString(),
    answeredAt: answeredAt.toISOString(),
  }));
};
