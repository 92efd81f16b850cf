import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type ChangeCohortInput,
  type CohortMember,
  type CohortSummary,
  type CohortView,
  type CreateCohortInput,
  type InvitationLink,
  type Locale,
  type MembersPage,
  type MembersQuery,
  type TrainerView,
} from '@ennead/contracts';
import { windowState, type Action } from '@ennead/domain';
import { Cohort, ExamSession, Person, readBars, readClock, recordAudit, whereMay } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { ArrayContains, DataSource, In, IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { isDuplicate } from '../../infrastructure/is-duplicate.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { findEntry } from '../enrolments/find-entry.ts';
import { GivenLinks } from '../identity/links/given-links.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { isInvitedBy, makeInvitation } from '../identity/make-invitation.ts';
import { findPlacesFor } from '../sessions/find-places-for.ts';
import { refuseShut } from '../sessions/hold-session.ts';
import { exportMembers } from './export-members.ts';
import { countMembers, findMemberIds, pageMembers, readMembers } from './list-members.ts';
import { setTrainersOf, trainersOf } from './trainers-of.ts';

type CohortAction = Extract<Action, `cohort.${string}`>;

const batch = 500;

@Injectable()
export class CohortsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly given: GivenLinks,
  ) {}

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
    return Promise.all(cohorts.map((cohort) => this.summarise(cohort)));
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
      return await this.summarise(cohort);
    } catch (fault) {
      if (isDuplicate(fault)) throw new Refusal('COHORT_NAME_TAKEN', [{ path: 'name', message: 'taken' }]);
      throw fault;
    }
  }

  async view(caller: Caller, id: string): Promise<CohortView> {
    const cohort = await this.find(caller, id, 'cohort.read');
    return { ...(await this.summarise(cohort)), counts: await countMembers(this.db.manager, id) };
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
      return await this.summarise(cohort);
    } catch (fault) {
      if (isDuplicate(fault)) throw new Refusal('COHORT_NAME_TAKEN', [{ path: 'name', message: 'taken' }]);
      throw fault;
    }
  }

  async members(caller: Caller, id: string, query: MembersQuery): Promise<MembersPage> {
    await this.find(caller, id, 'cohort.read');
    return pageMembers(this.db.manager, id, query);
  }

  async export(caller: Caller, id: string, locale: Locale): Promise<Readable> {
    await this.find(caller, id, 'cohort.manage');
    await recordAudit(this.db.manager, {
      actorId: caller.id,
      action: 'cohort.exported',
      subjectKind: 'cohort',
      subjectId: id,
    });
    return Readable.from(exportMembers(this.readAll(id), locale));
  }

  /** Everybody of a cohort, some at a time, so that neither memory nor a connection is held while somebody downloads. */
  private async *readAll(id: string): AsyncGenerator<CohortMember[]> {
    const ids = await findMemberIds(this.db.manager, id);
    for (let from = 0; from < ids.length; from += batch)
      yield await readMembers(this.db.manager, ids.slice(from, from + batch));
  }

  /** Those of the caller's institution who may be named as trainers. */
  listTrainers(caller: Caller, manager = this.db.manager): Promise<TrainerView[]> {
    return manager.find(Person, {
      where: {
        institutionId: institutionOf(caller),
        roles: ArrayContains(['trainer']),
        disabledAt: IsNull(),
      },
      order: { name: 'ASC' },
    });
  }

  async setTrainers(caller: Caller, id: string, trainerIds: readonly string[]): Promise<CohortSummary> {
    const unique = [...new Set(trainerIds)];
    const cohort = await this.db.transaction(async (manager) => {
      // One after another, so that each line in the trail begins where the one before it ended.
      const found = await manager.findOne(Cohort, { where: { id }, lock: { mode: 'pessimistic_write' } });
      await demand(manager, caller, 'cohort.manage', id);
      const nameable = new Set((await this.listTrainers(caller, manager)).map((trainer) => trainer.id));
      if (!unique.every((trainerId) => nameable.has(trainerId))) throw new Refusal('TRAINER_UNKNOWN');
      const before = await setTrainersOf(manager, id, unique);
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'cohort.trainers-set',
        subjectKind: 'cohort',
        subjectId: id,
        detail: { before, after: unique },
      });
      return found!;
    });
    return this.summarise(cohort);
  }

  /** A new link for a candidate who lost theirs. @throws Refusal ACCOUNT_ACTIVE, INVITATION_NOT_YOURS */
  async inviteAgain(caller: Caller, id: string, entryId: string): Promise<InvitationLink> {
    return this.db.transaction(async (manager) => {
      await demand(manager, caller, 'cohort.manage', id);
      const cohort = await manager.findOneByOrFail(Cohort, { id });
      const entry = await findEntry(manager, entryId);
      if (entry.cohortId !== id) throw new Refusal('NOT_FOUND');
      const person = await manager.findOneByOrFail(Person, { id: entry.candidateId });
      return makeInvitation(manager, person, {
        actorId: caller.id,
        entryId,
        cohort,
        publicUrl: this.settings.PUBLIC_URL,
      });
    });
  }

  /**
   * A link to set a new password with, for a candidate whose account this institution made, who is nothing else, and whose
   * address nobody has confirmed yet: whoever has confirmed it is helped by mail, and by nobody who has the link as well.
   *
   * @throws Refusal NOT_FOUND, INVITATION_NOT_YOURS, ACCOUNT_DISABLED; MOVE_ILLEGAL where there is no password yet
   */
  async issueReset(caller: Caller, id: string, entryId: string): Promise<InvitationLink> {
    return this.db.transaction(async (manager) => {
      await demand(manager, caller, 'cohort.manage', id);
      const { institutionId } = await manager.findOneByOrFail(Cohort, { id });
      const entry = await findEntry(manager, entryId);
      if (entry.cohortId !== id) throw new Refusal('NOT_FOUND');
      const person = await lockPerson(manager, entry.candidateId);
      if (!(await isInvitedBy(manager, institutionId, person))) throw new Refusal('INVITATION_NOT_YOURS');
      if (person.disabledAt) throw new Refusal('ACCOUNT_DISABLED');
      if (person.passwordHash === null) throw new Refusal('MOVE_ILLEGAL');
      return this.given.handOver(manager, caller, person);
    });
  }

  /** @throws Refusal NOT_FOUND for another institution's cohort, or one that a mere trainer does not train */
  async find(caller: Caller, id: string, action: CohortAction): Promise<Cohort> {
    await demand(this.db.manager, caller, action, id);
    return this.db.manager.findOneByOrFail(Cohort, { id });
  }

  private async summarise(cohort: Cohort): Promise<CohortSummary> {
    const [session, memberCount, trainers, now] = await Promise.all([
      this.db.manager.findOneByOrFail(ExamSession, { id: cohort.examSessionId }),
      countPeople(this.db.manager, cohort.id),
      trainersOf(this.db.manager, cohort.id),
      readClock(this.db),
    ]);
    return {
      id: cohort.id,
      name: cohort.name,
      examSession: {
        id: session.id,
        title: session.title,
        role: session.role,
        level: session.level,
        opensAt: session.opensAt.toISOString(),
        closesAt: session.closesAt.toISOString(),
        state: session.state,
        window: windowState(session, now),
      },
      memberCount,
      trainers: trainers.map(({ id, name }) => ({ id, name })),
      archivedAt: cohort.archivedAt?.toISOString() ?? null,
    };
  }
}

/** A person whose entry was replaced by a free sitting has both in the cohort. */
const countPeople = async (manager: EntityManager, cohortId: string): Promise<number> => {
  const [{ count }]: [{ count: number }] = await manager.query(
    'SELECT count(DISTINCT enrolment_id)::int AS count FROM entry WHERE cohort_id = $1',
    [cohortId],
  );
  return count;
};

/** A manager without an institution has nothing to manage yet. */
const institutionOf = ({ institutionId }: Caller): string => {
  if (!institutionId) throw new Refusal('FORBIDDEN');
  return institutionId;
};
