import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { CarryChoices } from './carry-choices.ts';
import { NextTries } from './next-tries.ts';
import { OwnEnrolments } from './own-enrolments.ts';

@Controller()
export class EnrolmentsController {
  constructor(
    private readonly enrolments: OwnEnrolments,
    private readonly nextTries: NextTries,
    private readonly carryChoices: CarryChoices,
  ) {}

  @Serves('GET /api/enrolments/mine')
  @Allow('candidate')
  mine({ caller }: Asked<'GET /api/enrolments/mine'>) {
    return this.enrolments.list(caller);
  }

  @Serves('POST /api/enrolments/:id/entries')
  @Allow('candidate')
  enter({ caller, params: { id }, body }: Asked<'POST /api/enrolments/:id/entries'>) {
    return this.nextTries.enter(caller, id, body);
  }

  @Serves('PUT /api/entries/:id/carried')
  @Allow('candidate')
  carry({ caller, params: { id }, body }: Asked<'PUT /api/entries/:id/carried'>) {
    return this.carryChoices.choose(caller, id, body);
  }
}
