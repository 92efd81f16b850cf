import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CarryInput, EnteredEntry, EnterInput, OwnEnrolment } from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { CarryChoice } from './carry-choice.ts';
import { EnterAgain } from './enter-again.ts';
import { OwnEnrolments } from './own-enrolments.ts';

@Controller()
export class EnrolmentsController {
  constructor(
    private readonly enrolments: OwnEnrolments,
    private readonly again: EnterAgain,
    private readonly carryChoice: CarryChoice,
  ) {}

  @Get('enrolments/mine')
  @Allow('candidate')
  @Answers(OwnEnrolment)
  mine(@FromCaller() caller: Caller) {
    return this.enrolments.list(caller);
  }

  @Post('enrolments/:id/entries')
  @Allow('candidate')
  @Answers(EnteredEntry, 201)
  enter(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: EnterInput }) input: EnterInput,
  ) {
    return this.again.enter(caller, id, input);
  }

  @Put('entries/:id/carried')
  @Allow('candidate')
  @HttpCode(204)
  carry(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: CarryInput }) input: CarryInput,
  ) {
    return this.carryChoice.choose(caller, id, input);
  }
}
