/**
 * Exact decimal text of a score held in hundredths of a point: 7650 -> '76.50'.
 * @param scoreCents whole hundredths of a point
 */
export const formatScore = (scoreCents: number): string => formatComposite(scoreCents * 100);

/**
 * Exact decimal text of a composite held in ten-thousandths of a point, with at least two decimals and at most
 * four, never rounded: 765000 -> '76.50', 749950 -> '74.995', 599980 -> '59.998'.
 * @param tenThousandths whole ten-thousandths of a point
 * @throws RangeError unless it is a safe integer that is not negative
 */
export function formatComposite(tenThousandths: number): string {
  if (!Number.isSafeInteger(tenThousandths) || tenThousandths < 0) {
    throw new RangeError(`not a whole number of ten-thousandths: ${tenThousandths}`);
  }
  const decimals = String(tenThousandths % 10_000).padStart(4, '0');
  return `${Math.floor(tenThousandths / 10_000)}.${decimals.replace(/0{1,2}$/, '')}`;
}
