import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type Locale, type RevokeInput, type VerifyView } from '@ennead/contracts';
import type { Content } from '@ennead/content';
import { credentialMoves, move, parseCredentialNumber } from '@ennead/domain';
import { Credential, recordAudit } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { CONTENT } from '../../infrastructure/content.ts';
import { findCase } from '../results/find-cases.ts';
import { roleNameOf } from '../results/names.ts';
import { Schemes } from '../results/schemes.ts';
import { Certificates } from './certificate/certificates.ts';
import { knownNumber, unknownNumber, viewCredential } from './verify-number.ts';

@Injectable()
export class CredentialsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONTENT) private readonly content: Content,
    private readonly schemes: Schemes,
    private readonly certificates: Certificates,
  ) {}

  /** What anybody may know of a number. Numbers hold 128 random bits, so asking cannot find one. */
  async verify(typed: string): Promise<VerifyView> {
    const parsed = parseCredentialNumber(typed);
    if (parsed.kind !== 'well-formed') return unknownNumber(true);
    const credential = await this.db.manager.findOneBy(Credential, { number: parsed.number });
    if (!credential) return unknownNumber(false);
    const rules = await this.schemes.rulesOf(await findCase(this.db.manager, credential.entryId));
    return knownNumber(viewCredential(credential, rules, roleNameOf(this.content, credential.role)));
  }

  /**
   * The certificate as PDF, for whoever has the number. The number is the key: nobody can guess it, the certificate
   * carries it, and the page of verification already tells its holder all that the document says. So a candidate can
   * hand the address on, and an employer needs no account. A revoked one is no longer given out.
   */
  async certificate(typed: string, locale: Locale): Promise<{ number: string; pdf: Buffer }> {
    const { state, credential } = await this.verify(typed);
    if (!credential) throw new Refusal('NOT_FOUND');
    if (state === 'revoked') throw new Refusal('CREDENTIAL_REVOKED');
    return { number: credential.number, pdf: await this.certificates.render(credential, locale) };
  }

  /** Takes a credential back, for good. The reason is public from then on. */
  async revoke(caller: Caller, id: string, { reason }: RevokeInput): Promise<void> {
    await this.db.transaction(async (manager) => {
      const state = move(credentialMoves, 'issued', 'revoke');
      const update = await manager.update(
        Credential,
        { id, state: 'issued' },
        { state, revokedAt: () => 'clock()', revokedBy: caller.id, revokedReason: reason },
      );
      const credential = await manager.findOneBy(Credential, { id });
      if (!credential) throw new Refusal('NOT_FOUND');
      if (update.affected !== 1) throw new Refusal('CREDENTIAL_ALREADY_REVOKED');
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'credential.revoked',
        subjectKind: 'credential',
        subjectId: id,
        entryId: credential.entryId,
        detail: { reason },
      });
    });
  }
}
