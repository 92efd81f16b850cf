import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { LabSessionView, StartedView } from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { LabsService } from './labs.service.ts';

@Controller()
export class LabsController {
  constructor(private readonly labs: LabsService) {}

  @Post('entries/:id/parts/:partId/lab-session')
  @Allow('candidate')
  @HttpCode(200)
  @Answers(StartedView)
  start(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Param('partId', idParam) partId: string,
  ) {
    return this.labs.start(caller, id, partId);
  }

  @Get('lab-sessions/:id')
  @Allow('candidate')
  @Answers(LabSessionView)
  view(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.labs.view(caller, id);
  }

  @Post('lab-sessions/:id/hand-in')
  @Allow('candidate')
  @HttpCode(200)
  @Answers(LabSessionView)
  handIn(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.labs.handIn(caller, id);
  }
}
