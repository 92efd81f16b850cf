import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type HandBackInput,
  type ProblemAnswerInput,
  type ReviewEnd,
  type ScriptProblemInput,
} from '@ennead/contracts';
import {
  Portfolio,
  PortfolioVersion,
  readClock,
  recordAudit,
  Review,
  reviews,
  ScriptProblem,
  transition,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { findEntry, type FoundEntry } from '../enrolments/find-entry.ts';
import { declareInterest } from '../interests/declare-interest.ts';

/** Scripts that somebody was given and does not mark: handed back, taken from them, or held up by a problem. */
@Injectable()
export class Scripts {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** "I know this person": the tie is kept, and the script goes to somebody else at once. @throws Refusal REVIEW_SUBMITTED */
  async handBack(caller: Caller, id: string, { tie, reason }: HandBackInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      const entry = await lockScript(manager, id);
      await demand(manager, caller, 'review.hand-back', id);
      const { candidateId, id: entryId } = entry;
      await declareInterest(manager, { personId: caller.id, tie, candidateId, entryId, note: reason });
      await this.end(manager, id, { event: 'hand-back', actorId: caller.id, entryId, why: 'known', reason });
    });
  }

  /** So that it goes to somebody else. @throws Refusal REVIEW_SUBMITTED */
  async reassign(caller: Caller, id: string, reason: string): Promise<void> {
    await this.db.transaction(async (manager) => {
      const { id: entryId } = await lockScript(manager, id);
      await demand(manager, caller, 'review.reassign', id);
      await this.end(manager, id, {
        event: 'return',
        actorId: caller.id,
        entryId,
        why: 'reassigned',
        reason,
      });
    });
  }

  /** Its marks wait for an answer, and so does the clock. @throws Refusal REVIEW_SUBMITTED, SCRIPT_PROBLEM_OPEN */
  async report(caller: Caller, id: string, { problem, reason }: ScriptProblemInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      const { id: entryId } = await lockScript(manager, id);
      await demand(manager, caller, 'review.mark', id);
      const review = await manager.findOneByOrFail(Review, { id });
      if (review.submittedAt) throw new Refusal('REVIEW_SUBMITTED');
      if (await findOpenProblem(manager, id)) throw new Refusal('SCRIPT_PROBLEM_OPEN');
      await manager.save(manager.create(ScriptProblem, { reviewId: id, problem, reason }));
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'review.problem-reported',
        subjectKind: 'review',
        subjectId: id,
        entryId,
        detail: { problem, reason },
      });
    });
  }

  /** @throws Refusal NOT_FOUND for a problem that is answered */
  async answer(caller: Caller, problemId: string, { goesOn, reason }: ProblemAnswerInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      const { reviewId } = await manager.findOneByOrFail(ScriptProblem, { id: problemId }).catch(unknown);
      const { id: entryId } = await lockScript(manager, reviewId);
      await demand(manager, caller, 'review.reassign', reviewId);
      const answered = await manager.update(
        ScriptProblem,
        { id: problemId, answeredAt: IsNull() },
        { answeredAt: await readClock(manager), answeredBy: caller.id, goesOn, answer: reason },
      );
      if (answered.affected !== 1) throw new Refusal('NOT_FOUND');
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'review.problem-answered',
        subjectKind: 'review',
        subjectId: reviewId,
        entryId,
        detail: { goesOn, reason },
      });
      if (goesOn) return;
      await this.end(manager, reviewId, {
        event: 'return',
        actorId: caller.id,
        entryId,
        why: 'problem',
        reason,
      });
    });
  }

  private async end(
    manager: EntityManager,
    id: string,
    {
      event,
      why,
      reason,
      ...act
    }: { event: 'hand-back' | 'return'; actorId: string; entryId: string; why: ReviewEnd; reason: string },
  ): Promise<void> {
    const ended = await transition(manager, reviews, id, {
      event,
      ...act,
      set: { endedAt: sql`clock()`, endedFor: why, endedReason: reason },
      detail: { why, reason },
    });
    if (!ended) throw new Refusal('REVIEW_SUBMITTED');
  }
}

/** What a reviewer reported last on a script and nobody has answered. */
export const findOpenProblem = (manager: EntityManager, reviewId: string): Promise<ScriptProblem | null> =>
  manager.findOneBy(ScriptProblem, { reviewId, answeredAt: IsNull() });

const unknown = (): never => {
  throw new Refusal('NOT_FOUND');
};

/** A script, locked as whatever moves it does, with whose it is. @throws Refusal NOT_FOUND */
const lockScript = async (manager: EntityManager, id: string): Promise<FoundEntry> => {
  const review = await manager.findOneBy(Review, { id });
  if (!review) throw new Refusal('NOT_FOUND');
  const { portfolioId } = await manager.findOneByOrFail(PortfolioVersion, { id: review.portfolioVersionId });
  const { entryId } = await manager.findOneOrFail(Portfolio, {
    where: { id: portfolioId },
    lock: { mode: 'pessimistic_write' },
  });
  await manager.findOneOrFail(Review, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return findEntry(manager, entryId);
};
