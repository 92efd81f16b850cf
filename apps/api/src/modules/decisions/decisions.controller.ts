import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { DecisionsService } from './decisions.service.ts';

@Controller()
export class DecisionsController {
  constructor(private readonly decisions: DecisionsService) {}

  @Serves('GET /api/decisions/queue')
  @Allow('certifier')
  queue({ caller }: Asked<'GET /api/decisions/queue'>) {
    return this.decisions.queue(caller);
  }

  @Serves('GET /api/decisions/undecided')
  @Allow('certifier')
  undecided({ caller, query }: Asked<'GET /api/decisions/undecided'>) {
    return this.decisions.undecided(caller, query);
  }

  @Serves('GET /api/decisions/above-scores')
  @Allow('certifier')
  aboveScores({ caller, query }: Asked<'GET /api/decisions/above-scores'>) {
    return this.decisions.aboveScores(caller, query);
  }

  @Serves('GET /api/decisions/decided')
  @Allow('certifier')
  decided({ caller, query }: Asked<'GET /api/decisions/decided'>) {
    return this.decisions.decided(caller, query);
  }

  @Serves('GET /api/entries/:id/evidence')
  @Allow('certifier')
  evidence({ caller, params: { id } }: Asked<'GET /api/entries/:id/evidence'>) {
    return this.decisions.evidence(caller, id);
  }

  @Serves('POST /api/entries/:id/decision')
  @Allow('certifier')
  decide({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/decision'>) {
    return this.decisions.decide(caller, id, body);
  }

  @Serves('POST /api/decisions/:id/withdraw')
  @Allow('certifier')
  withdraw({ caller, params: { id }, body }: Asked<'POST /api/decisions/:id/withdraw'>) {
    return this.decisions.withdraw(caller, id, body);
  }

  @Serves('POST /api/decisions/:id/confirm')
  @Allow('certifier')
  confirm({ caller, params: { id }, body }: Asked<'POST /api/decisions/:id/confirm'>) {
    return this.decisions.confirm(caller, id, body);
  }

  @Serves('POST /api/decisions/:id/reject')
  @Allow('certifier')
  reject({ caller, params: { id }, body }: Asked<'POST /api/decisions/:id/reject'>) {
    return this.decisions.reject(caller, id, body);
  }
}
