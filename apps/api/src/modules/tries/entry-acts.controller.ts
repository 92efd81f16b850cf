import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  EnteredEntry,
  ExcuseInput,
  FreeSittingInput,
  FreeSittingsView,
  SessionEntriesView,
} from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { EntryActs } from './entry-acts.ts';
import { FreeSittings } from './list-free-sittings.ts';
import { SessionEntries } from './list-session-entries.ts';

@Controller()
export class EntryActsController {
  constructor(
    private readonly acts: EntryActs,
    private readonly entries: SessionEntries,
    private readonly freeSittings: FreeSittings,
  ) {}

  @Get('sessions/:id/entries')
  @Allow('administrator')
  @Answers(SessionEntriesView)
  list(@Param('id', idParam) id: string) {
    return this.entries.list(id);
  }

  @Post('entries/:id/excuse')
  @Allow('administrator')
  @HttpCode(204)
  excuse(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: ExcuseInput }) input: ExcuseInput,
  ) {
    return this.acts.excuse(caller, id, input);
  }

  @Get('entries/:id/free-sitting')
  @Allow('administrator')
  @Answers(FreeSittingsView)
  listFreeSittings(@Param('id', idParam) id: string) {
    return this.freeSittings.list(id);
  }

  @Post('entries/:id/free-sitting')
  @Allow('administrator')
  @Answers(EnteredEntry, 201)
  giveFreeSitting(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: FreeSittingInput }) input: FreeSittingInput,
  ) {
    return this.acts.giveFreeSitting(caller, id, input);
  }
}
