import { portfolioLimits } from '@ennead/contracts';

/** Controls, characters that reorder or hide text, and what file systems forbid. */
const unwanted = /[\0-\x1f\x7f-\x9f<>:"|?*\\/\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/g;

/**
 * A declared file name made fit to be shown: its last segment, without anything that could mislead a reader or a file
 * system, at most 120 characters with its ending kept. It never becomes part of a path of ours.
 */
export const sanitiseName = (declared: string): string => {
  const last = declared.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(unwanted, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/\s+/g, ' ');
  if (clean === '') return 'file';
  const letters = [...clean];
  if (letters.length <= portfolioLimits.titleLength) return clean;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(clean)?.[0] ?? '';
  return letters.slice(0, portfolioLimits.titleLength - ending.length).join('') + ending;
};
