import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  entryLifecycle,
  Refusal,
  type ImportView,
  type UndoneImport,
  type WithdrawnMember,
} from '@ennead/contracts';
import { ContentBank, Entry, ExamSession, recordAudit, RosterImport, stateList } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { holdCohort } from './hold-cohort.ts';
import { readOffer } from './write-invitation.ts';
import { takeBackSeat } from './take-back-seat.ts';

type Row = Omit<ImportView, 'madeAt'> & { madeAt: Date };

const invited = stateList(entryLifecycle, 'invited');

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
         (SELECT count(*)::int FROM entry WHERE entry.roster_import_id = made.id AND entry.state = ${invited}) AS unanswered
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
      const cohort = await holdCohort(manager, cohortId);
      await demand(manager, caller, 'cohort.manage', cohortId);
      const made = await manager.findOne(RosterImport, {
        where: { id: importId, cohortId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!made) throw new Refusal('NOT_FOUND');
      const session = await manager.findOneByOrFail(ExamSession, { id: cohort.examSessionId });
      const offer = await readOffer(manager, this.bank, cohort, session);
      const entries = await findOf(manager, importId);
      const told: WithdrawnMember[] = [];
      for (const entry of entries) {
        const gone = await takeBackSeat(manager, entry, { caller, reason, offer, onlyUnanswered: true });
        if (gone) told.push(gone);
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
      return { withdrawn, kept: entries.length - withdrawn, unwritten, reasonHeld };
    });
  }
}

/** The entries of an import in the order in which whoever holds several takes them. */
const findOf = (manager: EntityManager, rosterImportId: string): Promise<Entry[]> =>
  manager.find(Entry, { where: { rosterImportId }, order: { id: 'ASC' } });
