/**
 * Whether two spellings are the same name: without regard to blanks, to capitals, and to which of the apostrophes, hyphens and dots
 * between names a keyboard has. Nothing here may import zod, as pages ask it too.
 */
export const isSameName = (one: string, other: string): boolean => fold(one) === fold(other);

const fold = (name: string): string =>
  name
    .replace(/['’ʼ‘`´′＇]/g, "'")
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[·•・･‧∙⋅]/g, '·')
    // Down before up: a letter that has several small ones, or a capital of its own, ends as one.
    .toLowerCase()
    .toUpperCase()
    .normalize('NFKC')
    .replace(/\s/g, '');
