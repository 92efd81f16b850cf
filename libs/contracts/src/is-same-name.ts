import { isLatinName } from './limits.ts';

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

/**
 * Whether somebody whose name is in Latin letters gives another one, with so few letters in common that it may be a slip: less than two
 * thirds of the longer, in whatever order and with whatever marks.
 */
export const isOtherLatinName = (name: string, latinName: string): boolean => {
  if (!isLatinName(name)) return false;
  const [own, given] = [lettersOf(name), lettersOf(latinName)];
  const left = [...own];
  const shared = given.filter((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return shared.length * 3 < Math.max(own.length, given.length) * 2;
};

const lettersOf = (name: string): readonly string[] => [
  ...fold(name).normalize('NFKD').replace(/\P{L}/gu, ''),
];
