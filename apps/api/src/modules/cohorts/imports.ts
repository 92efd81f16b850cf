import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ImportView, UndoneImport, WithdrawnMember } from '@ennead/contracts';
import { ContentBank, ExamSession, holdPlaces, recordAudit } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { findEntry } from '../enrolments/find-entry.ts';
import { holdSession } from '../sessions/hold-session.ts';
import { lockSeatsOf } from '../tries/lock-seats.ts';
import { isUnanswered, unanswered } from './find-unanswered.ts';
import { holdImport } from './hold-import.ts';
import { readOffer } from './write-invitation.ts';
import { takeBackSeat } from './take-back-seat.ts';

type Row = Omit<ImportView, 'madeAt'> & { madeAt: Date };

/** The rosters that were brought into a cohort, and taking one back. */
@Injectable()
export class Imports {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  async list(caller: Caller, cohortId: string): Promise<ImportView[]> {
    await demand(this.db.manager, caller, 'cohort.manage', cohortId);
    const rows: Row[] = await this.db.query(
      `SELECT made.id, made.file_name AS "fileName", made.made_at AS "madeAt", person.name AS "madeBy",
         jsonb_array_length(made.rows) AS total, made.done, made.invited, made.left_out AS "leftOut",
         CASE WHEN made.undone_at IS NOT NULL THEN 'undone' WHEN made.done >= jsonb_array_length(made.rows) THEN 'done'
           WHEN made.worked_at > clock() - interval '30 seconds' THEN 'running' ELSE 'stopped' END AS state,
         (SELECT count(*)::int FROM entry WHERE entry.roster_import_id = made.id AND entry.state IN (${unanswered})) AS unanswered
       FROM roster_import made JOIN person ON person.id = made.made_by WHERE made.cohort_id = $1
       ORDER BY made.made_at DESC, made.id`,
      [cohortId],
    );
    return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
  }

  /**
   * Whoever has not answered has no seat any more, and no link to one; whoever has keeps it.
   *
   * @throws Refusal NOT_FOUND, COHORT_ARCHIVED
   */
  async undo(caller: Caller, cohortId: string, importId: string, reason: string): Promise<UndoneImport> {
    return this.db.transaction(async (manager) => {
      const { cohort } = await holdImport(manager, { cohortId, importId });
      await demand(manager, caller, 'cohort.manage', cohortId);
      await holdSession(manager, cohort.examSessionId);
      await holdPlaces(manager, cohort.examSessionId);
      const seats = await lockSeatsOf(manager, importId);
      const session = await manager.findOneByOrFail(ExamSession, { id: cohort.examSessionId });
      const offer = await readOffer(manager, this.bank, cohort, session);
      const told: WithdrawnMember[] = [];
      for (const id of seats) {
        const seat = await findEntry(manager, id);
        if (!isUnanswered(seat.state)) continue;
        told.push(await takeBackSeat(manager, seat, { caller, reason, offer }));
      }
      const withdrawn = told.length;
      await manager.query('UPDATE roster_import SET undone_at = clock() WHERE id = $1', [importId]);
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'roster.undone',
        subjectKind: 'cohort',
        subjectId: cohortId,
        detail: { importId, reason, withdrawn },
      });
      const unwritten = told.filter((one) => one.unwritten).length;
      const reasonHeld = told.filter((one) => !one.unwritten && one.reasonHeld).length;
      return { withdrawn, kept: seats.length - withdrawn, unwritten, reasonHeld };
    });
  }
}
