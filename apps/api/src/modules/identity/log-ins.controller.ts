import { Controller } from '@nestjs/common';
import { AllowLoggedIn } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { OwnLogIns } from './own-log-ins.ts';

@Controller()
export class LogInsController {
  constructor(private readonly logIns: OwnLogIns) {}

  @Serves('GET /api/auth/log-ins')
  @AllowLoggedIn()
  list({ caller, request }: Asked<'GET /api/auth/log-ins'>) {
    return this.logIns.list(caller, request.sessionID);
  }

  @Serves('DELETE /api/auth/log-ins/:id')
  @AllowLoggedIn()
  end({ caller, params: { id } }: Asked<'DELETE /api/auth/log-ins/:id'>) {
    return this.logIns.end(caller, id);
  }

  @Serves('POST /api/auth/log-ins/end-others')
  @AllowLoggedIn()
  endOthers({ caller, request }: Asked<'POST /api/auth/log-ins/end-others'>) {
    return this.logIns.endOthers(caller, request.sessionID);
  }
}
