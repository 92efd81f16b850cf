import { agreementsFor } from '@ennead/contracts';
import { recordAudit } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { findDocuments, type DocumentVersion } from './documents.ts';

export type Acceptance = {
  readonly personId: string;
  readonly entryId: string | null;
  readonly documents: readonly DocumentVersion[];
};

/** Sets down what somebody accepts, each with its line in the trail; what was accepted before stays as it was. */
export const recordAgreements = async (
  manager: EntityManager,
  { personId, entryId, documents }: Acceptance,
): Promise<void> => {
  for (const { document, version, hash } of documents) {
    const [made]: { id: string }[] = await manager.query(
      `INSERT INTO agreement (person_id, entry_id, document, version, hash) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING id`,
      [personId, entryId, document, version, hash],
    );
    if (!made) continue;
    await recordAudit(manager, {
      actorId: personId,
      action: 'agreement.accepted',
      subjectKind: 'agreement',
      subjectId: made.id,
      ...(entryId && { entryId }),
      detail: { document, version, hash },
    });
  }
};

/**
 * What whoever opens an account accepts by it: the form names the documents with links to them as they are now. In the
 * transaction that opens the account.
 */
export const acceptForAccount = async (manager: EntityManager, personId: string): Promise<void> => {
  const asked: readonly string[] = agreementsFor.account;
  const documents = (await findDocuments(manager)).filter(({ document }) => asked.includes(document));
  await recordAgreements(manager, { personId, entryId: null, documents });
};
