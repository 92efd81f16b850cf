import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type EnteredEntry, type ExcuseInput, type FreeSittingInput } from '@ennead/contracts';
import { ContentBank, endAccommodations, entries, transition } from '@ennead/persistence';
import { holdInForce, Scores } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { keepAccommodation } from '../accommodations/keep-accommodation.ts';
import { enterSession } from '../enrolments/enter-session.ts';
import { holdSession } from '../sessions/hold-session.ts';
import { findCarriedAgain } from './carry-again.ts';
import { findSessionFor } from './find-session-for.ts';
import { judgeDoor, refuseEntering } from './judge-door.ts';
import { lockCase } from './lock-case.ts';
import { readCarryRules } from './read-carry-rules.ts';
import { viewEntered } from './view-entered.ts';
import { refuseExcusing, refuseReplacing } from './refuse-ending.ts';

/** What a named person may do about an entry, with a reason that the candidate reads. */
@Injectable()
export class EntryActs {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly scores: Scores,
  ) {}

  /**
   * An absence that was accounted for, before its session or after: the entry ends and uses no try.
   */
  async excuse(caller: Caller, id: string, { reason }: ExcuseInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      const { found } = await lockCase(manager, id);
      await demand(manager, caller, 'entry.excuse', id);
      await refuseExcusing(manager, found);
      const excused = await transition(manager, entries, id, {
        event: 'excuse',
        actorId: caller.id,
        guards: { 'not-begun': sql`entry.first_sat_at IS NULL` },
        set: { stateReason: reason },
        detail: { reason },
      });
      if (!excused) throw new Error(`${id} cannot be excused`);
      await endAccommodations(manager, id, caller.id);
    });
  }

  /**
   * A failure of ours: another sitting takes the place of this one, on another session, and uses no try. It carries over
   * what this one did, stays with its cohort, and is sat as was granted for this one.
   */
  async giveFreeSitting(
    caller: Caller,
    id: string,
    { examSessionId, reason }: FreeSittingInput,
  ): Promise<EnteredEntry> {
    const carryRules = await readCarryRules(this.db.manager, this.bank, examSessionId);
    return this.db.transaction(async (manager) => {
      await holdInForce(manager);
      await holdSession(manager, examSessionId);
      const { found, enrolment } = await lockCase(manager, id);
      await demand(manager, caller, 'entry.excuse', id);
      await refuseReplacing(manager, found);
      const { now } = found;
      const context = carryRules && { ...carryRules, chosenAt: now.toISOString() };
      const carried = context ? await findCarriedAgain(manager, found, context) : [];
      const carry = carried.map(({ score }) => score.dimension);
      const session = await findSessionFor(manager, enrolment, examSessionId);
      refuseEntering(await judgeDoor(manager, session, { enrolment, carry, isGiven: true }, now));
      const replaced = await transition(manager, entries, id, {
        event: 'replace',
        actorId: caller.id,
        set: { stateReason: reason },
        detail: { reason, examSessionId },
      });
      if (!replaced) throw new Error(`${id} cannot be replaced`);
      const entry = await enterSession(manager, {
        actorId: caller.id,
        candidateId: found.candidateId,
        session,
        cohortId: found.cohortId,
        cause: 'free-sitting',
        roster: { rosterName: replaced.row.rosterName, studentNumber: replaced.row.studentNumber },
      });
      const { rules } = await this.bank.body('scheme', session.schemeHash, manager);
      await keepAccommodation(manager, {
        fromEntryId: id,
        entryId: entry.id,
        opensAt: session.opensAt,
        evidenceDays: rules.evidenceDays,
      });
      await endAccommodations(manager, id, caller.id);
      for (const { scoreId: fromScoreId } of carried)
        await this.scores.carryDimension(manager, { entryId: entry.id, fromScoreId, actorId: caller.id });
      return viewEntered(entry);
    });
  }
}
