/** What makes a spreadsheet run a cell, in either width, or take it for the start of another. */
const runs = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text as a cell of a file that spreadsheets open: one that would run as a formula gets a leading apostrophe (OWASP, CSV injection). */
export const inertCell = (text: string): string => (runs.test(text) ? `'${text}` : text);
