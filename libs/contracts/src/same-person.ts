import { z } from 'zod';
import { Email } from './identity.ts';
import { LocalizedText } from './locale.ts';
import { pageOf, pageQuery } from './paging.ts';
import { Reason } from './reason.ts';
import { Id, Instant } from './vocabulary.ts';

export const NoteSamePersonInput = z.strictObject({
  /** Address of the account that its person goes on with. */
  keep: Email,
  /** Address of the other one, which is closed where nobody of the two is staff. */
  other: Email,
  /** What was seen. */
  reason: Reason,
});
export type NoteSamePersonInput = z.infer<typeof NoteSamePersonInput>;

export const TellApartInput = z.strictObject({ oneId: Id, otherId: Id, reason: Reason });
export type TellApartInput = z.infer<typeof TellApartInput>;

export const AccountInPair = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  institution: LocalizedText.nullable(),
  createdAt: Instant,
  /** Has, or is to have, another role than a candidate's: it is kept, and nothing is closed. */
  isStaff: z.boolean(),
  isClosed: z.boolean(),
});
export type AccountInPair = z.infer<typeof AccountInPair>;

/** What two accounts have alike: the address up to its @, or the name with a student number or a session. */
export const Likeness = z.enum(['address', 'name-and-number', 'name-and-session']);
export type Likeness = z.infer<typeof Likeness>;

/** Two accounts that may be one person's, the older one first. */
export const LikelyPair = z.object({ one: AccountInPair, other: AccountInPair, likeness: z.array(Likeness) });
export type LikelyPair = z.infer<typeof LikelyPair>;

export const LikelyPairs = z.object({
  /** Those with most alike first, no more than a page. */
  pairs: z.array(LikelyPair),
  total: z.number().int().nonnegative(),
});
export type LikelyPairs = z.infer<typeof LikelyPairs>;

/** Of a note just made: whether nothing follows from it until a second person agrees. */
export const SamePersonNoted = z.object({ waits: z.boolean() });
export type SamePersonNoted = z.infer<typeof SamePersonNoted>;

const Said = z.object({ by: z.string(), at: Instant, reason: z.string() });

export const SamePersonNote = z.object({
  id: Id,
  kept: AccountInPair,
  other: AccountInPair,
  closes: z.boolean(),
  reason: z.string(),
  notedBy: z.string(),
  notedAt: Instant,
  /** Whether nothing follows from it until a second person agrees. */
  waits: z.boolean(),
  /** What the second person said, where it took one. */
  answer: Said.extend({ agreed: z.boolean() }).nullable(),
  ended: Said.nullable(),
  /** Whether it waits, and the caller is another than who noted it. */
  mayAnswer: z.boolean(),
  /** Whether it holds, and the caller is another than who noted it. */
  mayEnd: z.boolean(),
});
export type SamePersonNote = z.infer<typeof SamePersonNote>;

/** Those that wait for a second person, the oldest first and no more than a page. */
export const WaitingNotes = z.object({
  notes: z.array(SamePersonNote),
  total: z.number().int().nonnegative(),
});
export type WaitingNotes = z.infer<typeof WaitingNotes>;

/** Without a sort, the newest note comes first. */
export const SamePeopleQuery = pageQuery(['notedAt']);
export type SamePeopleQuery = z.infer<typeof SamePeopleQuery>;
export const SamePeoplePage = pageOf(SamePersonNote);
export type SamePeoplePage = z.infer<typeof SamePeoplePage>;
