import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AttemptStarted, OwnEnrolment } from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { AttemptsService } from './attempts.service.ts';
import { OwnEnrolments } from './own-enrolments.ts';

@Controller('enrolments')
export class EnrolmentsController {
  constructor(
    private readonly enrolments: OwnEnrolments,
    private readonly attempts: AttemptsService,
  ) {}

  @Get('mine')
  @Allow('candidate')
  @Answers(OwnEnrolment)
  mine(@FromCaller() caller: Caller) {
    return this.enrolments.list(caller);
  }

  @Post(':id/attempt')
  @Allow('candidate')
  @HttpCode(200)
  @Answers(AttemptStarted)
  start(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.attempts.start(caller, id);
  }
}
