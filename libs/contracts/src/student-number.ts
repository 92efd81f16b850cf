import { isName, rosterLimits } from './limits.ts';
import { lineUpTo } from './line.ts';

/** By what an institution knows somebody: a line with nothing unseen in it, so that two that look alike are the same. */
export const StudentNumber = lineUpTo(rosterLimits.studentNumber)
  .normalize('NFC')
  .refine(isName, 'a number in one line, with nothing unseen in it');

/**
 * A number as spreadsheets write one that is too long for them (2.02600171234568E+17): its last figures are gone, so that two people
 * could come to have the same.
 */
export const isRounded = (figures: string): boolean => /^\d(?:[.,]\d+)?E\+?\d+$/i.test(figures);
