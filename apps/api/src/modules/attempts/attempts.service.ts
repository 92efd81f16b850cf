import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type AttemptClockView,
  type AttemptReportView,
  type AttemptStarted,
  type AttemptView,
  type WriterView,
} from '@ennead/contracts';
import type { Content } from '@ennead/content';
import { layOutForm } from '@ennead/domain';
import { Attempt, readClock, recordAudit } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { CONTENT } from '../../infrastructure/content.ts';
import { Forms } from '../sessions/forms.ts';
import { AttemptExpiry } from './attempt-expiry.ts';
import { findOwnAttempt, inTime } from './find-own-attempt.ts';
import { findResponses } from './find-responses.ts';
import { viewAttempt } from './view-attempt.ts';
import { viewReport } from './view-report.ts';

type Sitting = { formId: string | null; opened: boolean; closed: boolean };

const seedLimit = 2 ** 31;

@Injectable()
export class AttemptsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONTENT) private readonly content: Content,
    private readonly forms: Forms,
    private readonly expiry: AttemptExpiry,
  ) {}

  /** Begins the sitting of an entry, or finds the one begun before. */
  async start(caller: Caller, entryId: string): Promise<AttemptStarted> {
    const formId = await this.findStartableForm(caller, entryId);
    if (formId) await this.begin(caller, entryId, formId);
    const attempt = await this.db.manager.findOneByOrFail(Attempt, { entryId });
    if (attempt.state === 'open') this.expiry.schedule(attempt, await readClock(this.db));
    return { id: attempt.id };
  }

  async view(caller: Caller, id: string): Promise<AttemptView> {
    const attempt = await findOwnAttempt(this.db.manager, id, caller.id);
    const isRunning = attempt.state === 'open' && !attempt.isOver;
    const form = await this.forms.find(attempt.formId);
    return viewAttempt(
      attempt,
      isRunning ? form : null,
      isRunning ? await findResponses(this.db.manager, id) : [],
    );
  }

  async readClock(caller: Caller, id: string): Promise<AttemptClockView> {
    const { state, writer, deadlineAt, now } = await findOwnAttempt(this.db.manager, id, caller.id);
    return { state, writer, deadlineAt: deadlineAt.toISOString(), serverNow: now.toISOString() };
  }

  /** Gives the right to save to the page that asks; whatever page had it before is refused from now on. */
  async takeOver(caller: Caller, id: string): Promise<WriterView> {
    const { entryId } = await findOwnAttempt(this.db.manager, id, caller.id);
    return this.db.transaction(async (manager) => {
      const [rows]: [{ writer: number; deadlineAt: Date; now: Date }[], number] = await manager.query(
        `UPDATE attempt SET writer = writer + 1, sequence = 0
         WHERE id = $1 AND state = 'open' AND ${inTime}
         RETURNING writer, deadline_at AS "deadlineAt", clock() AS now`,
        [id],
      );
      const taken = rows[0];
      if (!taken) {
        const { submitCause } = await findOwnAttempt(manager, id, caller.id);
        throw new Refusal(submitCause === 'candidate' ? 'ATTEMPT_CLOSED' : 'ATTEMPT_EXPIRED');
      }
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'attempt.taken-over',
        subjectKind: 'attempt',
        subjectId: id,
        entryId,
        detail: { writer: taken.writer },
      });
      return {
        writer: taken.writer,
        sequence: 0,
        responses: await findResponses(manager, id),
        deadlineAt: taken.deadlineAt.toISOString(),
        serverNow: taken.now.toISOString(),
      };
    });
  }

  async report(caller: Caller, id: string): Promise<AttemptReportView> {
    const attempt = await findOwnAttempt(this.db.manager, id, caller.id);
    if (attempt.state !== 'scored') throw new Refusal('REPORT_NOT_READY');
    const form = await this.forms.find(attempt.formId);
    return viewReport(attempt, form, await findResponses(this.db.manager, id), this.content.standard.roles);
  }

  /** @returns null when the sitting has begun already, whatever the time. */
  private async findStartableForm(caller: Caller, entryId: string): Promise<string | null> {
    const rows: (Sitting & { begun: boolean })[] = await this.db.query(
      `SELECT session.form_id AS "formId", session.opens_at <= clock() AS opened, session.closes_at <= clock() AS closed,
         EXISTS (SELECT FROM attempt WHERE attempt.entry_id = entry.id) AS begun
       FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
       WHERE entry.id = $1 AND entry.candidate_id = $2`,
      [entryId, caller.id],
    );
    const sitting = rows[0];
    if (!sitting) throw new Refusal('NOT_FOUND');
    if (sitting.begun) return null;
    if (!sitting.opened) throw new Refusal('EXAM_NOT_OPEN');
    if (sitting.closed) throw new Refusal('EXAM_CLOSED');
    if (!sitting.formId) throw new Refusal('CONTENT_MISSING');
    return sitting.formId;
  }

  private async begin(caller: Caller, entryId: string, formId: string): Promise<void> {
    const form = await this.forms.find(formId);
    const seed = randomInt(seedLimit);
    const layout = layOutForm(form.items, String(seed));
    await this.db.transaction(async (manager) => {
      const rows: { id: string }[] = await manager.query(
        `INSERT INTO attempt (entry_id, form_id, seed, layout, state, started_at, deadline_at)
         SELECT entry.id, session.form_id, $2, $3, 'open', clock(),
           least(clock() + make_interval(secs => $4), session.closes_at)
         FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
         WHERE entry.id = $1
         ON CONFLICT (entry_id) DO NOTHING
         RETURNING id`,
        [entryId, seed, JSON.stringify(layout), form.durationSec],
      );
      const attempt = rows[0];
      if (!attempt) return;
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'attempt.started',
        subjectKind: 'attempt',
        subjectId: attempt.id,
        entryId,
        detail: { formId, seed },
      });
    });
  }
}
