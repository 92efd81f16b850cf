import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type EnteredEntry, type EnterInput } from '@ennead/contracts';
import { judgeNextTry } from '@ennead/domain';
import { ContentBank, Enrolment, ExamSession, readClock } from '@ennead/persistence';
import { holdInForce, Scores } from '@ennead/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demandOwn } from '../../http/demand.ts';
import { demandConfirmed } from '../identity/demand-confirmed.ts';
import { enterSession } from '../enrolments/enter-session.ts';
import { holdSession } from '../sessions/hold-session.ts';
import { Schemes, topGradeOf } from '../results/schemes.ts';
import { chooseScores } from './choose-scores.ts';
import { findSessionToEnter } from './find-sessions-to-enter.ts';
import { findTries } from './find-tries.ts';
import { lockTries } from './lock-tries.ts';
import { readCarryRules } from './read-carry-rules.ts';
import { refuseTry } from './refuse-try.ts';

/** A candidate's own next try. */
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
    const scheme = await this.schemes.inForce(await readClock(this.db));
    const carryRules = await readCarryRules(this.db.manager, this.bank, input.examSessionId);
    await refuseOthers(this.db.manager, caller, enrolmentId);
    const opensAt = (await this.db.manager.findOneBy(ExamSession, { id: input.examSessionId }))?.opensAt;
    await demandConfirmed(this.db.manager, caller.id);
    return this.db.transaction(async (manager) => {
      await holdInForce(manager);
      await holdSession(manager, input.examSessionId);
      const enrolment = await lockTries(manager, enrolmentId);
      const now = await readClock(manager);
      const tries = (await findTries(manager, [enrolmentId])).get(enrolmentId) ?? [];
      const topGrade = topGradeOf(scheme, enrolment.level);
      const next = judgeNextTry(scheme.rules, tries, topGrade, now.toISOString(), opensAt?.toISOString());
      refuseTry(next);
      const session = await findSessionToEnter(manager, enrolment, input, now);
      const chosenAt = now.toISOString();
      const chosen = carryRules
        ? await chooseScores(manager, enrolmentId, input.carry, { ...carryRules, chosenAt })
        : [];
      const entry = await enterSession(manager, {
        actorId: caller.id,
        candidateId: caller.id,
        session,
        cohortId: null,
        cause: next.cause,
      });
      for (const { scoreId: fromScoreId } of chosen)
        await this.scores.carryDimension(manager, { entryId: entry.id, fromScoreId, actorId: caller.id });
      return { id: entry.id, number: entry.number, cause: entry.cause };
    });
  }
}

/** @throws Refusal NOT_FOUND for somebody else's enrolment as for one that does not exist */
const refuseOthers = async (manager: EntityManager, caller: Caller, id: string): Promise<void> => {
  const enrolment = await manager.findOneBy(Enrolment, { id });
  if (!enrolment) throw new Refusal('NOT_FOUND');
  demandOwn(caller, 'enrolment.enter', enrolment);
};
