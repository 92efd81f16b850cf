import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { RegistrarsService } from './registrars.service.ts';

@Controller()
export class RegistrarsController {
  constructor(private readonly registrars: RegistrarsService) {}

  @Serves('GET /api/registrars')
  @Allow('registrar', 'administrator')
  list({ query }: Asked<'GET /api/registrars'>) {
    return this.registrars.list(query);
  }

  @Serves('GET /api/sessions/:id/registrars')
  @Allow('registrar', 'administrator')
  view({ params: { id } }: Asked<'GET /api/sessions/:id/registrars'>) {
    return this.registrars.view(id);
  }

  @Serves('PUT /api/sessions/:id/registrars')
  @Allow('registrar', 'administrator')
  assign({ caller, params: { id }, body }: Asked<'PUT /api/sessions/:id/registrars'>) {
    return this.registrars.assign(caller, id, body);
  }
}
