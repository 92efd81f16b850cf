import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { ThreatsService } from './threats.service.ts';

@Controller()
export class ThreatsController {
  constructor(private readonly threats: ThreatsService) {}

  @Serves('GET /api/threats')
  @Allow('registrar', 'certifier', 'administrator')
  view() {
    return this.threats.view();
  }

  @Serves('POST /api/threats')
  @Allow('registrar', 'certifier', 'administrator')
  find({ caller, body }: Asked<'POST /api/threats'>) {
    return this.threats.find(caller, body);
  }

  @Serves('POST /api/threats/:id/measures')
  @Allow('registrar', 'administrator')
  take({ caller, params: { id }, body }: Asked<'POST /api/threats/:id/measures'>) {
    return this.threats.take(caller, id, body);
  }
}
