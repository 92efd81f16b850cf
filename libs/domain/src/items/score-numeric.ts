import { isWithin, parseNumber, toDecimal } from '@ennead/contracts';
import type { NumericItem } from '@ennead/contracts/internal';
import type { ItemScore } from './item-score.ts';
import { rightOrWrong, unreadable } from './item-score.ts';

/**
 * Right when |answer - value| <= tolerance, the border included, compared as exact decimals: 0.3 lies within 0.1 of
 * 0.2 although binary floating point says otherwise.
 */
export function scoreNumeric({ key, unit }: NumericItem, text: string): ItemScore {
  const answer = parseNumber(text, unit ? Object.values(unit) : []);
  if (!answer) return unreadable;
  const [value, tolerance] = [toDecimal(String(key.value)), toDecimal(String(key.tolerance))];
  if (!value || !tolerance) throw new RangeError(`no decimal key: ${key.value} within ${key.tolerance}`);
  return rightOrWrong(isWithin(answer, value, tolerance));
}
