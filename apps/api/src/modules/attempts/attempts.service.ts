import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  attemptLifecycle,
  Refusal,
  type AttemptClockView,
  type AttemptReportView,
  type AttemptStarted,
  type AttemptView,
  type WriterView,
} from '@ennead/contracts';
import { stateAfter } from '@ennead/domain';
import { Attempt, ContentBank, recordAudit } from '@ennead/persistence';
import { findAnswers, Forms } from '@ennead/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { beginPart, type PartPlace } from '../enrolments/begin-part.ts';
import { findOwnEntry } from '../enrolments/find-entry.ts';
import { findPart } from '../enrolments/part-window.ts';
import { endCodeOf, goesOn } from './end-code.ts';
import { findOwnAttempt } from './find-own-attempt.ts';
import { findRelease } from './find-release.ts';
import { findResponses } from './find-responses.ts';
import { makeAttempt } from './make-attempt.ts';
import { viewAttempt } from './view-attempt.ts';
import { viewReport } from './view-report.ts';

@Injectable()
export class AttemptsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly forms: Forms,
  ) {}

  /** Begins the sitting of one form, or finds the one begun before. */
  async start(caller: Caller, entryId: string, partId: string): Promise<AttemptStarted> {
    const { manager } = this.db;
    await findOwnEntry(manager, caller, entryId);
    const place = { entryId, partId, kind: 'form' } as const;
    await findPart(manager, entryId, partId, place.kind);
    const attempt = (await findAt(manager, place)) ?? (await this.begin(caller, place));
    return { id: attempt.id };
  }

  async view(caller: Caller, id: string): Promise<AttemptView> {
    const attempt = await findOwnAttempt(this.db.manager, caller, id);
    if (endCodeOf(attempt)) return viewAttempt(attempt, null, []);
    const form = await this.forms.find(attempt.formId);
    return viewAttempt(attempt, form, await findResponses(this.db.manager, id));
  }

  async readClock(caller: Caller, id: string): Promise<AttemptClockView> {
    const { state, writer, deadlineAt, now } = await findOwnAttempt(this.db.manager, caller, id);
    return { state, writer, deadlineAt: deadlineAt.toISOString(), serverNow: now.toISOString() };
  }

  /** Gives the right to save to the page that asks; whatever page had it before is refused from now on. */
  async takeOver(caller: Caller, id: string): Promise<WriterView> {
    const { entryId } = await findOwnAttempt(this.db.manager, caller, id);
    return this.db.transaction(async (manager) => {
      const [rows]: [{ writer: number; deadlineAt: Date; now: Date }[], number] = await manager.query(
        `UPDATE attempt SET writer = writer + 1, sequence = 0
         WHERE id = $1 AND ${goesOn}
         RETURNING writer, deadline_at AS "deadlineAt", clock() AS now`,
        [id],
      );
      const taken = rows[0];
      if (!taken) {
        // The update found it ended, and nothing that has ended goes on.
        const ended = endCodeOf(await findOwnAttempt(manager, caller, id));
        throw new Refusal(ended ?? 'ATTEMPT_EXPIRED');
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
    const attempt = await findOwnAttempt(this.db.manager, caller, id);
    // What was scored after its entry had ended counts nowhere, so that there is nothing to report.
    if (attempt.scoreId === null)
      throw new Refusal(
        attempt.state === stateAfter(attemptLifecycle, 'score') ? 'ENTRY_ENDED' : 'REPORT_NOT_READY',
      );
    const answers = await findAnswers(this.db.manager, attempt.scoreId);
    const form = await this.forms.find(attempt.formId);
    const { roles } = await this.bank.standard(attempt.standardHash);
    const items = await this.forms.itemsOf(form);
    const responses = await findResponses(this.db.manager, id);
    const releaseAt = await findRelease(this.db.manager, form.id);
    return viewReport(attempt, { answers, items, responses, roles, releaseAt });
  }

  private async begin(caller: Caller, place: PartPlace): Promise<Attempt> {
    const form = await this.forms.findOfPart(place.partId);
    return this.db.transaction((manager) =>
      beginPart(manager, place, {
        find: () => findAt(manager, place),
        make: (part) => makeAttempt(manager, caller, { entryId: place.entryId, part, form }),
      }),
    );
  }
}

const findAt = (manager: EntityManager, { entryId, partId }: PartPlace): Promise<Attempt | null> =>
  manager.findOneBy(Attempt, { entryId, sessionPartId: partId });
