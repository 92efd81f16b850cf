import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type ChangeCohortInput,
  type CohortMember,
  type CohortSummary,
  type CohortView,
  type CreateCohortInput,
  type Locale,
  type MembersPage,
  type MembersQuery,
} from '@ennead/contracts';
import type { Action } from '@ennead/domain';
import { Cohort, ExamSession, readBars, readClock, recordAudit, whereMay } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, In } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { isDuplicate } from '../../infrastructure/is-duplicate.ts';
import { findPlacesFor } from '../sessions/find-places-for.ts';
import { refuseShut } from '../sessions/hold-session.ts';
import { exportMembers } from './export-members.ts';
import { countMembers, findMemberIds, pageMembers, readMembers } from './list-members.ts';
import { institutionOf } from './institution-of.ts';
import { summariseCohort } from './summarise-cohort.ts';

type CohortAction = Extract<Action, `cohort.${string}`>;

const batch = 500;

@Injectable()
export class CohortsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The cohorts of the caller's institution; a trainer who is no manager sees only those they train. */
  async list(caller: Caller): Promise<CohortSummary[]> {
    const { bars } = await readBars(this.db.manager);
    const { text, values } =
      sql`SELECT id FROM cohort WHERE ${whereMay(caller, 'cohort.read', sql`cohort.id`, bars)}`;
    const own: { id: string }[] = await this.db.query(text, values);
    const cohorts = await this.db.manager.find(Cohort, {
      where: { id: In(own.map(({ id }) => id)) },
      order: { createdAt: 'DESC' },
    });
    return Promise.all(cohorts.map((cohort) => summariseCohort(this.db.manager, cohort)));
  }

  /** @throws Refusal NOT_FOUND, COHORT_NAME_TAKEN; SESSION_NOT_FOR_YOU, SESSION_CANCELLED, SESSION_NOT_OPEN_FOR_ENTRY: nobody could be enrolled */
  async create(caller: Caller, { name, examSessionId }: CreateCohortInput): Promise<CohortSummary> {
    const institutionId = institutionOf(caller);
    const session = await this.db.manager.findOneBy(ExamSession, { id: examSessionId });
    if (!session) throw new Refusal('NOT_FOUND');
    refuseShut(session, await readClock(this.db));
    await findPlacesFor(this.db.manager, session.id, institutionId);
    try {
      const cohort = await this.db.transaction(async (manager) => {
        const saved = await manager.save(
          manager.create(Cohort, {
            institutionId,
            name,
            examSessionId,
            createdBy: caller.id,
          }),
        );
        await recordAudit(manager, {
          actorId: caller.id,
          action: 'cohort.created',
          subjectKind: 'cohort',
          subjectId: saved.id,
          detail: { name, examSessionId },
        });
        return saved;
      });
      return await summariseCohort(this.db.manager, cohort);
    } catch (fault) {
      if (isDuplicate(fault)) throw new Refusal('COHORT_NAME_TAKEN', [{ path: 'name', message: 'taken' }]);
      throw fault;
    }
  }

  async view(caller: Caller, id: string): Promise<CohortView> {
    const cohort = await this.find(caller, id, 'cohort.read');
    return {
      ...(await summariseCohort(this.db.manager, cohort)),
      counts: await countMembers(this.db.manager, id),
    };
  }

  /** @throws Refusal NOT_FOUND, COHORT_NAME_TAKEN */
  async change(caller: Caller, id: string, { name, archived }: ChangeCohortInput): Promise<CohortSummary> {
    try {
      const cohort = await this.db.transaction(async (manager) => {
        const before = await manager.findOne(Cohort, { where: { id }, lock: { mode: 'pessimistic_write' } });
        await demand(manager, caller, 'cohort.manage', id);
        const subject = { actorId: caller.id, subjectKind: 'cohort', subjectId: id } as const;
        if (name !== undefined && name !== before!.name) {
          await manager.update(Cohort, { id }, { name });
          const detail = { before: before!.name, after: name };
          await recordAudit(manager, { ...subject, action: 'cohort.renamed', detail });
        }
        if (archived !== undefined && archived !== (before!.archivedAt !== null)) {
          await manager.update(Cohort, { id }, { archivedAt: archived ? await readClock(manager) : null });
          await (archived
            ? recordAudit(manager, { ...subject, action: 'cohort.archived' })
            : recordAudit(manager, { ...subject, action: 'cohort.restored' }));
        }
        return manager.findOneByOrFail(Cohort, { id });
      });
      return await summariseCohort(this.db.manager, cohort);
    } catch (fault) {
      if (isDuplicate(fault)) throw new Refusal('COHORT_NAME_TAKEN', [{ path: 'name', message: 'taken' }]);
      throw fault;
    }
  }

  async members(caller: Caller, id: string, query: MembersQuery): Promise<MembersPage> {
    await this.find(caller, id, 'cohort.read');
    return pageMembers(this.db.manager, id, query);
  }

  /** @returns the table, and what to call its file: by the cohort, and the day in UTC */
  async export(
    caller: Caller,
    id: string,
    locale: Locale,
  ): Promise<{ readonly name: string; readonly lines: Readable }> {
    const cohort = await this.find(caller, id, 'cohort.manage');
    const day = (await readClock(this.db)).toISOString().slice(0, 10);
    await recordAudit(this.db.manager, {
      actorId: caller.id,
      action: 'cohort.exported',
      subjectKind: 'cohort',
      subjectId: id,
    });
    return {
      name: `${cohort.name} ${day}.csv`,
      lines: Readable.from(exportMembers(this.readAll(id), locale)),
    };
  }

  /** Everybody of a cohort, some at a time, so that neither memory nor a connection is held while somebody downloads. */
  private async *readAll(id: string): AsyncGenerator<CohortMember[]> {
    const ids = await findMemberIds(this.db.manager, id);
    for (let from = 0; from < ids.length; from += batch)
      yield await readMembers(this.db.manager, ids.slice(from, from + batch));
  }

  /** @throws Refusal NOT_FOUND for another institution's cohort, or one that a mere trainer does not train */
  async find(caller: Caller, id: string, action: CohortAction): Promise<Cohort> {
    await demand(this.db.manager, caller, action, id);
    return this.db.manager.findOneByOrFail(Cohort, { id });
  }
}
