import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { AttemptSubmissions } from './attempt-submissions.ts';
import { AttemptsService } from './attempts.service.ts';
import { Saves } from './saves.ts';

@Controller()
export class AttemptsController {
  constructor(
    private readonly attempts: AttemptsService,
    private readonly saves: Saves,
    private readonly submissions: AttemptSubmissions,
  ) {}

  @Serves('POST /api/entries/:id/parts/:partId/attempt')
  @Allow('candidate')
  start({ caller, params: { id, partId } }: Asked<'POST /api/entries/:id/parts/:partId/attempt'>) {
    return this.attempts.start(caller, id, partId);
  }

  @Serves('GET /api/attempts/:id')
  @Allow('candidate')
  view({ caller, params: { id } }: Asked<'GET /api/attempts/:id'>) {
    return this.attempts.view(caller, id);
  }

  @Serves('GET /api/attempts/:id/clock')
  @Allow('candidate')
  clock({ caller, params: { id } }: Asked<'GET /api/attempts/:id/clock'>) {
    return this.attempts.readClock(caller, id);
  }

  @Serves('POST /api/attempts/:id/writer')
  @Allow('candidate')
  takeOver({ caller, params: { id } }: Asked<'POST /api/attempts/:id/writer'>) {
    return this.attempts.takeOver(caller, id);
  }

  @Serves('POST /api/attempts/:id/saves')
  @Allow('candidate')
  save({ caller, params: { id }, body }: Asked<'POST /api/attempts/:id/saves'>) {
    return this.saves.save(caller, id, body);
  }

  @Serves('POST /api/attempts/:id/submit')
  @Allow('candidate')
  submit({ caller, params: { id }, body }: Asked<'POST /api/attempts/:id/submit'>) {
    return this.submissions.submit(caller, id, body);
  }

  @Serves('GET /api/attempts/:id/report')
  @Allow('candidate')
  report({ caller, params: { id } }: Asked<'GET /api/attempts/:id/report'>) {
    return this.attempts.report(caller, id);
  }
}
