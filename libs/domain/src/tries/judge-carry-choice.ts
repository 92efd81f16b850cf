import type { DimensionCode } from '@ennead/contracts';
import { dimensions } from '../results/compose-result.ts';
import type { CarryContext, CarryRefusal, DimensionRecord } from './judge-carry-over.ts';
import { judgeCarryOver } from './judge-carry-over.ts';

export type CarryChoiceRefusal =
  | (CarryRefusal & { readonly dimension: DimensionCode })
  /** Nothing would be left to sit. */
  | { readonly code: 'CARRY_ALL' };

export type CarryChoice =
  | { readonly kind: 'carriable' }
  | { readonly kind: 'refused'; readonly refusals: readonly CarryChoiceRefusal[] };

/**
 * Whether the scores that a candidate chose may all be carried into the next entry. At least one dimension is sat anew:
 * without that there would be nothing new to decide on.
 *
 * @param records at most one a dimension
 * @returns every refusal at once
 * @throws RangeError when a dimension is chosen twice
 */
export function judgeCarryChoice(records: readonly DimensionRecord[], context: CarryContext): CarryChoice {
  const chosen = new Set(records.map(({ dimension }) => dimension));
  if (chosen.size < records.length) throw new RangeError('a dimension is chosen twice');
  const refusals: CarryChoiceRefusal[] = records.flatMap((record) => {
    const verdict = judgeCarryOver(record, context);
    if (verdict.kind === 'carriable') return [];
    const { kind: _, ...refusal } = verdict;
    return [{ ...refusal, dimension: record.dimension }];
  });
  if (chosen.size === dimensions.length) refusals.push({ code: 'CARRY_ALL' });
  return refusals.length === 0 ? { kind: 'carriable' } : { kind: 'refused', refusals };
}
