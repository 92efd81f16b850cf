import { AgreementPurpose, type AgreementDocument } from '@ennead/contracts';
import { missingFor } from '@ennead/domain';
import { Agreement } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { findDocuments } from '../pages/documents.ts';

/**
 * What somebody has to accept before they may go on, as it is in force now: with an account what an account asks, and with
 * an entry what that asks too.
 *
 * @param entryId null where no entry is asked about; that it is this person's own is for the caller to have made sure of
 */
export const missingAgreements = async (
  manager: EntityManager,
  personId: string,
  entryId: string | null,
): Promise<AgreementDocument[]> => {
  const inForce = await findDocuments(manager);
  const accepted = await manager.findBy(Agreement, { personId });
  const purposes = AgreementPurpose.options.filter((purpose) => purpose === 'account' || entryId !== null);
  return purposes.flatMap((purpose) => missingFor(purpose, entryId, { inForce, accepted }));
};
