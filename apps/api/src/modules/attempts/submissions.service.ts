import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type SubmitInput, type SubmittedView } from '@ennead/contracts';
import { scoreAttempt } from '@ennead/domain';
import { recordAudit, Response } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { Forms } from '../sessions/forms.ts';
import { findOwnAttempt, inTime } from './find-own-attempt.ts';

type Moved = { enrolmentId: string; formId: string };

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
      const moved = await this.moveToSubmitted(manager, id, 'candidate', `writer = ${writer} AND ${inTime}`);
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
      const moved = await this.moveToSubmitted(manager, id, 'expiry', `NOT (${inTime})`);
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

  private async moveToSubmitted(
    manager: EntityManager,
    id: string,
    cause: 'candidate' | 'expiry',
    condition: string,
  ): Promise<Moved | undefined> {
    const [rows]: [Moved[], number] = await manager.query(
      `UPDATE attempt SET state = 'submitted', submitted_at = least(now(), deadline_at), submit_cause = $2
       WHERE id = $1 AND state = 'open' AND ${condition}
       RETURNING enrolment_id AS "enrolmentId", form_id AS "formId"`,
      [id, cause],
    );
    return rows[0];
  }

  private recordSubmission(
    manager: EntityManager,
    id: string,
    { enrolmentId }: Moved,
    cause: 'candidate' | 'expiry',
    actorId: string | null,
  ): Promise<void> {
    return recordAudit(manager, {
      actorId,
      action: 'attempt.submitted',
      subjectKind: 'attempt',
      subjectId: id,
      enrolmentId,
      detail: { cause },
    });
  }

  private async score(manager: EntityManager, id: string): Promise<void> {
    const rows: Moved[] = await manager.query(
      `SELECT enrolment_id AS "enrolmentId", form_id AS "formId" FROM attempt
       WHERE id = $1 AND state = 'submitted' FOR UPDATE`,
      [id],
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
      `UPDATE attempt SET state = 'scored', scored_at = now(), score_cents = $2, report = $3
       WHERE id = $1 AND state = 'submitted'`,
      [id, scoreCents, JSON.stringify({ items, competencies })],
    );
    await recordAudit(manager, {
      actorId: null,
      action: 'attempt.scored',
      subjectKind: 'attempt',
      subjectId: id,
      enrolmentId: attempt.enrolmentId,
      detail: { scoreCents },
    });
  }
}
