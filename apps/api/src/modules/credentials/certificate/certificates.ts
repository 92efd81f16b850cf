import { Inject, Injectable } from '@nestjs/common';
import type { Locale, VerifiedCredential } from '@ennead/contracts';
import { SETTINGS, type Settings } from '../../../settings.ts';
import { renderCertificate } from './render-certificate.ts';

const most = 200;

/**
 * Certificates as PDF. Reading a Chinese font takes some tenths of a second of the server's only thread, and what a
 * certificate says never changes, so the latest are kept: asking often costs nothing.
 */
@Injectable()
export class Certificates {
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  render(credential: VerifiedCredential, locale: Locale): Promise<Buffer> {
    const key = `${credential.number} ${locale}`;
    const pdf = this.kept.get(key) ?? this.draw(credential, locale);
    this.kept.delete(key);
    this.kept.set(key, pdf);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > most && oldest !== undefined) this.kept.delete(oldest);
    pdf.catch(() => this.kept.delete(key));
    return pdf;
  }

  private draw(credential: VerifiedCredential, locale: Locale): Promise<Buffer> {
    const verifyUrl = new URL(`/verify/${credential.number}`, this.settings.PUBLIC_URL).href;
    return renderCertificate({ credential, locale, verifyUrl });
  }
}
