import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { LabsService } from './labs.service.ts';

@Controller()
export class LabsController {
  constructor(private readonly labs: LabsService) {}

  @Serves('POST /api/entries/:id/parts/:partId/lab-session')
  @Allow('candidate')
  start({ caller, params: { id, partId } }: Asked<'POST /api/entries/:id/parts/:partId/lab-session'>) {
    return this.labs.start(caller, id, partId);
  }

  @Serves('GET /api/lab-sessions/:id')
  @Allow('candidate')
  view({ caller, params: { id } }: Asked<'GET /api/lab-sessions/:id'>) {
    return this.labs.view(caller, id);
  }

  @Serves('POST /api/lab-sessions/:id/hand-in')
  @Allow('candidate')
  handIn({ caller, params: { id } }: Asked<'POST /api/lab-sessions/:id/hand-in'>) {
    return this.labs.handIn(caller, id);
  }
}
