import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  reviewLifecycle,
  type ReviewInput,
  type ReviewKind,
  type ReviewQueueView,
  type ReviewSaved,
  type ReviewView,
  type Rubric,
} from '@ennead/contracts';
import { scoreReview, sourcesOf } from '@ennead/domain';
import {
  ContentBank,
  vouched,
  Person,
  Portfolio,
  PortfolioVersion,
  readClock,
  Review,
  reviews,
  transition,
} from '@ennead/persistence';
import { lockForScoring, Scores } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { findEntry } from '../enrolments/find-entry.ts';
import { PortfolioRequirements } from '../portfolios/portfolio-requirements.ts';
import { findReviewRows, findTakenBack, viewQueue } from './list-reviews.ts';
import { findOpenProblem } from './scripts.ts';
import { settlePortfolio } from './settle-portfolio.ts';
import { findLastProblem } from './view-problem.ts';
import { viewReview } from './view-review.ts';

const open = sourcesOf(reviewLifecycle, 'submit');

/** A reviewer's own work; what anybody else marks, or whose portfolio it is, is never part of it. */
@Injectable()
export class ReviewsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly requirements: PortfolioRequirements,
    private readonly bank: ContentBank,
    private readonly scores: Scores,
  ) {}

  async list(caller: Caller, kind: ReviewKind): Promise<ReviewQueueView> {
    const rows = await findReviewRows(this.db.manager, caller, kind);
    const counts = new Map<string, number>();
    for (const { rubricHash } of rows)
      if (!counts.has(rubricHash))
        counts.set(rubricHash, (await this.bank.rubric(rubricHash)).criteria.length);
    const takenBack = await findTakenBack(this.db.manager, caller, kind);
    return viewQueue(rows, counts, takenBack, await readClock(this.db));
  }

  async view(caller: Caller, id: string): Promise<ReviewView> {
    const { manager } = this.db;
    const review = await findOwnReview(manager, caller, id);
    const version = await manager.findOneByOrFail(PortfolioVersion, { id: review.portfolioVersionId });
    const { entryId } = await manager.findOneByOrFail(Portfolio, { id: version.portfolioId });
    const entry = await findEntry(manager, entryId);
    return viewReview({
      review,
      version,
      entry,
      candidate: await manager.findOneByOrFail(Person, { id: entry.candidateId }),
      competencies: await this.requirements.competenciesOf(entry),
      rubric: await this.bank.rubric(review.rubricHash),
      problem: await findLastProblem(manager, id),
      disputed: review.kind === 'adjudication' ? await findDisputed(manager, version.id) : [],
      queue: await findReviewRows(manager, caller, review.kind),
    });
  }

  /** Saves marks and remarks as they stand; they count only once submitted. */
  async save(caller: Caller, id: string, { marks, comment }: ReviewInput): Promise<ReviewSaved> {
    const { manager } = this.db;
    const review = await findOwnReview(manager, caller, id);
    const rubric = await this.bank.rubric(review.rubricHash);
    refuseUnknown(rubric, marks);
    const saved = await manager.update(Review, { id, state: In(open) }, { marks, comment });
    if (saved.affected !== 1) throw new Refusal('REVIEW_SUBMITTED');
    return { savedAt: (await readClock(manager)).toISOString(), markedCount: Object.keys(marks).length };
  }

  /** Makes the marks final and moves the portfolio on by them. */
  async submit(caller: Caller, id: string): Promise<ReviewView> {
    const { portfolioVersionId, rubricHash } = await findOwnReview(this.db.manager, caller, id);
    const rubric = await this.bank.rubric(rubricHash);
    await this.db.transaction(async (manager) => {
      const version = await manager.findOneByOrFail(PortfolioVersion, { id: portfolioVersionId });
      const { entryId } = await manager.findOneByOrFail(Portfolio, { id: version.portfolioId });
      await lockForScoring(manager, entryId);
      const portfolio = await manager.findOneOrFail(Portfolio, {
        where: { id: version.portfolioId },
        lock: { mode: 'pessimistic_write' },
      });
      // A save under way ends before this lock or finds the review submitted after it.
      const review = await manager.findOneOrFail(Review, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      await demand(manager, caller, 'review.mark', id);
      if (!open.includes(review.state)) throw new Refusal('REVIEW_SUBMITTED');
      if (await findOpenProblem(manager, id)) throw new Refusal('SCRIPT_PROBLEM_OPEN');
      refuseUnmarked(rubric, review);
      const scoreCents = scoreReview(rubric, review.marks);
      await transition(manager, reviews, id, {
        event: 'submit',
        actorId: caller.id,
        entryId: portfolio.entryId,
        guards: { complete: vouched },
        set: { scoreCents, submittedAt: sql`clock()` },
        detail: { kind: review.kind, scoreCents, marks: review.marks },
      });
      const marked = { portfolio, version, rubric: { hash: rubricHash, body: rubric } };
      await settlePortfolio(manager, marked, this.scores);
    });
    return this.view(caller, id);
  }
}

const findOwnReview = async (manager: EntityManager, caller: Caller, id: string): Promise<Review> => {
  await demand(manager, caller, 'review.mark', id);
  return manager.findOneByOrFail(Review, { id });
};

const findDisputed = (manager: EntityManager, portfolioVersionId: string): Promise<Review[]> =>
  manager.find(Review, {
    where: { portfolioVersionId, kind: 'review', submittedAt: Not(IsNull()), endedAt: IsNull() },
    order: { id: 'ASC' },
  });

const refuseUnknown = (rubric: Rubric, marks: ReviewInput['marks']): void => {
  const known = new Set(rubric.criteria.map(({ id }) => id));
  const errors = Object.keys(marks)
    .filter((id) => !known.has(id))
    .map((id) => ({ path: `marks.${id}`, message: 'no criterion of this rubric' }));
  if (errors.length > 0) throw new Refusal('INPUT_INVALID', errors);
};

const refuseUnmarked = (rubric: Rubric, { marks }: Review): void => {
  const errors = rubric.criteria
    .filter(({ id }) => !marks[id])
    .map(({ id }) => ({ path: `marks.${id}`, message: 'not marked' }));
  if (errors.length > 0) throw new Refusal('REVIEW_INCOMPLETE', errors);
};
