import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type EnteredEntry,
  type ExcuseInput,
  type FreeSittingInput,
  type ProblemCode,
} from '@ennead/contracts';
import { judgeFreeSitting } from '@ennead/domain';
import { ContentBank, entries, transition } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import type { Case } from '../enrolments/case.ts';
import { enterSession } from '../enrolments/enter-session.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { carriedIntoGrant } from './carried-into-grant.ts';
import { findCarriedAgain } from './carry-again.ts';
import { findSessionToEnter } from './find-sessions-to-enter.ts';
import { findTries } from './find-tries.ts';
import { judgeExcusing, judgeReplacing, type Endable } from './judge-ending.ts';
import { lockCase } from './lock-case.ts';
import { readCarryRules } from './read-carry-rules.ts';
import { refuseTry } from './refuse-try.ts';

/** What a named person may do about an entry, with a reason that the candidate reads. */
@Injectable()
export class EntryActs {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly scores: ScoresService,
  ) {}

  /**
   * An absence that was accounted for, before its session or after: the entry ends and uses no try.
   */
  async excuse(caller: Caller, id: string, { reason }: ExcuseInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      const { found } = await lockCase(manager, id);
      refuse(judgeExcusing(await readEndable(manager, found)));
      const excused = await transition(manager, entries, id, {
        event: 'excuse',
        actorId: caller.id,
        guards: { 'not-begun': sql`entry.first_sat_at IS NULL` },
        set: { stateReason: reason },
        detail: { reason },
      });
      if (!excused) throw new Error(`${id} cannot be excused`);
    });
  }

  /**
   * A failure of ours: another sitting takes the place of this one, on another session, and uses no try. It carries over
   * what this one did, and stays with its cohort.
   */
  async giveFreeSitting(
    caller: Caller,
    id: string,
    { examSessionId, reason }: FreeSittingInput,
  ): Promise<EnteredEntry> {
    const carryRules = await readCarryRules(this.db.manager, this.bank, examSessionId);
    return this.db.transaction(async (manager) => {
      const { found, enrolment } = await lockCase(manager, id);
      refuse(judgeReplacing(await readEndable(manager, found)));
      const { now } = found;
      const context = carryRules && { ...carryRules, chosenAt: now.toISOString() };
      const carried = context ? await findCarriedAgain(manager, found, context) : [];
      const carry = carried.map(({ score }) => score.dimension);
      const session = await findSessionToEnter(manager, enrolment, { examSessionId, carry }, now);
      const replaced = await transition(manager, entries, id, {
        event: 'replace',
        actorId: caller.id,
        set: { stateReason: reason },
        detail: { reason, examSessionId },
      });
      if (!replaced) throw new Error(`${id} cannot be replaced`);
      refuseTry(judgeFreeSitting((await findTries(manager, [enrolment.id])).get(enrolment.id) ?? []));
      const entry = await enterSession(manager, {
        actorId: caller.id,
        candidateId: found.candidateId,
        session,
        cohortId: found.cohortId,
        cause: 'free-sitting',
      });
      for (const { scoreId: fromScoreId } of carried)
        await this.scores.carryDimension(manager, { entryId: entry.id, fromScoreId, actorId: caller.id });
      return { id: entry.id, number: entry.number, cause: entry.cause };
    });
  }
}

/** @throws Refusal */
const refuse = (code: ProblemCode | null): void => {
  if (code) throw new Refusal(code);
};

const readEndable = async (manager: EntityManager, found: Case): Promise<Endable> => {
  const { entryId, cause, state, firstSatAt, session, decision, proposal, now } = found;
  const [{ rests }]: [{ rests: boolean }] = await manager.query(`SELECT ${carriedIntoGrant('$1')} AS rests`, [
    entryId,
  ]);
  return {
    cause,
    state,
    hasBegun: firstSatAt !== null,
    hasOpened: Date.parse(session.opensAt) <= now.getTime(),
    outcome: decision?.outcome ?? null,
    isProposed: proposal !== null,
    isCarriedIntoGrant: rests,
  };
};
