import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  entryLifecycle,
  fallenEntryStates,
  hasTooFewYears,
  Refusal,
  type CorrectNameInput,
  type EnteredEntry,
  type EntryState,
  type SeenExperienceInput,
  type SeenIdentitiesInput,
  type SeenIdentitiesView,
  type SeenIdentityInput,
} from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import {
  ContentBank,
  Enrolment,
  entries,
  ExamSession,
  Person,
  readClock,
  recordAudit,
  transition,
} from '@ennead/persistence';
import { holdInForce } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { endAccommodations } from '../accommodations/end-accommodations.ts';
import { correctCertificates } from '../credentials/correct-certificates.ts';
import { findEntry, type FoundEntry } from '../enrolments/find-entry.ts';
import { leaveHouse } from '../identity/leave-house.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { holdSession, refuseShut } from '../sessions/hold-session.ts';
import { confirmSeat } from '../tries/confirm-seat.ts';
import { lockTries } from '../tries/lock-tries.ts';
import { viewEntered } from '../tries/view-entered.ts';
import { lockAsked } from './lock-asked.ts';
import { answerName } from './name-question.ts';
import { recordClearance } from './record-clearance.ts';
import { voidNames } from './void-names.ts';
import { yearsAsked } from './years-asked.ts';

const requested = sourcesOf(entryLifecycle, 'confirm');
const unanswered = sourcesOf(entryLifecycle, 'decline');
/** Whoever was only named, or is not in it any more. */
const absent: readonly EntryState[] = ['waiting', 'invited', ...fallenEntryStates];

/** What the registrar does about an entry before its first part; nobody whom something ties to its candidate. */
@Injectable()
export class DeskActs {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  /** @throws Refusal as `demand` does; ENTRY_NOT_REQUESTED, SESSION_CANCELLED, SESSION_NOT_OPEN_FOR_ENTRY */
  confirm(caller: Caller, id: string): Promise<EnteredEntry> {
    return this.act(caller, id, async (manager, { session, now, state }) => {
      if (!requested.includes(state)) throw new Refusal('ENTRY_NOT_REQUESTED');
      refuseShut(session, now);
      return viewEntered(await confirmSeat(manager, id, { actorId: caller.id }));
    });
  }

  /** @throws Refusal as `demand` does; ENTRY_NOT_REQUESTED */
  turnDown(caller: Caller, id: string, reason: string): Promise<void> {
    return this.act(caller, id, async (manager) => {
      const turnedDown = await transition(manager, entries, id, {
        event: 'turn-down',
        actorId: caller.id,
        set: { stateReason: reason },
        detail: { reason },
      });
      if (!turnedDown) throw new Refusal('ENTRY_NOT_REQUESTED');
    });
  }

  /** Until something of it has begun, or nothing can be any more: what was missed is an absence. */
  takeOut(caller: Caller, id: string, reason: string): Promise<void> {
    return this.act(caller, id, async (manager, { session, now, state, candidateId, cohortId }) => {
      if (session.closesAt <= now) throw new Refusal('ENTRY_UNDER_WAY');
      const withdrawn = await transition(manager, entries, id, {
        event: 'withdraw',
        actorId: caller.id,
        guards: { 'not-begun': sql`entry.first_sat_at IS NULL` },
        set: { stateReason: reason },
        detail: { reason },
      });
      if (!withdrawn) throw new Refusal('ENTRY_UNDER_WAY');
      await endAccommodations(manager, id, caller.id);
      if (unanswered.includes(state))
        await leaveHouse(manager, { personId: candidateId, cohortId, actorId: caller.id });
    });
  }

  /** @throws Refusal as `demand` does; ENTRY_ENDED, CLEARANCE_NOT_ASKED, DECISION_EXPERIENCE_SHORT */
  async seeExperience(caller: Caller, id: string, { met, years, seen }: SeenExperienceInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      const { session } = await lockAsked(manager, id, 'experience', caller);
      const asked = yearsAsked(await this.bank.scheme(session.schemeHash), session.level);
      if (hasTooFewYears({ met, years }, asked))
        throw new Refusal('DECISION_EXPERIENCE_SHORT', [{ path: 'years', message: 'fewer than asked' }]);
      await recordClearance(manager, {
        entryId: id,
        kind: 'experience',
        holds: met,
        by: caller.id,
        detail: { years, seen },
      });
    });
  }

  /** @throws Refusal as `demand` does; ENTRY_ENDED, CLEARANCE_NOT_ASKED */
  async seeIdentity(caller: Caller, id: string, { how, note }: SeenIdentityInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      // Whoever gives another name at this moment has done so, or finds that it was seen.
      const { name, latinName } = await lockPerson(manager, (await findEntry(manager, id)).candidateId);
      await lockAsked(manager, id, 'identity', caller);
      await recordClearance(manager, {
        entryId: id,
        kind: 'identity',
        holds: true,
        by: caller.id,
        detail: { how, note, name, latinName },
      });
    });
  }

  /** For a hall, each by itself: what stands against one keeps no other back. Entries of another session are not there. */
  async seeIdentities(
    caller: Caller,
    sessionId: string,
    { entryIds, ...paper }: SeenIdentitiesInput,
  ): Promise<SeenIdentitiesView> {
    const refused: SeenIdentitiesView['refused'] = [];
    for (const entryId of entryIds)
      try {
        const { examSessionId } = await findEntry(this.db.manager, entryId);
        if (examSessionId !== sessionId) throw new Refusal('NOT_FOUND');
        await this.seeIdentity(caller, entryId, paper);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ entryId, code: error.code });
      }
    return { done: entryIds.length - refused.length, refused };
  }

  /**
   * A name as the papers have it, with what was seen and why: its holder confirms it anew, and shows the papers anew, in every open
   * entry, and the certificates that they hold are issued anew.
   *
   * @throws Refusal as `demand` does
   */
  async correctName(
    caller: Caller,
    id: string,
    { name, latinName, seen, reason }: CorrectNameInput,
  ): Promise<void> {
    await this.db.transaction(async (manager) => {
      const { candidateId, state } = await findEntry(manager, id);
      // Of whoever has not come about here, the desk has seen nobody.
      if (absent.includes(state)) throw new Refusal('ENTRY_ENDED');
      await holdInForce(manager);
      const person = await lockPerson(manager, candidateId);
      for (const enrolment of await manager.find(Enrolment, { where: { candidateId }, order: { id: 'ASC' } }))
        await lockTries(manager, enrolment.id);
      await demand(manager, caller, 'entry.clear', id);
      await answerName(manager, id, caller.id);
      // A writing that was given stays where none is given for it.
      const latin = latinName ?? person.latinName;
      if (person.name === name && person.latinName === latin) return;
      await manager.update(Person, { id: candidateId }, { name, latinName: latin });
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'person.name-corrected',
        subjectKind: 'person',
        subjectId: candidateId,
        entryId: id,
        detail: {
          before: { name: person.name, latinName: person.latinName },
          after: { name, latinName: latin },
          seen,
          reason,
        },
      });
      await voidNames(manager, { personId: candidateId, by: caller.id, cause: 'name-corrected' });
      const corrected = { personName: name, latinName: latin };
      await correctCertificates(manager, { personId: candidateId, actorId: caller.id, name: corrected });
    });
  }

  /** Acts on an entry in the order of locks that everybody keeps to, as it is once nobody else has it. */
  private act<Done>(
    caller: Caller,
    id: string,
    act: (
      manager: EntityManager,
      found: FoundEntry & { readonly session: ExamSession; readonly now: Date },
    ) => Promise<Done>,
  ): Promise<Done> {
    return this.db.transaction(async (manager) => {
      await holdInForce(manager);
      const { examSessionId, enrolmentId, candidateId } = await findEntry(manager, id);
      await holdSession(manager, examSessionId);
      await lockPerson(manager, candidateId);
      await lockTries(manager, enrolmentId);
      await demand(manager, caller, 'entry.clear', id);
      const session = await manager.findOneByOrFail(ExamSession, { id: examSessionId });
      return act(manager, { ...(await findEntry(manager, id)), session, now: await readClock(manager) });
    });
  }
}
