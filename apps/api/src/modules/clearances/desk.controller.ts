import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { DeskActs } from './desk-acts.ts';
import { Desk } from './desk.ts';

@Controller()
export class DeskController {
  constructor(
    private readonly desk: Desk,
    private readonly acts: DeskActs,
  ) {}

  @Serves('GET /api/sessions/:id/desk')
  @Allow('registrar')
  view({ caller, params: { id }, query }: Asked<'GET /api/sessions/:id/desk'>) {
    return this.desk.view(caller, id, query);
  }

  @Serves('POST /api/entries/:id/confirm')
  @Allow('registrar')
  confirm({ caller, params: { id } }: Asked<'POST /api/entries/:id/confirm'>) {
    return this.acts.confirm(caller, id);
  }

  @Serves('POST /api/entries/:id/turn-down')
  @Allow('registrar')
  turnDown({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/turn-down'>) {
    return this.acts.turnDown(caller, id, body.reason);
  }

  @Serves('POST /api/entries/:id/take-out')
  @Allow('registrar')
  takeOut({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/take-out'>) {
    return this.acts.takeOut(caller, id, body.reason);
  }

  @Serves('POST /api/entries/:id/experience')
  @Allow('registrar')
  seeExperience({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/experience'>) {
    return this.acts.seeExperience(caller, id, body);
  }

  @Serves('POST /api/entries/:id/identity')
  @Allow('registrar')
  seeIdentity({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/identity'>) {
    return this.acts.seeIdentity(caller, id, body);
  }

  @Serves('POST /api/sessions/:id/identities')
  @Allow('registrar')
  seeIdentities({ caller, params: { id }, body }: Asked<'POST /api/sessions/:id/identities'>) {
    return this.acts.seeIdentities(caller, id, body);
  }

  @Serves('POST /api/entries/:id/name')
  @Allow('registrar')
  correctName({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/name'>) {
    return this.acts.correctName(caller, id, body);
  }
}
