import { Controller, Get, Param } from '@nestjs/common';
import { EntryResultView } from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { ResultsService } from './results.service.ts';

@Controller('entries/:id/result')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get()
  @Allow('candidate', 'certifier', 'manager')
  @Answers(EntryResultView)
  view(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.results.view(caller, id);
  }
}
