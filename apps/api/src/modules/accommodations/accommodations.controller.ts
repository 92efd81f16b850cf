import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { AccommodationDecisions } from './accommodation-decisions.ts';
import { AccommodationsService } from './accommodations.service.ts';

@Controller()
export class AccommodationsController {
  constructor(
    private readonly accommodations: AccommodationsService,
    private readonly decisions: AccommodationDecisions,
  ) {}

  @Serves('GET /api/entries/:id/accommodations')
  @Allow('candidate')
  own({ caller, params: { id } }: Asked<'GET /api/entries/:id/accommodations'>) {
    return this.accommodations.own(caller, id);
  }

  @Serves('POST /api/entries/:id/accommodations')
  @Allow('candidate', 'manager')
  ask({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/accommodations'>) {
    return this.accommodations.ask(caller, id, body);
  }

  @Serves('GET /api/cohorts/:id/accommodations')
  @Allow('manager')
  ofCohort({ caller, params: { id } }: Asked<'GET /api/cohorts/:id/accommodations'>) {
    return this.accommodations.ofCohort(caller, id);
  }

  @Serves('POST /api/accommodations/:id/withdraw')
  @Allow('candidate')
  withdraw({ caller, params: { id } }: Asked<'POST /api/accommodations/:id/withdraw'>) {
    return this.accommodations.withdraw(caller, id);
  }

  @Serves('GET /api/accommodations')
  @Allow('registrar')
  queue({ caller }: Asked<'GET /api/accommodations'>) {
    return this.decisions.queue(caller);
  }

  @Serves('GET /api/accommodations/:id')
  @Allow('registrar')
  one({ caller, params: { id } }: Asked<'GET /api/accommodations/:id'>) {
    return this.decisions.one(caller, id);
  }

  @Serves('POST /api/accommodations/:id/approve')
  @Allow('registrar')
  approve({ caller, params: { id }, body }: Asked<'POST /api/accommodations/:id/approve'>) {
    return this.decisions.approve(caller, id, body);
  }

  @Serves('POST /api/accommodations/:id/refuse')
  @Allow('registrar')
  refuse({ caller, params: { id }, body }: Asked<'POST /api/accommodations/:id/refuse'>) {
    return this.decisions.refuse(caller, id, body.reason);
  }
}
