import { z } from 'zod';

/** Characters of a reason: a sentence, not a word, and no report. */
export const reasonLength = { least: 10, most: 2000 } as const;

/** Why somebody decided something: shown to whom it concerns, and kept on the trail. */
export const Reason = z.string().trim().min(reasonLength.least).max(reasonLength.most);

/** Whether a text is a reason, asked where no schema is at hand. */
export function isReason(text: string): boolean {
  const { length } = text.trim();
  return length >= reasonLength.least && length <= reasonLength.most;
}
