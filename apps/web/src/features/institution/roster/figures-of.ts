/** As many figures of a number as spreadsheets keep. */
const kept = 15;

/**
 * A number of a workbook as its author wrote it, for a student number is no quantity. One that is longer than spreadsheets keep
 * was rounded when it was entered, and comes in the notation by which the judging of a roster knows that (`isRounded`).
 */
export function figuresOf(written: string): string {
  const number = Number(written);
  if (!Number.isInteger(number)) return written;
  return Math.abs(number) < 10 ** kept ? String(number) : number.toExponential().toUpperCase();
}
