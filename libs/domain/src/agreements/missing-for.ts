import { agreementsFor, type AgreementDocument, type AgreementPurpose } from '@ennead/contracts';

/** A document, and the body by which it is known. */
export interface Document {
  readonly document: AgreementDocument;
  readonly hash: string;
}

export interface Agreement extends Document {
  readonly entryId: string | null;
}

/**
 * Which documents a purpose still asks of somebody, in the order in which they are shown: those in force of which exactly
 * this body has not been accepted. What is asked for an entry counts for that entry alone.
 *
 * @param entryId the entry that is asked about; null for an account
 */
export const missingFor = (
  purpose: AgreementPurpose,
  entryId: string | null,
  { inForce, accepted }: { readonly inForce: readonly Document[]; readonly accepted: readonly Agreement[] },
): AgreementDocument[] =>
  agreementsFor[purpose].filter((document) => {
    const now = inForce.find((one) => one.document === document);
    const of = purpose === 'entry' ? entryId : null;
    return (
      now !== undefined &&
      !accepted.some((one) => one.document === document && one.hash === now.hash && one.entryId === of)
    );
  });
