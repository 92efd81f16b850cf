import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  fallenEntryStates,
  Refusal,
  type MailedAgain,
  type MoveMemberInput,
  type Scheme,
  type WithdrawMemberInput,
  type WithdrawnMember,
} from '@ennead/contracts';
import { mayHouseWrite } from '@ennead/mail';
import {
  CohortStay,
  ContentBank,
  Entry,
  ExamSession,
  holdPlaces,
  readClock,
  recordAudit,
  type Cohort,
  type Person,
} from '@ennead/persistence';
import { holdInForce } from '@ennead/scoring';
import sql, { raw } from 'sql-template-tag';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { isDuplicate } from '../../infrastructure/is-duplicate.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { answerAnewBy } from '../sessions/answer-by.ts';
import { findEntry, type FoundEntry } from '../enrolments/find-entry.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { Schemes } from '../results/schemes.ts';
import { holdSession, refuseShut } from '../sessions/hold-session.ts';
import { lockSeat } from '../tries/lock-seats.ts';
import { lockTries } from '../tries/lock-tries.ts';
import { findUnanswered, unanswered, type Unanswered } from './find-unanswered.ts';
import { holdCohort } from './hold-cohort.ts';
import { inviteAnew } from './invite-anew.ts';
import { takeBackSeat } from './take-back-seat.ts';
import { readOffer, writeInvitation } from './write-invitation.ts';

/** How many letters are written at once. */
const batch = 100;

/** What a manager does about those who are in a cohort. */
@Injectable()
export class Members {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly bank: ContentBank,
    private readonly schemes: Schemes,
  ) {}

  /**
   * Writes again to whoever has not answered, with a new link where one is needed and a new date to answer by; not to whom a letter went
   * within the hour, or as many as may. Whoever is named and let it lapse is invited anew.
   *
   * @throws Refusal NOT_FOUND, COHORT_ARCHIVED, SESSION_CANCELLED, SESSION_NOT_OPEN_FOR_ENTRY, and as `inviteAnew` does
   */
  async mailAgain(caller: Caller, id: string, entryIds?: readonly string[]): Promise<MailedAgain> {
    const found = await findUnanswered(this.db.manager, await this.find(caller, id), entryIds);
    const due = found.filter(({ isTooSoon }) => !isTooSoon);
    const scheme = await this.schemes.inForce(await readClock(this.db));
    const all = { mailed: 0, tooMany: 0 };
    for (let from = 0; from < due.length; from += batch) {
      const { mailed, tooMany } = await this.db.transaction((manager) =>
        this.writeTo(manager, { caller, id, scheme }, due.slice(from, from + batch)),
      );
      all.mailed += mailed;
      all.tooMany += tooMany;
    }
    return { ...all, tooSoon: found.length - due.length };
  }

  /** @throws Refusal NOT_FOUND, COHORT_ARCHIVED; SESSION_STARTED, ENTRY_ENDED */
  async withdraw(
    caller: Caller,
    id: string,
    { entryId, reason }: WithdrawMemberInput,
  ): Promise<WithdrawnMember> {
    return this.db.transaction(async (manager) => {
      await holdInForce(manager);
      const cohort = await holdCohort(manager, id);
      await demand(manager, caller, 'cohort.manage', id);
      await findMember(manager, cohort, entryId);
      await lockSeat(manager, entryId);
      const seat = await findMember(manager, cohort, entryId);
      const session = await manager.findOneByOrFail(ExamSession, { id: seat.examSessionId });
      const offer = await readOffer(manager, this.bank, cohort, session);
      return takeBackSeat(manager, seat, { caller, reason, offer });
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
        await holdInForce(manager);
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
    { caller, id, scheme }: { readonly caller: Caller; readonly id: string; readonly scheme: Scheme },
    due: readonly Unanswered[],
  ): Promise<Pick<MailedAgain, 'mailed' | 'tooMany'>> {
    await holdInForce(manager);
    const cohort = await this.hold(manager, caller, id);
    await holdSession(manager, cohort.examSessionId);
    await holdPlaces(manager, cohort.examSessionId);
    const session = await manager.findOneByOrFail(ExamSession, { id: cohort.examSessionId });
    refuseShut(session, await readClock(manager));
    const offer = await readOffer(manager, this.bank, cohort, session);
    const { answerDays } = offer;
    const written: string[] = [];
    let tooMany = 0;
    for (const { entryId, personId, isLapsed } of due) {
      const found = await lockPerson(manager, personId);
      // Whom no letter tells keeps no place longer for it.
      if (!(await mayHouseWrite(manager, cohort.institutionId, found))) {
        tooMany += 1;
        continue;
      }
      const kept = isLapsed
        ? await inviteAnew(manager, { cohort, entryId, person: found }, { caller, scheme, answerDays })
        : await keepLonger(manager, found, { entryId, examSessionId: session.id, answerDays });
      if (!kept) continue;
      const { seat, person } = kept;
      const { PUBLIC_URL: publicUrl } = this.settings;
      if (await writeInvitation(manager, person, offer, { actorId: caller.id, seat, publicUrl }))
        written.push(seat.id);
    }
    await recordAudit(manager, {
      actorId: caller.id,
      action: 'cohort.mailed-again',
      subjectKind: 'cohort',
      subjectId: id,
      detail: { entries: written },
    });
    return { mailed: written.length, tooMany };
  }

  private async hold(manager: EntityManager, caller: Caller, id: string): Promise<Cohort> {
    const cohort = await holdCohort(manager, id);
    await demand(manager, caller, 'cohort.manage', id);
    return cohort;
  }
}

/**
 * The same seat with a new date to answer by, at most twice as far as the first: then it lapses, and whoever is in line comes before who is
 * invited anew. Null where somebody has answered meanwhile, or it is too late.
 */
const keepLonger = async (
  manager: EntityManager,
  person: Person,
  kept: { readonly entryId: string; readonly examSessionId: string; readonly answerDays: number },
): Promise<{ readonly seat: Pick<Entry, 'id' | 'answerBy'>; readonly person: Person } | null> => {
  const { text, values } = sql`UPDATE entry
    SET answer_by = ${answerAnewBy(kept.examSessionId, kept.answerDays)}
    WHERE id = ${kept.entryId} AND state IN (${raw(unanswered)}) AND answer_by > clock() RETURNING id, answer_by AS "answerBy"`;
  const [rows]: [Pick<Entry, 'id' | 'answerBy'>[]] = await manager.query(text, values);
  return rows[0] ? { seat: rows[0], person } : null;
};

const findMember = async (manager: EntityManager, { id }: Cohort, entryId: string): Promise<FoundEntry> => {
  const entry = await findEntry(manager, entryId);
  if (entry.cohortId !== id) throw new Refusal('NOT_FOUND');
  return entry;
};
