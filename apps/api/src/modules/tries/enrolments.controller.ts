import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { CarryChoices } from './carry-choices.ts';
import { NextTries } from './next-tries.ts';
import { OpenSessions } from './open-sessions.ts';
import { OwnEnrolments } from './own-enrolments.ts';
import { OwnSeats } from './own-seats.ts';

@Controller()
export class EnrolmentsController {
  constructor(
    private readonly enrolments: OwnEnrolments,
    private readonly nextTries: NextTries,
    private readonly carryChoices: CarryChoices,
    private readonly openSessions: OpenSessions,
    private readonly seats: OwnSeats,
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

  @Serves('GET /api/sessions/public')
  listPublic() {
    return this.openSessions.listPublic();
  }

  @Serves('GET /api/sessions/open')
  @Allow('candidate')
  listOpen({ caller }: Asked<'GET /api/sessions/open'>) {
    return this.openSessions.list(caller);
  }

  @Serves('POST /api/sessions/:id/entries')
  @Allow('candidate')
  enrol({ caller, params: { id }, body }: Asked<'POST /api/sessions/:id/entries'>) {
    return this.nextTries.enrol(caller, id, body);
  }

  @Serves('POST /api/entries/:id/accept')
  @Allow('candidate')
  accept({ caller, params: { id } }: Asked<'POST /api/entries/:id/accept'>) {
    return this.seats.accept(caller, id);
  }

  @Serves('POST /api/entries/:id/decline')
  @Allow('candidate')
  decline({ caller, params: { id } }: Asked<'POST /api/entries/:id/decline'>) {
    return this.seats.decline(caller, id);
  }

  @Serves('POST /api/entries/:id/withdraw')
  @Allow('candidate')
  withdraw({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/withdraw'>) {
    return this.seats.withdraw(caller, id, body);
  }

  @Serves('PUT /api/entries/:id/carried')
  @Allow('candidate')
  carry({ caller, params: { id }, body }: Asked<'PUT /api/entries/:id/carried'>) {
    return this.carryChoices.choose(caller, id, body);
  }
}
