import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { SessionsService } from './sessions.service.ts';

@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Serves('GET /api/sessions')
  @Allow('administrator', 'manager')
  list() {
    return this.sessions.list();
  }

  @Serves('GET /api/sessions/choices')
  @Allow('administrator')
  choices() {
    return this.sessions.choices();
  }

  @Serves('POST /api/sessions')
  @Allow('administrator')
  schedule({ caller, body }: Asked<'POST /api/sessions'>) {
    return this.sessions.schedule(caller, body);
  }
}
