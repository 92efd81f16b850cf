import { z } from 'zod';
import { Email } from './identity.ts';
import { HouseTie, PersonalTie } from './impartiality.ts';
import { interestNoteLength } from './limits.ts';
import { LocalizedText } from './locale.ts';
import { Id, Instant } from './vocabulary.ts';

/** What somebody can say of themselves; everything else is told by the record alone. */
const DeclaredTie = z.union([PersonalTie, HouseTie]);

const Note = z.string().trim().max(interestNoteLength);

/** What ties the caller to a person, whom they name by the address, or to an institution; and when it ended, if it has. */
export const InterestInput = z
  .strictObject({
    tie: DeclaredTie,
    email: Email.nullable(),
    institutionId: Id.nullable(),
    endedOn: z.iso.date().nullable(),
    note: Note,
  })
  .superRefine(({ tie, email, institutionId }, context) => {
    const isPersonal = PersonalTie.safeParse(tie).success;
    const [wanted, unwanted] = isPersonal
      ? ([email, institutionId] as const)
      : ([institutionId, email] as const);
    if (wanted === null || unwanted !== null)
      context.addIssue({
        code: 'custom',
        path: [isPersonal ? 'email' : 'institutionId'],
        message: 'a person for a personal tie, an institution for any other',
      });
  });
export type InterestInput = z.infer<typeof InterestInput>;

/** Of the candidate of a case that the caller came across. */
export const CaseInterestInput = z.strictObject({ tie: PersonalTie, note: Note });
export type CaseInterestInput = z.infer<typeof CaseInterestInput>;

export const InterestView = z.object({
  id: Id,
  tie: DeclaredTie,
  /** By which address the person was named; null for an institution, and for whoever was met in a case. */
  email: z.string().nullable(),
  institution: z.object({ id: Id, name: LocalizedText }).nullable(),
  note: z.string(),
  declaredAt: Instant,
  endedAt: Instant.nullable(),
});
export type InterestView = z.infer<typeof InterestView>;

export const InterestsView = z.object({
  interests: z.array(InterestView),
  /** When the caller last said that these are all. */
  declaredAt: Instant.nullable(),
  /** Until when that holds; null where nobody need declare. */
  holdsUntil: Instant.nullable(),
  isDue: z.boolean(),
  institutions: z.array(z.object({ id: Id, name: LocalizedText })),
});
export type InterestsView = z.infer<typeof InterestsView>;
