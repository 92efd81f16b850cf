import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type CarryInput, type DimensionCode, entryLifecycle, Refusal } from '@ennead/contracts';
import { dimensions, stateAfter } from '@ennead/domain';
import { ContentBank } from '@ennead/persistence';
import { giveUpCarried, Scores } from '@ennead/scoring';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import type { Case } from '../enrolments/case.ts';
import { findOwnEntry } from '../enrolments/find-entry.ts';
import { chooseScores } from './choose-scores.ts';
import { findClosedPart } from './find-closed-part.ts';
import { lockCase } from './lock-case.ts';
import { mayChooseCarry } from './may-choose-carry.ts';
import { readCarryRules } from './read-carry-rules.ts';
import { refuseCarry } from './refuse-try.ts';

/** What a candidate carries over into an own entry, whoever made it, as long as nothing of it is begun. */
@Injectable()
export class CarryChoices {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
    private readonly scores: Scores,
  ) {}

  /**
   * Makes `carry` the whole of what is carried over. What was chosen before stays as it was judged then; what is new is
   * judged now, by the scheme of the session.
   *
   * @throws Refusal NOT_FOUND, ENTRY_ENDED, CARRY_BEGUN, CARRY_CHANGED, PART_CLOSED with its date for what could be sat no longer,
   *   CARRY_ALL, CARRY_NO_SCORE, or what stands against a score
   */
  async choose(caller: Caller, entryId: string, { carry, seen }: CarryInput): Promise<void> {
    const { examSessionId } = await findOwnEntry(this.db.manager, caller, entryId);
    const rules = await readCarryRules(this.db.manager, this.bank, examSessionId);
    if (!rules) throw new Error(`Session ${examSessionId} is gone.`);
    await this.db.transaction(async (manager) => {
      const { found } = await lockCase(manager, entryId);
      refuseFixed(found);
      if (carry.length === dimensions.length) refuseCarry([{ code: 'CARRY_ALL' }]);
      const carried = found.carried.map(({ dimension }) => dimension);
      // Sent twice it is done once; chosen upon what another window has changed since it would undo that unseen.
      if (isSame(carry, carried)) return;
      if (seen && !isSame(seen, carried)) throw new Refusal('CARRY_CHANGED');
      const dropped = carried.filter((dimension) => !carry.includes(dimension));
      refuseShut(found, dropped);
      const added = carry.filter((dimension) => !carried.includes(dimension));
      const chosenAt = found.now.toISOString();
      const chosen = await chooseScores(manager, found.enrolmentId, added, { ...rules, chosenAt });
      for (const dimension of dropped)
        await giveUpCarried(manager, { entryId, dimension, actorId: caller.id, because: 'chosen' });
      for (const { scoreId: fromScoreId } of chosen)
        await this.scores.carryDimension(manager, { entryId, fromScoreId, actorId: caller.id });
    });
  }
}

const isSame = (one: readonly DimensionCode[], other: readonly DimensionCode[]): boolean =>
  one.length === other.length && one.every((dimension) => other.includes(dimension));

/** @throws Refusal CARRY_BEGUN, ENTRY_ENDED */
const refuseFixed = (found: Case): void => {
  if (mayChooseCarry(found)) return;
  throw new Refusal(
    found.state === stateAfter(entryLifecycle, 'enter') && found.firstSatAt ? 'CARRY_BEGUN' : 'ENTRY_ENDED',
  );
};

/** @throws Refusal PART_CLOSED for a dimension that has a part which can be begun no longer */
const refuseShut = (found: Case, dropped: readonly DimensionCode[]): void => {
  const shut = findClosedPart(found, dropped);
  if (shut) throw new Refusal('PART_CLOSED', [{ path: 'closesAt', message: shut.closesAt }]);
};
