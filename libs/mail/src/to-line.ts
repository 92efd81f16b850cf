/** A text as one line: what would end a header, or turn writing round, becomes a blank. */
export const toLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ').trim();
