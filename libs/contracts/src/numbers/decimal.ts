/** An exact decimal number: digits x 10^exponent. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Beyond this nothing that an item asks for can lie; it bounds the work that a typed exponent can cause. */
const mostExponent = 400;

const plainNumber = /^([+-]?)(\d+\.?\d*|\.\d+)(?:e([+-]?\d{1,4}))?$/;

/**
 * Reads a plain decimal such as '-12.50' or '6.02e23' exactly.
 * @returns null for anything else, and for exponents beyond 400 either way
 */
export function toDecimal(text: string): Decimal | null {
  const [, sign, mantissa, power] = plainNumber.exec(text) ?? [];
  if (mantissa === undefined) return null;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const exponent = Number(power ?? 0) - fraction.length;
  if (Math.abs(exponent) > mostExponent) return null;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, exponent };
}

/** Whether |a - b| <= tolerance, with no rounding anywhere. */
export function isWithin(a: Decimal, b: Decimal, tolerance: Decimal): boolean {
  const exponent = Math.min(a.exponent, b.exponent, tolerance.exponent);
  const scaled = (decimal: Decimal) => decimal.digits * 10n ** BigInt(decimal.exponent - exponent);
  const difference = scaled(a) - scaled(b);
  return (difference < 0n ? -difference : difference) <= scaled(tolerance);
}
