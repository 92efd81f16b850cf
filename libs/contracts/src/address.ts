import { z } from 'zod';
import { Email } from './identity.ts';
import { deskLimits } from './limits.ts';
import { LocalizedText } from './locale.ts';
import { pageOf, pageQuery } from './paging.ts';
import { Reason } from './reason.ts';
import { Id, Instant } from './vocabulary.ts';

/** By what somebody showed that an address is theirs, besides the papers that say who they are. */
export const AddressProof = z.enum(['mailbox-shown', 'signed-form', 'institution-list']);
export type AddressProof = z.infer<typeof AddressProof>;

/** The address as whoever confirms it sees it: where the account has another by now, nothing is confirmed. */
const seen = { email: Email };
const vouched = {
  proof: AddressProof,
  /** Which papers were seen, and whatever else there is to say. */
  reason: Reason,
};

export const ConfirmAddressInput = z.strictObject({ ...seen, ...vouched });
export type ConfirmAddressInput = z.infer<typeof ConfirmAddressInput>;

/** Of many at once, as of a list that an institution hands over. */
export const ConfirmAddressesInput = z.strictObject({
  people: z
    .array(z.strictObject({ id: Id, ...seen }))
    .min(1)
    .max(deskLimits.atOnce)
    .refine((people) => new Set(people.map(({ id }) => id)).size === people.length, 'each person once'),
  ...vouched,
});
export type ConfirmAddressesInput = z.infer<typeof ConfirmAddressesInput>;

/** How many were confirmed, and whose not, by the code of the refusal. */
export const ConfirmedAddressesView = z.object({
  done: z.number().int(),
  refused: z.array(z.object({ personId: Id, code: z.string() })),
});
export type ConfirmedAddressesView = z.infer<typeof ConfirmedAddressesView>;

/** A candidate whose address nobody has shown to be theirs. */
export const UnconfirmedAddress = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  institution: LocalizedText.nullable(),
  createdAt: Instant,
});
export type UnconfirmedAddress = z.infer<typeof UnconfirmedAddress>;

/** Without a sort, the newest account comes first. */
export const AddressesQuery = pageQuery(['name', 'email', 'createdAt']).extend({
  /** Who has a seat in it, or is to have one. */
  session: Id.optional(),
  institution: Id.optional(),
});
export type AddressesQuery = z.infer<typeof AddressesQuery>;
export const AddressesPage = pageOf(UnconfirmedAddress).extend({
  /** Whose candidates are among those whose address is not confirmed, whatever is asked. */
  institutions: z.array(z.object({ id: Id, name: LocalizedText })),
});
export type AddressesPage = z.infer<typeof AddressesPage>;
