import { compareFractions, convert, toCents, type Fraction } from '@ennead/domain';
import type { ContentBank, Score } from '@ennead/persistence';
import { findConversion, rawOf, readConversion } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';

export type PartOfSession = { readonly contentHash: string; readonly examSessionId: string };

/**
 * What a part's share is reported as by the table that its record names.
 *
 * @param fits whether everything that the record names is what is stored, and what is in force
 * @returns null where the sum is that of the record and yet something does not fit, for then it yields no score
 */
export const asRecomputed = async (
  manager: EntityManager,
  bank: ContentBank,
  part: PartOfSession,
  record: Score,
  raw: Fraction,
  fits: boolean,
): Promise<number | null> => {
  const table = await readConversion(manager, bank, record.conversionHash);
  const cents = toCents(convert(raw, table));
  if (cents !== record.reportedCents) return cents;
  const inForce = await findConversion(manager, bank, part, part.examSessionId);
  const isExact = compareFractions(raw, rawOf(record)) === 0;
  return fits && isExact && inForce === record.conversionHash ? cents : null;
};
