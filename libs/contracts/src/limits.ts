/*
 * What pages have to know of limits before a schema is at hand. Nothing here may import zod: whatever a page imports beside
 * its types comes into the page.
 */

/** Characters of a reason: a sentence, not a word, and no report. */
export const reasonLength = { least: 10, most: 2000 } as const;

const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** Whole characters of a text, without those that nobody sees. */
const countSeen = (text: string): number => [...text.replace(unseen, '').trim()].length;

/** Whether a text is a reason: as long as one, of characters that are to be seen. */
export function isReason(text: string): boolean {
  return countSeen(text) >= reasonLength.least && [...text.trim()].length <= reasonLength.most;
}

/** Whether a text is a line that reads as it stands: something to be seen, no breaks, nothing that turns writing round. */
export const isLine = (text: string): boolean =>
  countSeen(text) > 0 && !/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(text.trim());

/** Characters of a name, in each script. */
export const nameLength = 80;

/** Whether a text can be somebody's name: a line, without characters that are not to be seen. */
export const isName = (text: string): boolean =>
  isLine(text) && !/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cn}]/u.test(text);

/** Whether a name is in Latin letters alone; those of full width are none that a passport has. */
export const isLatinName = (text: string): boolean =>
  isName(text) &&
  /\p{Script=Latin}/u.test(text) &&
  /^[\p{Script=Latin}\p{M} '’.‐-]+$/u.test(text) &&
  !/[\uFF00-\uFFEF]/u.test(text);

/** The most years of work that anybody has, and the characters of a note about them. */
export const experienceLimits = { years: 60, noteLength: 1000 } as const;

/** Whether somebody says that the experience is enough, and gives fewer years than the level asks for. */
export const hasTooFewYears = (
  { met, years }: { readonly met: boolean; readonly years: number },
  yearsAsked: number,
): boolean => met && years < yearsAsked;

/** Characters of an institution's name, in each language. */
export const institutionNameLength = 120;

/** Characters of a session's title, in each language. */
export const sessionTitleLength = 120;

/** Characters of where a session is held and of the name of a hall, and how many halls it may have. */
export const venueLimits = { venue: 200, hall: 60, halls: 40 } as const;

/** How many places a session has at most, for how many institutions, and for how many people on a list. */
export const placeLimits = { places: 100_000, houses: 200, guests: 5_000 } as const;

/** Characters of what a registrar saw, and of how many the identity is set down at once. */
export const deskLimits = { seen: 200, atOnce: 500 } as const;

/** How many parts a session has at most, what one weighs at most, and how long after the session it may close. */
export const partLimits = { count: 12, weight: 100, closesAfterMs: 366 * 24 * 3_600_000 } as const;

/** The most rows that a page of a list may have. */
export const mostRows = 100;
/** As many as a page has where nobody asks otherwise. */
export const usualRows = 50;

/** Characters of terminal input in one message; a longer paste is sent in several. */
export const maxTerminalInput = 16 * 1024;

/** Characters of what a reviewer writes on one criterion, and on the whole. */
export const reviewLimits = { noteLength: 1000, commentLength: 4000 } as const;

/** Characters of what somebody notes about a tie that they declare. */
export const interestNoteLength = 500;

/** Characters of what a threat to impartiality is called. */
/** For how many days at most a bar is lifted. */
export const exceptionDays = 90;

export const threatLimits = { titleLength: 120 } as const;

/** What an accommodation may come to: shares and minutes of more time, breaks, characters of another measure. */
export const accommodationLimits = {
  percent: { least: 10, most: 100 },
  minutes: { least: 1, most: 480 },
  breakCount: { least: 1, most: 12 },
  breakMinutes: { least: 1, most: 60 },
  otherLength: 500,
} as const;

/** Days in which a script is marked. */
export const markingDays = 7;

/** Characters of a roster. */
export const rosterLength = 400_000;

/** The most people and columns of a roster, and the characters of a student number. */
export const rosterLimits = { rows: 2000, columns: 200, studentNumber: 40 } as const;

/**
 * How many letters an institution's acts may cause in so many days: to one address, by itself and, beyond its first, with all others; and
 * to addresses that nobody has confirmed, all together.
 */
export const houseLetterLimits = {
  toAddress: { most: 5, days: 7 },
  toAddressByAll: { most: 10, days: 7 },
  toUnconfirmed: { most: 2000, days: 1 },
} as const;

/** Characters of what a list is searched for. */
export const wordsLength = 100;

/** Characters of a certificate's number as somebody may type it, with whatever stands around it. */
export const typedNumberLength = 200;
