import { Refusal, type AgreementInput } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';
import { findDocuments, type DocumentVersion } from '../pages/documents.ts';

/**
 * Documents as they are in force, where these are what was shown.
 *
 * @throws Refusal AGREEMENT_CHANGED naming each of which another version is in force, with its hash
 */
export const matchShown = async (
  manager: EntityManager,
  documents: AgreementInput['documents'],
): Promise<DocumentVersion[]> => {
  const inForce = await findDocuments(manager);
  const shown = documents.map(({ document, hash }) => ({
    hash,
    document,
    now: inForce.find((one) => one.document === document),
  }));
  const changed = shown.filter(({ hash, now }) => now?.hash !== hash);
  if (changed.length > 0)
    throw new Refusal(
      'AGREEMENT_CHANGED',
      changed.map(({ document, now }) => ({ path: document, message: now?.hash ?? 'withdrawn' })),
    );
  return shown.map(({ now }) => now!);
};
