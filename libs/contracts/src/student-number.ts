import { isName, rosterLimits } from './limits.ts';
import { lineUpTo } from './line.ts';

/** By what an institution knows somebody: a line with nothing unseen in it, so that two that look alike are the same. */
export const StudentNumber = lineUpTo(rosterLimits.studentNumber)
  .normalize('NFC')
  .refine(isName, 'a number in one line, with nothing unseen in it');
