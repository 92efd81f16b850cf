import { alphabet, checkSymbol } from './check-symbol.ts';

/** 128 bits make 26 symbols of 5; the check symbol makes nine groups of three. */
const symbolCount = 26;

/**
 * A credential's number: 128 random bits in Crockford's base 32 and a check symbol, as nine groups of three, for
 * example '3ZK-…-9QF'. Nobody can guess one, and a slip of the pen is told from a number that was never issued.
 *
 * @param random 16 bytes from a cryptographic source
 * @throws RangeError unless there are 16
 */
export function makeCredentialNumber(random: Uint8Array): string {
  if (random.length !== 16) throw new RangeError(`16 random bytes are needed, not ${random.length}`);
  const bits = random.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  const symbols = Array.from({ length: symbolCount }, (_, index) => {
    const shift = BigInt(5 * (symbolCount - 1 - index));
    return alphabet[Number((bits >> shift) & 31n)]!;
  }).join('');
  return inGroups(symbols + checkSymbol(symbols));
}

/** 27 symbols as nine groups of three. */
export const inGroups = (symbols: string): string => symbols.match(/.{3}/g)!.join('-');
