import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CertificateQuery, RevokeInput, TypedNumber, VerifyView } from '@ennead/contracts';
import { Allow, AllowPublic } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
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

  @Post('credentials/:id/revoke')
  @Allow('certifier')
  @HttpCode(204)
  revoke(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: RevokeInput }) input: RevokeInput,
  ) {
    return this.credentials.revoke(caller, id, input);
  }
}
