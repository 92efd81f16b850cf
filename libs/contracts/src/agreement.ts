import { z } from 'zod';
import { PageId } from './content-page.ts';
import { LocalizedText } from './locale.ts';
import { Id, Instant, Sha256 } from './vocabulary.ts';

/** The pages that somebody accepts. */
export const AgreementDocument = PageId.extract([
  'terms',
  'privacy',
  'application',
  'conduct',
  'non-disclosure',
]);
export type AgreementDocument = z.infer<typeof AgreementDocument>;

/** What a document is accepted for: to have an account, or to sit what an entry consists of. */
export const AgreementPurpose = z.enum(['account', 'entry']);
export type AgreementPurpose = z.infer<typeof AgreementPurpose>;

/** What each purpose asks for, in the order in which it is shown. What is asked for an entry is asked for each anew. */
export const agreementsFor = {
  account: ['terms', 'privacy'],
  entry: ['application', 'conduct', 'non-disclosure'],
} as const satisfies Record<AgreementPurpose, readonly AgreementDocument[]>;

/** What was shown, by the hash of its body: another is refused. */
export const ShownDocument = z.strictObject({ document: AgreementDocument, hash: Sha256 });

const forEntry: readonly string[] = agreementsFor.entry;

/** Documents of one purpose; those for an entry with the entry that they are accepted for. */
export const AgreementInput = z
  .strictObject({
    entryId: Id.nullable().default(null),
    documents: z.array(ShownDocument).min(1).max(AgreementDocument.options.length),
  })
  .refine(
    ({ entryId, documents }) =>
      documents.every(({ document }) => forEntry.includes(document) === (entryId !== null)),
    { path: ['entryId'], message: 'documents for an entry, and only they, are accepted for one' },
  )
  .refine(({ documents }) => new Set(documents.map(({ document }) => document)).size === documents.length, {
    path: ['documents'],
    message: 'each document once',
  });
export type AgreementInput = z.infer<typeof AgreementInput>;

/** A document as it is in force. */
export const DocumentInForce = z.object({
  document: AgreementDocument,
  purpose: AgreementPurpose,
  version: z.number().int().positive(),
  hash: Sha256,
  title: LocalizedText,
  /** When the caller accepted this version; null while they have not. */
  acceptedAt: Instant.nullable(),
});
export type DocumentInForce = z.infer<typeof DocumentInForce>;

export const AcceptedAgreement = z.object({
  document: AgreementDocument,
  version: z.number().int().positive(),
  hash: Sha256,
  /** The entry that it was accepted for, where it was for one. */
  entryId: Id.nullable(),
  at: Instant,
});
export type AcceptedAgreement = z.infer<typeof AcceptedAgreement>;

export const AgreementsQuery = z.strictObject({ entryId: Id.optional() });

export const AgreementsView = z.object({
  documents: z.array(DocumentInForce),
  /** What the purpose that was asked about still needs: that of an entry, where one was named. */
  missing: z.array(AgreementDocument),
  /** All that the caller ever accepted, the newest first. */
  accepted: z.array(AcceptedAgreement),
});
export type AgreementsView = z.infer<typeof AgreementsView>;
