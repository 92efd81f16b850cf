import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  attemptLifecycle,
  Refusal,
  type AttemptClockView,
  type AttemptReportView,
  type AttemptStarted,
  type AttemptState,
  type AttemptView,
  type WriterView,
} from '@ennead/contracts';
import { layOutForm, sourcesOf } from '@ennead/domain';
import {
  Attempt,
  attempts,
  ContentBank,
  create,
  readClock,
  recordAudit,
  stateList,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findOwnEntry } from '../enrolments/find-entry.ts';
import { noteSitting } from '../enrolments/note-sitting.ts';
import { findPart, inWindow, refuseOutsideWindow, type EntryPart } from '../enrolments/part-window.ts';
import { findAnswers } from '../scores/find-answers.ts';
import { Forms } from '../sessions/forms.ts';
import { AttemptExpiry } from './attempt-expiry.ts';
import { findOwnAttempt, inTime } from './find-own-attempt.ts';
import { findResponses } from './find-responses.ts';
import { viewAttempt } from './view-attempt.ts';
import { viewReport } from './view-report.ts';

const seedLimit = 2 ** 31;
const running = stateList(attemptLifecycle, ...sourcesOf(attemptLifecycle, 'expire'));

@Injectable()
export class AttemptsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly forms: Forms,
    private readonly expiry: AttemptExpiry,
  ) {}

  /** Begins the sitting of one form, or finds the one begun before. */
  async start(caller: Caller, entryId: string, partId: string): Promise<AttemptStarted> {
    await findOwnEntry(this.db.manager, caller, entryId);
    const part = await findPart(this.db.manager, entryId, partId, 'form');
    const of = { entryId, sessionPartId: partId };
    if (!(await this.db.manager.existsBy(Attempt, of))) await this.begin(caller, entryId, part);
    const attempt = await this.db.manager.findOneByOrFail(Attempt, of);
    if (isRunning(attempt.state)) this.expiry.schedule(attempt, await readClock(this.db));
    return { id: attempt.id };
  }

  async view(caller: Caller, id: string): Promise<AttemptView> {
    const attempt = await findOwnAttempt(this.db.manager, id, caller.id);
    const goesOn = isRunning(attempt.state) && !attempt.isOver;
    const form = await this.forms.find(attempt.formId);
    return viewAttempt(attempt, goesOn ? form : null, goesOn ? await findResponses(this.db.manager, id) : []);
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
         WHERE id = $1 AND state IN (${running}) AND ${inTime}
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
    if (attempt.scoreId === null) throw new Refusal('REPORT_NOT_READY');
    const answers = await findAnswers(this.db.manager, attempt.scoreId);
    const form = await this.forms.find(attempt.formId);
    const { roles } = await this.bank.standard(attempt.standardHash);
    const items = await this.forms.itemsOf(form);
    return viewReport(attempt, answers, items, await findResponses(this.db.manager, id), roles);
  }

  /** Two pages that begin at once begin one sitting. */
  private async begin(caller: Caller, entryId: string, part: EntryPart): Promise<void> {
    refuseOutsideWindow(part);
    const form = await this.forms.findOfPart(part.id);
    const seed = randomInt(seedLimit);
    const end = sql`least(clock() + make_interval(secs => ${form.durationSec}), ${part.closesAt}::timestamptz)`;
    await this.db.transaction(async (manager) => {
      const attempt = await create(manager, attempts, {
        event: 'start',
        actorId: caller.id,
        guards: { window: inWindow(entryId, part.id) },
        values: {
          entryId,
          sessionPartId: part.id,
          number: 1,
          formId: form.id,
          seed,
          layout: layOutForm(form.questions, String(seed)),
          startedAt: sql`clock()`,
          deadlineAt: end,
        },
        detail: { formId: form.id, seed },
      });
      if (attempt) await noteSitting(manager, entryId, part.id);
    });
  }
}

const isRunning = (state: AttemptState): boolean => sourcesOf(attemptLifecycle, 'expire').includes(state);
