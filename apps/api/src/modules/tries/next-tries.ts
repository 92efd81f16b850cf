import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type EnrolInput,
  type EnteredEntry,
  type EnterInput,
  type EntryCause,
  type SessionVerdict,
} from '@ennead/contracts';
import { ContentBank, Enrolment, ExamSession, holdPlaces, readClock } from '@ennead/persistence';
import { holdInForce, Scores } from '@ennead/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demandOwn } from '../../http/demand.ts';
import { demandConfirmed } from '../identity/demand-confirmed.ts';
import { claimEnrolment, enterSession, type Entering } from '../enrolments/enter-session.ts';
import { holdSession, refuseCancelled } from '../sessions/hold-session.ts';
import { Schemes } from '../results/schemes.ts';
import { chooseScores } from './choose-scores.ts';
import { findSessionFor } from './find-session-for.ts';
import { judgeDoor, refuseEntering } from './judge-door.ts';
import { judgeCause } from './judge-cause.ts';
import { lockTries } from './lock-tries.ts';
import { readCarryRules } from './read-carry-rules.ts';
import { viewEntered } from './view-entered.ts';

/** A candidate's own way into a session: the first try, and every next one. */
@Injectable()
export class NextTries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly schemes: Schemes,
    private readonly scores: Scores,
  ) {}

  /**
   * Enters a session with the scores that are to be carried over, judged once more under the enrolment's lock: the try
   * under the scheme in force, for when the session opens, what is carried under the scheme of the session. What is chosen counts until it is carried: a
   * rescoring comes before, or follows it into the new entry.
   */
  async enter(caller: Caller, enrolmentId: string, input: EnterInput): Promise<EnteredEntry> {
    const { examSessionId, carry } = input;
    const scheme = await this.schemes.inForce(await readClock(this.db));
    const carryRules = await readCarryRules(this.db.manager, this.bank, examSessionId);
    await refuseOthers(this.db.manager, caller, enrolmentId);
    await demandConfirmed(this.db.manager, caller.id);
    return this.db.transaction(async (manager) => {
      await holdInForce(manager);
      await holdSession(manager, examSessionId);
      await holdPlaces(manager, examSessionId);
      const enrolment = await lockTries(manager, enrolmentId);
      const now = await readClock(manager);
      const session = await findSessionFor(manager, enrolment, examSessionId);
      const cause = await judgeCause(manager, { session, enrolment, scheme, now });
      refuseEntering(await judgeDoor(manager, session, { enrolment, carry, isGiven: false }, now));
      const chosenAt = now.toISOString();
      const chosen = carryRules
        ? await chooseScores(manager, enrolmentId, carry, { ...carryRules, chosenAt })
        : [];
      const entry = await enterSession(manager, newEntry(caller, session, cause), enteringOf(session));
      for (const { scoreId: fromScoreId } of chosen)
        await this.scores.carryDimension(manager, { entryId: entry.id, fromScoreId, actorId: caller.id });
      return viewEntered(entry);
    });
  }

  /**
   * Enters a session for whichever role and level it is, also for the first time; or stands in line for it.
   *
   * @throws Refusal NOT_FOUND, ADDRESS_UNCONFIRMED, what stands against another try or at the session's door,
   *   SESSION_HAS_PLACES where nobody need stand in line
   */
  async enrol(caller: Caller, examSessionId: string, { wait }: EnrolInput): Promise<EnteredEntry> {
    const scheme = await this.schemes.inForce(await readClock(this.db));
    await demandConfirmed(this.db.manager, caller.id);
    return this.db.transaction(async (manager) => {
      await holdInForce(manager);
      await holdSession(manager, examSessionId);
      await holdPlaces(manager, examSessionId);
      const session = await manager.findOneBy(ExamSession, { id: examSessionId });
      if (!session) throw new Refusal('NOT_FOUND');
      refuseCancelled(session);
      const { id } = await claimEnrolment(manager, caller.id, caller.id, session);
      const enrolment = await lockTries(manager, id);
      const now = await readClock(manager);
      const cause = await judgeCause(manager, { session, enrolment, scheme, now });
      const verdict = await judgeDoor(manager, session, { enrolment, carry: [], isGiven: false }, now);
      const as = wait ? inLine(verdict) : enteringOf(session);
      if (as !== 'wait') refuseEntering(verdict);
      return viewEntered(await enterSession(manager, newEntry(caller, session, cause), as));
    });
  }
}

/** At once, or upon the body's confirmation. */
const enteringOf = ({ confirms }: ExamSession): Entering => (confirms ? 'request' : 'enter');

/** @throws Refusal SESSION_HAS_PLACES, or what else than the want of a place stands at the door */
const inLine = (verdict: SessionVerdict): Entering => {
  if (verdict.kind === 'allowed') throw new Refusal('SESSION_HAS_PLACES');
  if (verdict.code !== 'SESSION_FULL') refuseEntering(verdict);
  return 'wait';
};

const newEntry = ({ id }: Caller, session: ExamSession, cause: EntryCause) => ({
  actorId: id,
  candidateId: id,
  session,
  cohortId: null,
  cause,
});

/** @throws Refusal NOT_FOUND for somebody else's enrolment as for one that does not exist */
const refuseOthers = async (manager: EntityManager, caller: Caller, id: string): Promise<void> => {
  const enrolment = await manager.findOneBy(Enrolment, { id });
  if (!enrolment) throw new Refusal('NOT_FOUND');
  demandOwn(caller, 'enrolment.enter', enrolment);
};
