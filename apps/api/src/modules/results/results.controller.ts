import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { ResultsService } from './results.service.ts';

@Controller()
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Serves('GET /api/entries/:id/result')
  @Allow('candidate', 'certifier', 'manager')
  view({ caller, params: { id } }: Asked<'GET /api/entries/:id/result'>) {
    return this.results.view(caller, id);
  }
}
