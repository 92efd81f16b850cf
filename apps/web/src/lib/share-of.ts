/** A share in lowest terms: 2 of 6 is 1/3. Percent is null unless it is a whole number. */
export interface Share {
  readonly fraction: string;
  readonly percent: number | null;
}

const divisorOf = (a: number, b: number): number => (b === 0 ? a : divisorOf(b, a % b));

/** What a weight is of all weights; both whole numbers above 0. */
export function shareOf(weight: number, weights: number): Share {
  const divisor = divisorOf(weight, weights);
  const percent = (100 * weight) / weights;
  return {
    fraction: `${weight / divisor}/${weights / divisor}`,
    percent: Number.isInteger(percent) ? percent : null,
  };
}
