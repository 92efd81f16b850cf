/** What a file is called by what it is of, and the day: without its ending. */
export const fileNameOf = (...of: readonly string[]): string =>
  [...of, new Date().toISOString().slice(0, 10)].join(' ');
