import { AgreementDocument } from '@ennead/contracts';
import { ContentVersion, isLive } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';

/** A document in force: the version of it that is live. */
export type DocumentVersion = {
  readonly document: AgreementDocument;
  readonly version: number;
  readonly hash: string;
};

/** Whatever is published of what somebody may have to accept, in the order of the contract. */
export const findDocuments = async (manager: EntityManager): Promise<DocumentVersion[]> => {
  const versions = await manager.findBy(ContentVersion, { kind: 'page', id: In(AgreementDocument.options) });
  return AgreementDocument.options.flatMap((document) => {
    const live = versions.find((version) => version.id === document && isLive(version));
    return live ? [{ document, version: live.number, hash: live.hash }] : [];
  });
};
