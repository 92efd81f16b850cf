/**
 * A roster as CSV with commas. Rows that were copied out of a spreadsheet come with tabs, and spreadsheets of many
 * European countries save semicolons; the header tells. Lines stay where they are, so that line numbers still fit.
 */
export function separateByCommas(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const separator = ['\t', ';', '；', '，'].find((mark) => header.includes(mark) && !header.includes(','));
  if (!separator) return text;
  return text
    .split(/(\r\n|\r|\n)/)
    .map((part, index) => (index % 2 === 0 ? toCsvLine(part, separator) : part))
    .join('');
}

const toCsvLine = (line: string, separator: string): string => line.split(separator).map(toCell).join(',');

function toCell(cell: string): string {
  const isQuoted = /^".*"$/.test(cell);
  return !isQuoted && /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
