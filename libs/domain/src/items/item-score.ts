import type { ItemOutcome } from '@ennead/contracts';

/** The share of an item's one mark that was earned, as an exact fraction: 0 <= earned <= of. */
export interface ItemScore {
  readonly earned: number;
  readonly of: number;
  readonly outcome: ItemOutcome;
}

export const unanswered: ItemScore = { earned: 0, of: 1, outcome: 'unanswered' };
export const unreadable: ItemScore = { earned: 0, of: 1, outcome: 'unreadable' };

/** All or nothing. */
export const rightOrWrong = (right: boolean): ItemScore => ({
  earned: right ? 1 : 0,
  of: 1,
  outcome: right ? 'right' : 'wrong',
});
