import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { TrailsService } from './trails.service.ts';

@Controller()
export class TrailsController {
  constructor(private readonly trails: TrailsService) {}

  @Serves('GET /api/entries/:id/trail')
  @Allow('certifier', 'administrator')
  trail({ caller, params: { id } }: Asked<'GET /api/entries/:id/trail'>) {
    return this.trails.view(caller, id);
  }

  @Serves('GET /api/entries/:id/record')
  @Allow('certifier', 'administrator')
  record({ caller, params: { id } }: Asked<'GET /api/entries/:id/record'>) {
    return this.trails.record(caller, id);
  }
}
