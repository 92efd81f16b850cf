import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type Locale, type RevokeInput, type VerifyView } from '@ennead/contracts';
import { findConflicts, parseCredentialNumber } from '@ennead/domain';
import { Credential, credentials, Decision, held, readClock, transition } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { reviewsOf } from '../enrolments/case.ts';
import { findCase } from '../enrolments/find-cases.ts';
import { Certificates } from './certificate/certificates.ts';
import { knownNumber, unknownNumber } from './verify-number.ts';

@Injectable()
export class CredentialsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly certificates: Certificates,
  ) {}

  /** What anybody may know of a number. Numbers hold 128 random bits, so asking cannot find one. */
  async verify(typed: string): Promise<VerifyView> {
    const parsed = parseCredentialNumber(typed);
    if (parsed.kind !== 'well-formed') return unknownNumber(true);
    const credential = await this.db.manager.findOneBy(Credential, { number: parsed.number });
    if (!credential) return unknownNumber(false);
    const successor = await this.db.manager.findOneBy(Credential, { followsId: credential.id });
    return knownNumber(credential, successor, await readClock(this.db));
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
    if (state === 'superseded') throw new Refusal('CREDENTIAL_SUPERSEDED');
    return { number: credential.number, pdf: await this.certificates.render(credential, locale) };
  }

  /** Takes a credential back, for good. The reason is public from then on. */
  async revoke(caller: Caller, id: string, { reason }: RevokeInput): Promise<void> {
    const credential = await this.db.manager.findOneBy(Credential, { id });
    if (!credential) throw new Refusal('NOT_FOUND');
    await this.db.transaction(async (manager) => {
      const { entryId } = await manager.findOneByOrFail(Decision, { id: credential.decisionId });
      const found = await findCase(manager, entryId);
      const conflicts = findConflicts(caller.id, { ...found, reviews: reviewsOf(found) });
      if (conflicts.length > 0) throw new Refusal('DECISION_CONFLICT');
      const revoked = await transition(manager, credentials, id, {
        event: 'revoke',
        actorId: caller.id,
        entryId,
        guards: { 'no-conflict': held },
        set: { revokedAt: sql`clock()`, revokedBy: caller.id, revokedReason: reason },
        detail: { reason },
      });
      if (!revoked) throw new Refusal('CREDENTIAL_ALREADY_REVOKED');
    });
  }
}
