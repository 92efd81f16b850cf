import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { EventId, HandlerParam, WorkView } from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { WorkService } from './work.service.ts';

@Controller('work')
export class WorkController {
  constructor(private readonly work: WorkService) {}

  @Get()
  @Allow('administrator')
  @Answers(WorkView)
  view() {
    return this.work.view();
  }

  @Post('parked/:handler/:eventId/retry')
  @Allow('administrator')
  @HttpCode(204)
  retry(
    @FromCaller() caller: Caller,
    @Param('handler', { schema: HandlerParam }) handler: string,
    @Param('eventId', { schema: EventId }) eventId: string,
  ) {
    return this.work.retry(caller, { handler, eventId });
  }
}
