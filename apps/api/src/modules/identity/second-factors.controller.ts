import { Controller } from '@nestjs/common';
import { addressOf } from '../../http/address-of.ts';
import { Allow, AllowLoggedIn, AllowWithoutSecondFactor } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { SecondFactors } from './second-factors.ts';

@Controller()
export class SecondFactorsController {
  constructor(private readonly factors: SecondFactors) {}

  @Serves('GET /api/auth/second-factor')
  @AllowLoggedIn()
  @AllowWithoutSecondFactor()
  view({ caller }: Asked<'GET /api/auth/second-factor'>) {
    return this.factors.view(caller);
  }

  @Serves('POST /api/auth/second-factor/begin')
  @AllowLoggedIn()
  @AllowWithoutSecondFactor()
  begin({ caller, body }: Asked<'POST /api/auth/second-factor/begin'>) {
    return this.factors.begin(caller, body.password);
  }

  @Serves('POST /api/auth/second-factor/confirm')
  @AllowLoggedIn()
  @AllowWithoutSecondFactor()
  async confirm({ caller, body, request }: Asked<'POST /api/auth/second-factor/confirm'>) {
    return { codes: await this.factors.confirm(caller, body.code, request.sessionID) };
  }

  @Serves('POST /api/auth/second-factor/recovery-codes')
  @AllowLoggedIn()
  async renew({ caller, body }: Asked<'POST /api/auth/second-factor/recovery-codes'>) {
    return { codes: await this.factors.renewCodes(caller, body.code) };
  }

  @Serves('POST /api/auth/second-factor/give-up')
  @AllowLoggedIn()
  giveUp({ caller, body, request }: Asked<'POST /api/auth/second-factor/give-up'>) {
    return this.factors.giveUp(caller, body, request.sessionID);
  }

  @Serves('POST /api/auth/second-factor/remove')
  removeByLink({ body, request }: Asked<'POST /api/auth/second-factor/remove'>) {
    return this.factors.removeByLink(body, addressOf(request));
  }

  @Serves('POST /api/people/:id/second-factor/remove')
  @Allow('administrator')
  remove({ caller, params: { id }, body }: Asked<'POST /api/people/:id/second-factor/remove'>) {
    return this.factors.remove(caller, id, body.reason);
  }
}
