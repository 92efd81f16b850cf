import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CertificateQuery, TypedNumber, VerifyView } from '@ennead/contracts';
import { AllowPublic } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { CredentialsService } from './credentials.service.ts';

const numberParam = { schema: TypedNumber };

@Controller()
export class CredentialsController {
  constructor(private readonly credentials: CredentialsService) {}

  @Get('verify/:number')
  @AllowPublic()
  @Answers(VerifyView)
  verify(@Param('number', numberParam) number: string) {
    return this.credentials.verify(number);
  }

  @Get('credentials/:number/certificate.pdf')
  @AllowPublic()
  @ApiProduces('application/pdf')
  async certificate(
    @Param('number', numberParam) typed: string,
    @Query({ schema: CertificateQuery }) { locale }: CertificateQuery,
  ) {
    const { number, pdf } = await this.credentials.certificate(typed, locale);
    // Numbers are letters, figures and dashes, so the name needs no quoting.
    const disposition = `attachment; filename="ennead-${number}.${locale}.pdf"`;
    return new StreamableFile(pdf, { type: 'application/pdf', disposition, length: pdf.length });
  }
}
