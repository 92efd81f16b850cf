import { Inject, Injectable } from '@nestjs/common';
import type { Locale, VerifiedCredential } from '@ennead/contracts';
import { keepLatest } from '@ennead/persistence';
import { SETTINGS, type Settings } from '../../../settings.ts';
import { renderCertificate } from './render-certificate.ts';

type Wanted = { readonly credential: VerifiedCredential; readonly locale: Locale };

const most = 200;

/**
 * Certificates as PDF. Reading a Chinese font takes some tenths of a second of the server's only thread, and what a
 * certificate says never changes, so the latest are kept: asking often costs nothing.
 */
@Injectable()
export class Certificates {
  private readonly drawn = keepLatest(
    most,
    ({ credential, locale }: Wanted) => `${credential.number} ${locale}`,
    (wanted) => this.draw(wanted),
  );

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  render(credential: VerifiedCredential, locale: Locale): Promise<Buffer> {
    return this.drawn({ credential, locale });
  }

  private draw({ credential, locale }: Wanted): Promise<Buffer> {
    const verifyUrl = new URL(`/verify/${credential.number}`, this.settings.PUBLIC_URL).href;
    return renderCertificate({ credential, locale, verifyUrl });
  }
}
