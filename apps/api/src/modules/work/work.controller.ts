import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { WorkService } from './work.service.ts';

@Controller()
export class WorkController {
  constructor(private readonly work: WorkService) {}

  @Serves('GET /api/work')
  @Allow('administrator')
  view() {
    return this.work.view();
  }

  @Serves('POST /api/work/parked/:handler/:eventId/retry')
  @Allow('administrator')
  retry({ caller, params: { handler, eventId } }: Asked<'POST /api/work/parked/:handler/:eventId/retry'>) {
    return this.work.retry(caller, { handler, eventId });
  }
}
