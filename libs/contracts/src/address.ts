import { z } from 'zod';
import { Email } from './identity.ts';
import { LocalizedText } from './locale.ts';
import { pageOf, pageQuery } from './paging.ts';
import { Reason } from './reason.ts';
import { Id, Instant } from './vocabulary.ts';

/** By what somebody showed that an address is theirs, besides the papers that say who they are. */
export const AddressProof = z.enum(['mailbox-shown', 'signed-form', 'institution-list']);
export type AddressProof = z.infer<typeof AddressProof>;

export const ConfirmAddressInput = z.strictObject({
  /** The address as whoever confirms it sees it: where the account has another by now, nothing is confirmed. */
  email: Email,
  proof: AddressProof,
  /** Which papers were seen, and whatever else there is to say. */
  reason: Reason,
});
export type ConfirmAddressInput = z.infer<typeof ConfirmAddressInput>;

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
export const AddressesQuery = pageQuery(['name', 'email', 'createdAt']);
export type AddressesQuery = z.infer<typeof AddressesQuery>;
export const AddressesPage = pageOf(UnconfirmedAddress);
export type AddressesPage = z.infer<typeof AddressesPage>;
