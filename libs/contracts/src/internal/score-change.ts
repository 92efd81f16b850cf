import { z } from 'zod';
import { Reason } from '../reason.ts';
import { Id, Sha256 } from '../vocabulary.ts';

/** Everywhere, or in one session. */
const scope = z.union([z.literal('all'), Id]);

/**
 * What a rescoring would bring into force. A key that is found wrong is replaced, or, where no answer is right, everybody
 * is credited, or the item is left out; a plan of a lab's hidden suite is replaced by one that weighs the same cases
 * otherwise. A dropped item makes another form of the exam: `conversionStands` says why its conversion still holds.
 */
export const ScoreChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('key'), questionHash: Sha256, keyHash: Sha256, scope }),
  z.strictObject({ kind: z.literal('credit'), questionHash: Sha256, scope }),
  z.strictObject({
    kind: z.literal('drop'),
    questionHash: Sha256,
    scope,
    conversionStands: Reason,
  }),
  z.strictObject({ kind: z.literal('plan'), pinnedHash: Sha256, planHash: Sha256, scope }),
]);
export type ScoreChange = z.infer<typeof ScoreChange>;

/** What is to hold for what, and where: a key for a question, a plan for the one that sessions pinned. */
export const Holding = z.strictObject({ kind: z.enum(['key', 'plan']), scope, ofHash: Sha256, hash: Sha256 });
export type Holding = z.infer<typeof Holding>;

/** A change as it was planned, with all that it comes to: the database lets an approved run bring just this into force. */
export const PlannedChange = z.strictObject({ change: ScoreChange, holding: Holding });
export type PlannedChange = z.infer<typeof PlannedChange>;
