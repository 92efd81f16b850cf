import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type SubmitInput, type SubmittedView } from '@ennead/contracts';
import { attemptMoves, move, scoreAttempt } from '@ennead/domain';
import { recordAudit, Response } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { Forms } from '../sessions/forms.ts';
import { findOwnAttempt, inTime } from './find-own-attempt.ts';

type Moved = { entryId: string; formId: string };

/** The end of an attempt: handed in by its candidate or by its deadline, and scored, each at most once. */
@Injectable()
export class SubmissionsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly forms: Forms,
  ) {}

  /** Hands in what is saved; says the same again when asked again. */
  async submit(caller: Caller, id: string, { writer }: SubmitInput): Promise<SubmittedView> {
    await findOwnAttempt(this.db.manager, id, caller.id);
    await this.db.transaction(async (manager) => {
      const moved = await this.handIn(manager, id, 'candidate', `writer = $5 AND ${inTime}`, [writer]);
      if (moved) await this.recordSubmission(manager, id, moved, 'candidate', caller.id);
    });
    await this.finish(id);
    const { state, submittedAt, submitCause } = await findOwnAttempt(this.db.manager, id, caller.id);
    if (!submittedAt || !submitCause) throw new Refusal('ATTEMPT_MOVED');
    return { state, submittedAt: submittedAt.toISOString(), submitCause };
  }

  /** Brings an attempt as far as it can go: hands it in when its time is up, scores it when it is handed in. */
  async finish(id: string): Promise<void> {
    await this.db.transaction(async (manager) => {
      const moved = await this.handIn(manager, id, 'expiry', `NOT (${inTime})`);
      if (moved) await this.recordSubmission(manager, id, moved, 'expiry', null);
    });
    await this.db.transaction((manager) => this.score(manager, id));
  }

  /** Attempts that are past their deadline or not yet scored; oldest first. */
  async findUnfinished(most: number): Promise<string[]> {
    const rows: { id: string }[] = await this.db.query(
      `SELECT id FROM attempt WHERE state = 'submitted' OR (state = 'open' AND NOT (${inTime}))
       ORDER BY deadline_at LIMIT $1`,
      [most],
    );
    return rows.map(({ id }) => id);
  }

  private async handIn(
    manager: EntityManager,
    id: string,
    cause: 'candidate' | 'expiry',
    condition: string,
    values: readonly unknown[] = [],
  ): Promise<Moved | undefined> {
    const from = 'open';
    const to = move(attemptMoves, from, cause === 'candidate' ? 'submit' : 'expire');
    const [rows]: [Moved[], number] = await manager.query(
      `UPDATE attempt SET state = $3, submitted_at = least(clock(), deadline_at), submit_cause = $4
       WHERE id = $1 AND state = $2 AND ${condition}
       RETURNING entry_id AS "entryId", form_id AS "formId"`,
      [id, from, to, cause, ...values],
    );
    return rows[0];
  }

  private recordSubmission(
    manager: EntityManager,
    id: string,
    { entryId }: Moved,
    cause: 'candidate' | 'expiry',
    actorId: string | null,
  ): Promise<void> {
    return recordAudit(manager, {
      actorId,
      action: 'attempt.submitted',
      subjectKind: 'attempt',
      subjectId: id,
      entryId,
      detail: { cause },
    });
  }

  private async score(manager: EntityManager, id: string): Promise<void> {
    const from = 'submitted';
    const rows: Moved[] = await manager.query(
      `SELECT entry_id AS "entryId", form_id AS "formId" FROM attempt
       WHERE id = $1 AND state = $2 FOR UPDATE`,
      [id, from],
    );
    const attempt = rows[0];
    if (!attempt) return;
    const form = await this.forms.find(attempt.formId);
    const responses = await manager.findBy(Response, { attemptId: id });
    const { scoreCents, items, competencies } = scoreAttempt(
      form.items,
      new Map(responses.map(({ itemId, value }) => [itemId, value])),
    );
    await manager.query(
      `UPDATE attempt SET state = $3, scored_at = clock(), score_cents = $4, report = $5
       WHERE id = $1 AND state = $2`,
      [id, from, move(attemptMoves, from, 'score'), scoreCents, JSON.stringify({ items, competencies })],
    );
    await recordAudit(manager, {
      actorId: null,
      action: 'attempt.scored',
      subjectKind: 'attempt',
      subjectId: id,
      entryId: attempt.entryId,
      detail: { scoreCents },
    });
  }
}
