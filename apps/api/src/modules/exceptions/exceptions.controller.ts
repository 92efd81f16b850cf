import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { ExceptionsService } from './exceptions.service.ts';

@Controller()
export class ExceptionsController {
  constructor(private readonly exceptions: ExceptionsService) {}

  @Serves('GET /api/exceptions')
  @Allow('registrar', 'certifier', 'administrator')
  view({ caller }: Asked<'GET /api/exceptions'>) {
    return this.exceptions.view(caller);
  }

  @Serves('POST /api/exceptions')
  @Allow('registrar', 'certifier', 'administrator')
  ask({ caller, body }: Asked<'POST /api/exceptions'>) {
    return this.exceptions.ask(caller, body);
  }

  @Serves('POST /api/exceptions/:id/approve')
  @Allow('registrar', 'administrator')
  approve({ caller, params: { id }, body }: Asked<'POST /api/exceptions/:id/approve'>) {
    return this.exceptions.answer(caller, id, 'approve', body.reason);
  }

  @Serves('POST /api/exceptions/:id/refuse')
  @Allow('registrar', 'administrator')
  refuse({ caller, params: { id }, body }: Asked<'POST /api/exceptions/:id/refuse'>) {
    return this.exceptions.answer(caller, id, 'refuse', body.reason);
  }
}
