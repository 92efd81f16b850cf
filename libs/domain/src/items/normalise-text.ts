const han = '[\\p{Script=Han}\\u3000-\\u303f]';
const blankBesideHan = new RegExp(`(?<=${han}) | (?=${han})`, 'gu');

/**
 * The form in which short texts are compared: Unicode NFKC (so full-width equals half-width), one kind of dash and of
 * quotation mark, upper and lower case folded, runs of blanks collapsed to one, blanks at the ends and beside Chinese
 * characters dropped. Nothing else is forgiven: spelling and other punctuation count.
 */
export const normaliseText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .toUpperCase()
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(blankBesideHan, '');
