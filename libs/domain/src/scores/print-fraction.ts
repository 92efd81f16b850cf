import { fraction, type Fraction } from './fraction.ts';

/** A fraction as the database keeps it: two numeric columns, which drivers read and write as text. */
export interface PrintedFraction {
  readonly num: string;
  readonly den: string;
}

const wholeNumber = /^-?\d+$/;

export const printFraction = ({ num, den }: Fraction): PrintedFraction => ({
  num: num.toString(),
  den: den.toString(),
});

/** @throws RangeError for anything but two whole numbers in plain digits, the second not 0 */
export function parseFraction({ num, den }: PrintedFraction): Fraction {
  if (!wholeNumber.test(num) || !wholeNumber.test(den)) throw new RangeError(`${num}/${den} is no fraction`);
  return fraction(BigInt(num), BigInt(den));
}
