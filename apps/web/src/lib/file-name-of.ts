/** What a file is called by what it is of, and the day by its reader's own calendar, on which nothing hangs: without its ending. */
export const fileNameOf = (...of: readonly string[]): string =>
  [...of, new Intl.DateTimeFormat('sv-SE').format()].join(' ');
