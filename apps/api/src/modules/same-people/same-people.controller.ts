import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { LikelyPairsFinder } from './likely-pairs-finder.ts';
import { SamePeopleService } from './same-people.service.ts';

@Controller()
export class SamePeopleController {
  constructor(
    private readonly people: SamePeopleService,
    private readonly finder: LikelyPairsFinder,
  ) {}

  @Serves('GET /api/same-people')
  @Allow('registrar', 'administrator')
  list({ caller, query }: Asked<'GET /api/same-people'>) {
    return this.people.list(caller, query);
  }

  @Serves('GET /api/same-people/waiting')
  @Allow('registrar', 'administrator')
  waiting({ caller }: Asked<'GET /api/same-people/waiting'>) {
    return this.people.waiting(caller);
  }

  @Serves('GET /api/same-people/likely')
  @Allow('registrar')
  likely({ caller }: Asked<'GET /api/same-people/likely'>) {
    return this.finder.find(caller);
  }

  @Serves('POST /api/same-people')
  @Allow('registrar')
  note({ caller, body }: Asked<'POST /api/same-people'>) {
    return this.people.note(caller, body);
  }

  @Serves('POST /api/same-people/:id/agree')
  @Allow('registrar', 'administrator')
  agree({ caller, params: { id }, body }: Asked<'POST /api/same-people/:id/agree'>) {
    return this.people.answer(caller, id, true, body);
  }

  @Serves('POST /api/same-people/:id/turn-down')
  @Allow('registrar', 'administrator')
  turnDown({ caller, params: { id }, body }: Asked<'POST /api/same-people/:id/turn-down'>) {
    return this.people.answer(caller, id, false, body);
  }

  @Serves('POST /api/same-people/:id/end')
  @Allow('registrar', 'administrator')
  end({ caller, params: { id }, body }: Asked<'POST /api/same-people/:id/end'>) {
    return this.people.end(caller, id, body);
  }

  @Serves('POST /api/same-people/tell-apart')
  @Allow('registrar')
  tellApart({ caller, body }: Asked<'POST /api/same-people/tell-apart'>) {
    return this.people.tellApart(caller, body);
  }
}
