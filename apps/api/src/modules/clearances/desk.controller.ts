import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { DeskSeats } from './desk-seats.ts';
import { Desk } from './desk.ts';
import { NameCorrections } from './name-corrections.ts';
import { SeenPapers } from './seen-papers.ts';

@Controller()
export class DeskController {
  constructor(
    private readonly desk: Desk,
    private readonly seats: DeskSeats,
    private readonly papers: SeenPapers,
    private readonly names: NameCorrections,
  ) {}

  @Serves('GET /api/desks')
  @Allow('registrar')
  work({ caller }: Asked<'GET /api/desks'>) {
    return this.desk.work(caller);
  }

  @Serves('GET /api/sessions/:id/desk')
  @Allow('registrar')
  view({ caller, params: { id }, query }: Asked<'GET /api/sessions/:id/desk'>) {
    return this.desk.view(caller, id, query);
  }

  @Serves('POST /api/entries/:id/confirm')
  @Allow('registrar')
  confirm({ caller, params: { id } }: Asked<'POST /api/entries/:id/confirm'>) {
    return this.seats.confirm(caller, id);
  }

  @Serves('POST /api/entries/:id/turn-down')
  @Allow('registrar')
  turnDown({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/turn-down'>) {
    return this.seats.turnDown(caller, id, body.reason);
  }

  @Serves('POST /api/entries/:id/take-out')
  @Allow('registrar')
  takeOut({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/take-out'>) {
    return this.seats.takeOut(caller, id, body.reason);
  }

  @Serves('POST /api/entries/:id/experience')
  @Allow('registrar')
  seeExperience({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/experience'>) {
    return this.papers.seeExperience(caller, id, body);
  }

  @Serves('POST /api/entries/:id/identity')
  @Allow('registrar')
  seeIdentity({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/identity'>) {
    return this.papers.seeIdentity(caller, id, body);
  }

  @Serves('POST /api/sessions/:id/identities')
  @Allow('registrar')
  seeIdentities({ caller, params: { id }, body }: Asked<'POST /api/sessions/:id/identities'>) {
    return this.papers.seeIdentities(caller, id, body);
  }

  @Serves('POST /api/entries/:id/withdraw-seen')
  @Allow('registrar')
  withdrawSeen({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/withdraw-seen'>) {
    return this.papers.withdraw(caller, id, body);
  }

  @Serves('POST /api/entries/:id/name')
  @Allow('registrar')
  correctName({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/name'>) {
    return this.names.correct(caller, id, body);
  }
}
