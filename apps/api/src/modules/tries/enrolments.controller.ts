import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { EnteredEntry, EnterInput, OwnEnrolment } from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { EnterAgain } from './enter-again.ts';
import { OwnEnrolments } from './own-enrolments.ts';

@Controller('enrolments')
export class EnrolmentsController {
  constructor(
    private readonly enrolments: OwnEnrolments,
    private readonly again: EnterAgain,
  ) {}

  @Get('mine')
  @Allow('candidate')
  @Answers(OwnEnrolment)
  mine(@FromCaller() caller: Caller) {
    return this.enrolments.list(caller);
  }

  @Post(':id/entries')
  @Allow('candidate')
  @Answers(EnteredEntry, 201)
  enter(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: EnterInput }) input: EnterInput,
  ) {
    return this.again.enter(caller, id, input);
  }
}
