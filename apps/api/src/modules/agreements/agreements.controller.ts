import { Controller } from '@nestjs/common';
import { AllowLoggedIn } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { AgreementsService } from './agreements.service.ts';

@Controller()
export class AgreementsController {
  constructor(private readonly agreements: AgreementsService) {}

  @Serves('GET /api/agreements')
  @AllowLoggedIn()
  view({ caller, query }: Asked<'GET /api/agreements'>) {
    return this.agreements.view(caller, query.entryId ?? null);
  }

  @Serves('POST /api/agreements')
  @AllowLoggedIn()
  accept({ caller, body }: Asked<'POST /api/agreements'>) {
    return this.agreements.accept(caller, body);
  }
}
