import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  agreementsFor,
  type AcceptedAgreement,
  type AgreementDocument,
  type AgreementInput,
  type AgreementPurpose,
  type AgreementsView,
} from '@ennead/contracts';
import { Agreement, ContentBank } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findOwnEntry } from '../enrolments/find-entry.ts';
import { findDocuments } from '../pages/documents.ts';
import { recordAgreements } from '../pages/record-agreements.ts';
import { matchShown } from './match-shown.ts';
import { missingAgreements } from './missing-agreements.ts';

@Injectable()
export class AgreementsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  /** @throws Refusal NOT_FOUND for an entry that is not the caller's */
  async view(caller: Caller, entryId: string | null): Promise<AgreementsView> {
    if (entryId) await findOwnEntry(this.db.manager, caller, entryId);
    return this.read(this.db.manager, caller, entryId);
  }

  /**
   * Accepts documents as they were shown, all or none.
   * @throws Refusal NOT_FOUND; AGREEMENT_CHANGED naming each of which another version is in force, with its hash
   */
  async accept(caller: Caller, { entryId, documents }: AgreementInput): Promise<AgreementsView> {
    return this.db.transaction(async (manager) => {
      if (entryId) await findOwnEntry(manager, caller, entryId);
      const shown = await matchShown(manager, documents);
      await recordAgreements(manager, { personId: caller.id, entryId, documents: shown });
      return this.read(manager, caller, entryId);
    });
  }

  /** All that somebody accepted, the newest first. */
  async findAccepted(manager: EntityManager, personId: string): Promise<AcceptedAgreement[]> {
    const found = await manager.find(Agreement, { where: { personId }, order: { at: 'DESC', id: 'ASC' } });
    return found.map(({ document, version, hash, entryId, at }) => ({
      document,
      version,
      hash,
      entryId,
      at: at.toISOString(),
    }));
  }

  private async read(
    manager: EntityManager,
    caller: Caller,
    entryId: string | null,
  ): Promise<AgreementsView> {
    const accepted = await this.findAccepted(manager, caller.id);
    const documents = await Promise.all(
      (await findDocuments(manager)).map(async ({ document, version, hash }) => {
        const purpose = purposeOf(document);
        const of = purpose === 'entry' ? entryId : null;
        const own = accepted.find(
          (one) => one.document === document && one.hash === hash && one.entryId === of,
        );
        const { title } = await this.bank.body('page', hash, manager);
        return { document, purpose, version, hash, title, acceptedAt: own?.at ?? null };
      }),
    );
    return { documents, accepted, missing: await missingAgreements(manager, caller.id, entryId) };
  }
}

const purposeOf = (document: AgreementDocument): AgreementPurpose => {
  const ofAccount: readonly string[] = agreementsFor.account;
  return ofAccount.includes(document) ? 'account' : 'entry';
};
