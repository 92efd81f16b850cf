import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { SchemeRef } from './scheme.ts';
import { CompetencyId, Instant, LevelCode, PartKind, RoleCode } from './vocabulary.ts';

/** A live body that cannot be read: nothing stands in for it. */
export const UnusableContent = z.object({
  kind: z.literal('unusable'),
  content: z.enum(['standard', 'scheme', 'blueprint', 'lab', 'rubric', 'question']),
  contentId: z.string(),
});
export type UnusableContent = z.infer<typeof UnusableContent>;

/** Why something cannot be examined yet; of a blueprint, each competency of which there are too few items. */
export const ContentLack = z.discriminatedUnion('kind', [
  UnusableContent,
  z.object({ kind: z.enum(['standard', 'scheme', 'blueprint', 'lab', 'rubric']) }),
  z.object({
    kind: z.literal('items'),
    competency: CompetencyId,
    asked: z.number().int(),
    available: z.number().int(),
  }),
]);
export type ContentLack = z.infer<typeof ContentLack>;

/** A blueprint, lab or rubric that may be examined, or may not yet for want of items. */
export const ContentChoice = z.object({
  kind: PartKind,
  contentId: z.string(),
  version: z.number().int(),
  title: LocalizedText,
  /** Null for a portfolio, as is the number of items of all but forms. */
  durationSec: z.number().int().nullable(),
  itemCount: z.number().int().nullable(),
  lacks: z.array(ContentLack),
});
export type ContentChoice = z.infer<typeof ContentChoice>;

/** What a session of one role and level could examine. It can be scheduled as soon as nothing is lacking. */
export const SessionChoice = z.object({
  role: RoleCode,
  level: LevelCode,
  /** The scheme that is in force now; null also while one of them cannot be read, for that might be it. */
  scheme: SchemeRef.nullable(),
  contents: z.array(ContentChoice),
  /** Whatever of it cannot be read, even where something else can be examined. */
  unusable: z.array(UnusableContent),
  lacks: z.array(ContentLack),
});
export type SessionChoice = z.infer<typeof SessionChoice>;

/** `serverNow`: what a window that is scheduled now has to lie ahead of. */
export const SessionChoicesView = z.object({ choices: z.array(SessionChoice), serverNow: Instant });
export type SessionChoicesView = z.infer<typeof SessionChoicesView>;
