/**
 * A code as people type it off a page: any case, full-width characters, blanks and dashes anywhere or nowhere, and the
 * letters O, I and L for 0, 1 and 1.
 */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

export const isSameCode = (typed: string, code: string): boolean => bare(typed) === bare(code);

/** Whether what was typed can no longer become the code. */
export const isOtherCode = (typed: string, code: string): boolean => !bare(code).startsWith(bare(typed));
