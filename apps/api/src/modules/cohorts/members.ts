import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  entryLifecycle,
  fallenEntryStates,
  Refusal,
  type MailedAgain,
  type MoveMemberInput,
  type WithdrawMemberInput,
  type WithdrawnMember,
} from '@ennead/contracts';
import { birth } from '@ennead/domain';
import {
  CohortStay,
  ContentBank,
  Entry,
  ExamSession,
  readClock,
  recordAudit,
  stateList,
  type Cohort,
} from '@ennead/persistence';
import { holdInForce } from '@ennead/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { isDuplicate } from '../../infrastructure/is-duplicate.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { findEntry, type FoundEntry } from '../enrolments/find-entry.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { holdSession, refuseShut } from '../sessions/hold-session.ts';
import { lockTries } from '../tries/lock-tries.ts';
import { holdCohort } from './hold-cohort.ts';
import { takeBackSeat } from './take-back-seat.ts';
import { readOffer, writeInvitation } from './write-invitation.ts';

/** How many letters are written at once. */
const batch = 100;

type Unanswered = { readonly entryId: string; readonly personId: string; readonly isTooSoon: boolean };

/** What a manager does about those who are in a cohort. */
@Injectable()
export class Members {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly bank: ContentBank,
  ) {}

  /** Writes again to whoever has not answered, with a new link where one is needed; not to whom a letter went within the hour, or as many as may. */
  async mailAgain(caller: Caller, id: string, entryIds?: readonly string[]): Promise<MailedAgain> {
    const found = await findUnanswered(this.db.manager, await this.find(caller, id), entryIds);
    const due = found.filter(({ isTooSoon }) => !isTooSoon);
    let mailed = 0;
    for (let from = 0; from < due.length; from += batch)
      mailed += await this.db.transaction((manager) =>
        this.writeTo(manager, caller, id, due.slice(from, from + batch)),
      );
    return { mailed, tooSoon: found.length - due.length, tooMany: due.length - mailed };
  }

  /** @throws Refusal NOT_FOUND, COHORT_ARCHIVED; SESSION_STARTED, ENTRY_ENDED */
  async withdraw(
    caller: Caller,
    id: string,
    { entryId, reason }: WithdrawMemberInput,
  ): Promise<WithdrawnMember> {
    return this.db.transaction(async (manager) => {
      const cohort = await holdCohort(manager, id);
      await demand(manager, caller, 'cohort.manage', id);
      await holdInForce(manager);
      await holdSession(manager, cohort.examSessionId);
      const { enrolmentId } = await findMember(manager, cohort, entryId);
      await lockTries(manager, enrolmentId);
      const entry = await findMember(manager, cohort, entryId);
      // What makes good a failure of the body is not the institution's to take.
      if (entry.cause === 'free-sitting') throw new Refusal('ENTRY_ENDED');
      const session = await manager.findOneByOrFail(ExamSession, { id: entry.examSessionId });
      if (entry.state === birth(entryLifecycle, 'enter') && session.opensAt <= (await readClock(manager)))
        throw new Refusal('SESSION_STARTED');
      const offer = await readOffer(manager, this.bank, cohort, session);
      const told = await takeBackSeat(manager, entry, { caller, reason, offer, onlyUnanswered: false });
      if (!told) throw new Refusal('ENTRY_ENDED');
      return told;
    });
  }

  /**
   * To another cohort of the institution for the same session. Whoever trained them in the one before has trained them all the same.
   *
   * @throws Refusal NOT_FOUND, COHORT_ARCHIVED, COHORT_OTHER_SESSION, STUDENT_NUMBER_TAKEN, ENTRY_ENDED
   */
  async move(caller: Caller, id: string, { entryId, cohortId }: MoveMemberInput): Promise<void> {
    try {
      await this.db.transaction(async (manager) => {
        for (const one of [id, cohortId].sort()) {
          await demand(manager, caller, 'cohort.manage', one);
          await holdCohort(manager, one);
        }
        const [from, to] = [await holdCohort(manager, id), await holdCohort(manager, cohortId)];
        if (from.examSessionId !== to.examSessionId) throw new Refusal('COHORT_OTHER_SESSION');
        const { enrolmentId } = await findMember(manager, from, entryId);
        await lockTries(manager, enrolmentId);
        const { state } = await findMember(manager, from, entryId);
        if (fallenEntryStates.some((fallen) => fallen === state)) throw new Refusal('ENTRY_ENDED');
        await manager.insert(CohortStay, { entryId, cohortId: id });
        await manager.update(Entry, { id: entryId }, { cohortId });
        await recordAudit(manager, {
          actorId: caller.id,
          action: 'entry.moved',
          subjectKind: 'entry',
          subjectId: entryId,
          entryId,
          detail: { from: id, to: cohortId },
        });
      });
    } catch (fault) {
      if (isDuplicate(fault)) throw new Refusal('STUDENT_NUMBER_TAKEN');
      throw fault;
    }
  }

  private async find(caller: Caller, id: string): Promise<string> {
    await demand(this.db.manager, caller, 'cohort.manage', id);
    return id;
  }

  private async writeTo(
    manager: EntityManager,
    caller: Caller,
    id: string,
    unanswered: readonly Unanswered[],
  ): Promise<number> {
    const cohort = await this.hold(manager, caller, id);
    const session = await manager.findOneByOrFail(ExamSession, { id: cohort.examSessionId });
    refuseShut(session, await readClock(manager));
    const offer = await readOffer(manager, this.bank, cohort, session);
    const written: string[] = [];
    for (const { entryId, personId } of unanswered) {
      const act = { actorId: caller.id, entryId, publicUrl: this.settings.PUBLIC_URL };
      if (await writeInvitation(manager, await lockPerson(manager, personId), offer, act))
        written.push(entryId);
    }
    await recordAudit(manager, {
      actorId: caller.id,
      action: 'cohort.mailed-again',
      subjectKind: 'cohort',
      subjectId: id,
      detail: { entries: written },
    });
    return written.length;
  }

  private async hold(manager: EntityManager, caller: Caller, id: string): Promise<Cohort> {
    const cohort = await holdCohort(manager, id);
    await demand(manager, caller, 'cohort.manage', id);
    return cohort;
  }
}

const findMember = async (manager: EntityManager, { id }: Cohort, entryId: string): Promise<FoundEntry> => {
  const entry = await findEntry(manager, entryId);
  if (entry.cohortId !== id) throw new Refusal('NOT_FOUND');
  return entry;
};

/** In the order in which whoever holds several people takes them. */
const findUnanswered = (
  manager: EntityManager,
  cohortId: string,
  entryIds?: readonly string[],
): Promise<Unanswered[]> =>
  manager.query(
    `SELECT entry.id AS "entryId", person.id AS "personId", EXISTS (SELECT FROM message WHERE message.entry_id = entry.id
       AND message.kind IN ('invitation', 'seat-offered') AND message.queued_at > clock() - interval '1 hour') AS "isTooSoon"
     FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
     WHERE entry.cohort_id = $1 AND entry.state = ${stateList(entryLifecycle, 'invited')}
       AND ($2::uuid[] IS NULL OR entry.id = ANY ($2)) ORDER BY person.email`,
    [cohortId, entryIds ?? null],
  );
