import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  AttemptClockView,
  AttemptReportView,
  AttemptStarted,
  AttemptView,
  SavedView,
  SavesInput,
  SubmitInput,
  SubmittedView,
  WriterView,
} from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { AttemptsService } from './attempts.service.ts';
import { SavesService } from './saves.service.ts';
import { SubmissionsService } from './submissions.service.ts';

@Controller()
export class AttemptsController {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly saves: SavesService,
    private readonly submissions: SubmissionsService,
  ) {}

  @Post('entries/:id/parts/:partId/attempt')
  @Allow('candidate')
  @HttpCode(200)
  @Answers(AttemptStarted)
  start(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Param('partId', idParam) partId: string,
  ) {
    return this.attempts.start(caller, id, partId);
  }

  @Get('attempts/:id')
  @Allow('candidate')
  @Answers(AttemptView)
  view(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.attempts.view(caller, id);
  }

  @Get('attempts/:id/clock')
  @Allow('candidate')
  @Answers(AttemptClockView)
  clock(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.attempts.readClock(caller, id);
  }

  @Post('attempts/:id/writer')
  @Allow('candidate')
  @HttpCode(200)
  @Answers(WriterView)
  takeOver(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.attempts.takeOver(caller, id);
  }

  @Post('attempts/:id/saves')
  @Allow('candidate')
  @HttpCode(200)
  @Answers(SavedView)
  save(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: SavesInput }) input: SavesInput,
  ) {
    return this.saves.save(caller, id, input);
  }

  @Post('attempts/:id/submit')
  @Allow('candidate')
  @HttpCode(200)
  @Answers(SubmittedView)
  submit(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: SubmitInput }) input: SubmitInput,
  ) {
    return this.submissions.submit(caller, id, input);
  }

  @Get('attempts/:id/report')
  @Allow('candidate')
  @Answers(AttemptReportView)
  report(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.attempts.report(caller, id);
  }
}
