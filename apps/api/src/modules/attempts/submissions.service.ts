import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  attemptLifecycle,
  Refusal,
  type EndCause,
  type SubmitInput,
  type SubmittedView,
} from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { Attempt, attempts, Response, stateList, transition } from '@ennead/persistence';
import sql, { raw } from 'sql-template-tag';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { lockForScoring } from '../scores/lock-for-scoring.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { Forms, type KeyedItem } from '../sessions/forms.ts';
import { findOwnAttempt, inTime } from './find-own-attempt.ts';

const running = stateList(attemptLifecycle, ...sourcesOf(attemptLifecycle, 'expire'));
const waiting = stateList(attemptLifecycle, ...sourcesOf(attemptLifecycle, 'score'));

/** The end of an attempt: handed in by its candidate or by its deadline, and scored, each at most once. */
@Injectable()
export class SubmissionsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly forms: Forms,
    private readonly scores: ScoresService,
  ) {}

  /** Hands in what is saved; says the same again when asked again. */
  async submit(caller: Caller, id: string, { writer }: SubmitInput): Promise<SubmittedView> {
    await findOwnAttempt(this.db.manager, id, caller.id);
    await this.db.transaction((manager) =>
      transition(manager, attempts, id, {
        event: 'submit',
        actorId: caller.id,
        guards: { writer: sql`writer = ${writer}`, 'in-time': sql`${raw(inTime)}` },
        set: handedIn('candidate'),
        detail: { cause: 'candidate' },
      }),
    );
    await this.finish(id);
    const { state, submittedAt, submitCause } = await findOwnAttempt(this.db.manager, id, caller.id);
    if (!submittedAt || !submitCause) throw new Refusal('ATTEMPT_MOVED');
    return { state, submittedAt: submittedAt.toISOString(), submitCause };
  }

  /** Brings an attempt as far as it can go: hands it in when its time is up, scores it when it is handed in. */
  async finish(id: string): Promise<void> {
    await this.db.transaction((manager) =>
      transition(manager, attempts, id, {
        event: 'expire',
        actorId: null,
        guards: { over: sql`NOT (${raw(inTime)})` },
        set: handedIn('expiry'),
        detail: { cause: 'expiry' },
      }),
    );
    await this.score(id);
  }

  /** Attempts that are past their deadline or not yet scored; oldest first. */
  async findUnfinished(most: number): Promise<string[]> {
    const rows: { id: string }[] = await this.db.query(
      `SELECT id FROM attempt WHERE state IN (${waiting}) OR (state IN (${running}) AND NOT (${inTime}))
       ORDER BY deadline_at LIMIT $1`,
      [most],
    );
    return rows.map(({ id }) => id);
  }

  private async score(id: string): Promise<void> {
    const waiting = { id, state: In(sourcesOf(attemptLifecycle, 'score')) };
    const found = await this.db.manager.findOneBy(Attempt, waiting);
    if (!found) return;
    // Read before a connection is held: many are scored at once when a session ends.
    const form = await this.forms.find(found.formId);
    await this.forms.keyedItemsOf(form);
    await this.db.transaction(async (manager) => {
      await lockForScoring(manager, found.entryId);
      const attempt = await manager.findOne(Attempt, {
        where: waiting,
        lock: { mode: 'pessimistic_write' },
      });
      if (attempt) await this.recordScore(manager, attempt, await this.forms.keyedItemsOf(form, manager));
    });
  }

  private async recordScore(
    manager: EntityManager,
    attempt: Attempt,
    items: readonly KeyedItem[],
  ): Promise<void> {
    const responses = await manager.findBy(Response, { attemptId: attempt.id });
    await transition(manager, attempts, attempt.id, {
      event: 'score',
      actorId: null,
      set: { scoredAt: sql`clock()` },
    });
    const values = new Map(responses.map(({ itemId, value }) => [itemId, value]));
    await this.scores.recordAttempt(manager, attempt, items, values);
  }
}

/** What is handed in late counts as handed in at the deadline. */
const handedIn = (submitCause: EndCause) => ({ submittedAt: sql`least(clock(), deadline_at)`, submitCause });
