import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { SessionCircles } from './session-circles.ts';
import { SessionChanges } from './session-changes.ts';
import { SessionsService } from './sessions.service.ts';

@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly changes: SessionChanges,
    private readonly circles: SessionCircles,
  ) {}

  @Serves('GET /api/sessions')
  @Allow('administrator', 'manager', 'registrar')
  list({ caller }: Asked<'GET /api/sessions'>) {
    return this.sessions.list(caller);
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

  @Serves('PATCH /api/sessions/:id')
  @Allow('administrator')
  change({ caller, params: { id }, body }: Asked<'PATCH /api/sessions/:id'>) {
    return this.changes.change(caller, id, body);
  }

  @Serves('POST /api/sessions/:id/extend')
  @Allow('administrator')
  extend({ caller, params: { id }, body }: Asked<'POST /api/sessions/:id/extend'>) {
    return this.changes.extend(caller, id, body);
  }

  @Serves('GET /api/sessions/:id/access')
  @Allow('administrator')
  viewAccess({ params: { id } }: Asked<'GET /api/sessions/:id/access'>) {
    return this.circles.view(id);
  }

  @Serves('PUT /api/sessions/:id/access')
  @Allow('administrator')
  changeAccess({ caller, params: { id }, body }: Asked<'PUT /api/sessions/:id/access'>) {
    return this.circles.change(caller, id, body);
  }

  @Serves('POST /api/sessions/:id/cancel')
  @Allow('administrator')
  cancel({ caller, params: { id }, body }: Asked<'POST /api/sessions/:id/cancel'>) {
    return this.changes.cancel(caller, id, body);
  }
}
