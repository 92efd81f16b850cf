import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { AdministrationService } from './administration.service.ts';
import { Appointments } from './appointments.ts';

@Controller()
export class AdministrationController {
  constructor(
    private readonly administration: AdministrationService,
    private readonly appointments: Appointments,
  ) {}

  @Serves('GET /api/people')
  @Allow('administrator')
  people({ query }: Asked<'GET /api/people'>) {
    return this.administration.people(query);
  }

  @Serves('POST /api/people')
  @Allow('administrator')
  createPerson({ caller, body }: Asked<'POST /api/people'>) {
    return this.administration.createPerson(caller, body);
  }

  @Serves('PATCH /api/people/:id')
  @Allow('administrator')
  changePerson({ caller, params: { id }, body }: Asked<'PATCH /api/people/:id'>) {
    return this.administration.changePerson(caller, id, body);
  }

  @Serves('POST /api/people/:id/erase')
  @Allow('administrator')
  erase({ caller, params: { id }, body }: Asked<'POST /api/people/:id/erase'>) {
    return this.administration.erase(caller, id, body);
  }

  @Serves('POST /api/appointments/:id/agree')
  @Allow('administrator')
  agree({ caller, params: { id }, body }: Asked<'POST /api/appointments/:id/agree'>) {
    return this.appointments.answer(caller, id, 'agree', body);
  }

  @Serves('POST /api/appointments/:id/reject')
  @Allow('administrator')
  reject({ caller, params: { id }, body }: Asked<'POST /api/appointments/:id/reject'>) {
    return this.appointments.answer(caller, id, 'disagree', body);
  }

  @Serves('GET /api/institutions')
  @Allow('administrator')
  institutions() {
    return this.administration.listInstitutions();
  }

  @Serves('POST /api/institutions')
  @Allow('administrator')
  createInstitution({ caller, body }: Asked<'POST /api/institutions'>) {
    return this.administration.createInstitution(caller, body);
  }
}
