import { Controller, Get } from '@nestjs/common';
import { OwnEntry } from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { OwnEntries } from './own-entries.ts';

@Controller('entries')
export class EntriesController {
  constructor(private readonly entries: OwnEntries) {}

  @Get('mine')
  @Allow('candidate')
  @Answers(OwnEntry)
  mine(@FromCaller() caller: Caller) {
    return this.entries.list(caller);
  }
}
