import { Body, Controller, Get, Post } from '@nestjs/common';
import { ExamSessionInput, ExamSessionView, SessionChoicesView } from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { SessionsService } from './sessions.service.ts';

@Controller('sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @Allow('administrator', 'manager')
  @Answers(ExamSessionView)
  list() {
    return this.sessions.list();
  }

  @Get('choices')
  @Allow('administrator')
  @Answers(SessionChoicesView)
  choices() {
    return this.sessions.choices();
  }

  @Post()
  @Allow('administrator')
  @Answers(ExamSessionView, 201)
  schedule(@FromCaller() caller: Caller, @Body({ schema: ExamSessionInput }) input: ExamSessionInput) {
    return this.sessions.schedule(caller, input);
  }
}
