import { Controller, StreamableFile } from '@nestjs/common';
import { Serves, type Asked } from '../../http/serves.ts';
import { CredentialsService } from './credentials.service.ts';

@Controller()
export class CredentialsController {
  constructor(private readonly credentials: CredentialsService) {}

  @Serves('GET /api/verify/:number')
  verify({ params: { number } }: Asked<'GET /api/verify/:number'>) {
    return this.credentials.verify(number);
  }

  @Serves('GET /api/credentials/:number/certificate.pdf')
  async certificate({
    params: { number: typed },
    query: { locale },
  }: Asked<'GET /api/credentials/:number/certificate.pdf'>) {
    const { number, pdf } = await this.credentials.certificate(typed, locale);
    // Numbers are letters, figures and dashes, so the name needs no quoting.
    const disposition = `attachment; filename="ennead-${number}.${locale}.pdf"`;
    return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.length });
  }
}
