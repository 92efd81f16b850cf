import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AttemptStarted, OwnEntry } from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { AttemptsService } from './attempts.service.ts';
import { OwnEntries } from './own-entries.ts';

@Controller('entries')
export class EntriesController {
  constructor(
    private readonly entries: OwnEntries,
    private readonly attempts: AttemptsService,
  ) {}

  @Get('mine')
  @Allow('candidate')
  @Answers(OwnEntry)
  mine(@FromCaller() caller: Caller) {
    return this.entries.list(caller);
  }

  @Post(':id/attempt')
  @Allow('candidate')
  @HttpCode(200)
  @Answers(AttemptStarted)
  start(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.attempts.start(caller, id);
  }
}
