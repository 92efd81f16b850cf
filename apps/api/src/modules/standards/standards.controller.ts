import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  ComposeInput,
  ComposedResult,
  Refusal,
  schemeInForce,
  SchemesView,
  StandardView,
} from '@ennead/contracts';
import { ContentBank, readClock } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import { AllowPublic } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { composeByScheme } from './compose-by-scheme.ts';

@Controller()
export class StandardsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  @Get('standard')
  @AllowPublic()
  @Answers(StandardView)
  async standard() {
    const [live] = await this.bank.live('standard');
    if (!live) throw new Refusal('NOT_FOUND');
    return this.bank.standard(live.hash);
  }

  @Get('schemes')
  @AllowPublic()
  @Answers(SchemesView)
  async schemes() {
    const schemes = await this.readSchemes();
    const inForce = schemeInForce(schemes, await readClock(this.db));
    return { schemes, inForce: inForce && { id: inForce.id, version: inForce.version } };
  }

  /** What a set of scores would come to: the calculator of the levels page. Stores nothing. */
  @Post('schemes/compute')
  @AllowPublic()
  @HttpCode(200)
  @Answers(ComposedResult)
  async compute(@Body({ schema: ComposeInput }) input: ComposeInput) {
    return composeByScheme(await this.readSchemes(), input, await readClock(this.db));
  }

  private async readSchemes() {
    const live = await this.bank.live('scheme');
    return Promise.all(live.map(({ hash }) => this.bank.scheme(hash)));
  }
}
