import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ComposeInput, ComposedResult, SchemesView, StandardView } from '@ennead/contracts';
import type { Content } from '@ennead/content';
import { readClock } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import { AllowPublic } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { CONTENT } from '../../infrastructure/content.ts';
import { composeByScheme } from './compose-by-scheme.ts';

@Controller()
export class StandardsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONTENT) private readonly content: Content,
  ) {}

  @Get('standard')
  @AllowPublic()
  @Answers(StandardView)
  standard() {
    return this.content.standard;
  }

  @Get('schemes')
  @AllowPublic()
  @Answers(SchemesView)
  schemes() {
    return { schemes: this.content.schemes };
  }

  /** What a set of scores would come to: the calculator of the levels page. Stores nothing. */
  @Post('schemes/compute')
  @AllowPublic()
  @HttpCode(200)
  @Answers(ComposedResult)
  async compute(@Body({ schema: ComposeInput }) input: ComposeInput) {
    return composeByScheme(this.content.schemes, input, await readClock(this.db));
  }
}
