import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { credentialLifecycle, Refusal, type Locale, type VerifyView } from '@ennead/contracts';
import { parseCredentialNumber, stateAfter } from '@ennead/domain';
import { Credential, readClock } from '@ennead/persistence';
import { DataSource, Not } from 'typeorm';
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
    const now = await readClock(this.db);
    const parsed = parseCredentialNumber(typed);
    if (parsed.kind !== 'well-formed') return unknownNumber(true, now);
    const credential = await this.db.manager.findOneBy(Credential, { number: parsed.number });
    if (!credential) return unknownNumber(false, now);
    const { id, enrolmentId } = credential;
    const others = await this.db.manager.findBy(Credential, { enrolmentId, id: Not(id) });
    return knownNumber(credential, others, now);
  }

  /**
   * The certificate as PDF, for whoever has the number. The number is the key: nobody can guess it, the certificate
   * carries it, and the page of verification already tells its holder all that the document says. So a candidate can
   * hand the address on, and an employer needs no account. A revoked one is no longer given out.
   */
  async certificate(typed: string, locale: Locale): Promise<{ number: string; pdf: Buffer }> {
    const { state, credential } = await this.verify(typed);
    if (!credential) throw new Refusal('NOT_FOUND');
    if (state === stateAfter(credentialLifecycle, 'revoke')) throw new Refusal('CREDENTIAL_REVOKED');
    if (state === stateAfter(credentialLifecycle, 'supersede')) throw new Refusal('CREDENTIAL_SUPERSEDED');
    return { number: credential.number, pdf: await this.certificates.render(credential, locale) };
  }
}
