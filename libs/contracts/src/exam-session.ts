import { z } from 'zod';
import { ClearanceKind } from './clearance.ts';
import { LocalizedText, localizedUpTo } from './locale.ts';
import { ExamSessionState } from './lifecycle/exam-session.ts';
import { Email } from './identity.ts';
import { partLimits, placeLimits, sessionTitleLength, venueLimits } from './limits.ts';
import { lineUpTo } from './line.ts';
import { Reason } from './reason.ts';
import { SchemeRef } from './scheme.ts';
import { DimensionCode, Id, Instant, LevelCode, PartKind, RoleCode, WindowState } from './vocabulary.ts';

/** `mock` sessions are practice: nothing is decided on them. */
export const SessionPurpose = z.enum(['exam', 'mock']);
export type SessionPurpose = z.infer<typeof SessionPurpose>;

/** How a session is watched over: by an invigilator who is there, or not at all, which is practice and never decided on. */
export const Supervision = z.enum(['invigilated', 'practice']);
export type Supervision = z.infer<typeof Supervision>;

/** What a session is for says how it is watched over, and the other way round. */
export const supervisionOf = { exam: 'invigilated', mock: 'practice' } as const satisfies Record<
  SessionPurpose,
  Supervision
>;
export const purposeOf = { invigilated: 'exam', practice: 'mock' } as const satisfies Record<
  Supervision,
  SessionPurpose
>;

/** For whom a session is: everybody, people of named institutions, or people on a list. */
export const SessionAccess = z.enum(['open', 'institutions', 'list']);
export type SessionAccess = z.infer<typeof SessionAccess>;

/** An institution that a session is for, and how many of its people can sit it; null: as many as there are places. */
export const SessionHouseInput = z.strictObject({
  institutionId: Id,
  quota: z.number().int().min(1).max(placeLimits.places).nullable().default(null),
});

const Houses = z
  .array(SessionHouseInput)
  .max(placeLimits.houses)
  .refine(
    (houses) => new Set(houses.map(({ institutionId }) => institutionId)).size === houses.length,
    'each institution once',
  );
const Guests = z
  .array(Email)
  .max(placeLimits.guests)
  .refine((guests) => new Set(guests).size === guests.length, 'each address once');

/** Where a session is held, as people find it: null where nobody has to come anywhere, or it is not settled yet. */
const Venue = lineUpTo(venueLimits.venue).nullable();
const Halls = z
  .array(lineUpTo(venueLimits.hall))
  .max(venueLimits.halls)
  .refine((halls) => new Set(halls).size === halls.length, 'each hall once');

/** Something to be examined: a blueprint, lab or rubric by its id, with its weight within the dimension. */
export const SessionPartInput = z.strictObject({
  dimension: DimensionCode,
  kind: PartKind,
  contentId: z.string().min(1).max(200),
  weight: z.number().int().min(1).max(partLimits.weight).default(1),
  /** A date of its own, up to a year after the session; else the part closes with the session. */
  closesAt: Instant.nullable().default(null),
});
export type SessionPartInput = z.infer<typeof SessionPartInput>;

/** Where parts examine what an earlier one does: that it would count twice is what weights are for. */
const repeated = (parts: readonly Pick<SessionPartInput, 'kind' | 'contentId'>[]): number[] =>
  parts.flatMap(({ kind, contentId }, at) =>
    parts.slice(0, at).some((one) => one.kind === kind && one.contentId === contentId) ? [at] : [],
  );

/** For whom a session is, how many can sit it, and whether somebody of the body confirms each entry. */
const access = {
  access: SessionAccess,
  /** Null: as many as come. */
  places: z.number().int().min(1).max(placeLimits.places).nullable(),
  confirms: z.boolean(),
  houses: Houses,
  guests: Guests,
};
export const AccessOfSession = z.strictObject(access);
export type AccessOfSession = z.infer<typeof AccessOfSession>;

/** Institutions and addresses are named where a session is for them, and nowhere else. */
const namesCircle = (
  { access: circle, houses, guests }: Pick<AccessOfSession, 'access' | 'houses' | 'guests'>,
  context: z.RefinementCtx,
): void => {
  const says = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if ((circle === 'institutions') !== houses.length > 0)
    says('houses', 'institutions are named where a session is for them, and nowhere else');
  if ((circle === 'list') !== guests.length > 0)
    says('guests', 'addresses are named where a session is for a list, and nowhere else');
};

/** A window to be scheduled. Without `parts` it examines the newest blueprint, lab and rubric of role and level. */
export const ExamSessionInput = z
  .strictObject({
    title: localizedUpTo(sessionTitleLength),
    role: RoleCode,
    level: LevelCode,
    opensAt: Instant,
    closesAt: Instant,
    venue: Venue.default(null),
    halls: Halls.default([]),
    supervision: Supervision.default('invigilated'),
    access: SessionAccess.default('open'),
    /** Null: as many as come. */
    places: z.number().int().min(1).max(placeLimits.places).nullable().default(null),
    /** Whether somebody of the body confirms each entry. */
    confirms: z.boolean().default(false),
    houses: Houses.default([]),
    guests: Guests.default([]),
    parts: z.array(SessionPartInput).min(1).max(partLimits.count).optional(),
  })
  .refine(({ opensAt, closesAt }) => Date.parse(closesAt) > Date.parse(opensAt), {
    path: ['closesAt'],
    message: 'must be later than opensAt',
  })
  .refine(
    ({ opensAt, closesAt, parts = [] }) =>
      parts.every(({ closesAt: own }) => {
        const at = own === null ? Date.parse(closesAt) : Date.parse(own);
        return Date.parse(opensAt) < at && at <= Date.parse(closesAt) + partLimits.closesAfterMs;
      }),
    {
      path: ['parts'],
      message: 'a date of its own must be later than opensAt, and within a year of closesAt',
    },
  )
  .superRefine(namesCircle)
  .superRefine(({ parts = [] }, context) => {
    for (const at of repeated(parts))
      context.addIssue({
        code: 'custom',
        path: ['parts', at, 'contentId'],
        message: 'the session examines this already',
      });
  });
export type ExamSessionInput = z.infer<typeof ExamSessionInput>;

/** Dates of parts that close on their own; a part that is not named keeps what it has. */
const PartDates = z
  .array(z.strictObject({ id: Id, closesAt: Instant.nullable() }))
  .max(partLimits.count)
  .refine((parts) => new Set(parts.map(({ id }) => id)).size === parts.length, 'each part once')
  .default([]);

/** What may still be changed of a session that has not opened. What it examines may not. */
export const ChangeSessionInput = z
  .strictObject({
    title: localizedUpTo(sessionTitleLength),
    venue: Venue,
    halls: Halls,
    opensAt: Instant,
    closesAt: Instant,
    parts: PartDates,
    reason: Reason,
  })
  .refine(({ opensAt, closesAt }) => Date.parse(closesAt) > Date.parse(opensAt), {
    path: ['closesAt'],
    message: 'must be later than opensAt',
  });
export type ChangeSessionInput = z.infer<typeof ChangeSessionInput>;

/** The same of a session that is not over, as it is to be from now on. */
export const ChangeAccessInput = z
  .strictObject({
    ...access,
    /** That whoever is in it keeps the place, also where the session would be for them no longer. */
    keeps: z.boolean().default(false),
    /** What the change was made upon: where the session is for others by now, nothing is changed. */
    seen: AccessOfSession.optional(),
    reason: Reason,
  })
  .superRefine(namesCircle);
export type ChangeAccessInput = z.infer<typeof ChangeAccessInput>;

/** Later ends: of the session, and of parts that have a date of their own. */
export const ExtendSessionInput = z.strictObject({ closesAt: Instant, parts: PartDates, reason: Reason });
export type ExtendSessionInput = z.infer<typeof ExtendSessionInput>;

export const CancelSessionInput = z.strictObject({ reason: Reason });
export type CancelSessionInput = z.infer<typeof CancelSessionInput>;

/** Where and how a session is held. */
export const SessionPlace = z.object({
  venue: z.string().nullable(),
  halls: z.array(z.string()),
  supervision: Supervision,
});
export type SessionPlace = z.infer<typeof SessionPlace>;

export const SessionPartView = z.object({
  id: Id,
  position: z.number().int().positive(),
  dimension: DimensionCode,
  kind: PartKind,
  contentId: z.string(),
  weight: z.number().int().positive(),
  durationSec: z.number().int().nullable(),
  /** Of a form; else null. */
  itemCount: z.number().int().nullable(),
  closesAt: Instant.nullable(),
});
export type SessionPartView = z.infer<typeof SessionPartView>;

export const ExamSessionView = z.object({
  id: Id,
  title: LocalizedText,
  role: RoleCode,
  level: LevelCode,
  purpose: SessionPurpose,
  ...SessionPlace.shape,
  state: ExamSessionState,
  /** Why it was cancelled. */
  stateReason: z.string().nullable(),
  /** Somebody has begun a part: it can no longer be cancelled. */
  hasBegun: z.boolean(),
  opensAt: Instant,
  closesAt: Instant,
  window: WindowState,
  scheme: SchemeRef,
  parts: z.array(SessionPartView),
  access: SessionAccess,
  places: z.number().int().nullable(),
  confirms: z.boolean(),
  houses: z.array(
    z.object({
      institutionId: Id,
      name: LocalizedText,
      quota: z.number().int().nullable(),
      taken: z.number().int(),
    }),
  ),
  /** How many people are on its list, where it is for one. */
  guestCount: z.number().int(),
  /** What has to be there before the first part of an entry. */
  clearances: z.array(ClearanceKind),
  /** Entries that take a place: invited, asked for, entered and sat. */
  enrolledCount: z.number().int(),
  waitingCount: z.number().int(),
  /** Who look after it: without anybody nobody sees to what waits in it. */
  registrarCount: z.number().int(),
});
export type ExamSessionView = z.infer<typeof ExamSessionView>;
