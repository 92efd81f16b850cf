/** What a number field holds, with the digits, point and signs of a Chinese keyboard as plain ones. */
export const plainFigures = (text: string): string => text.normalize('NFKC').trim();

/** A whole number as it is typed, of nine digits at most; null where it is none. */
export function readWhole(text: string): number | null {
  const plain = plainFigures(text);
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}
