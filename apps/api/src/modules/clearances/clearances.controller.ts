import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { OwnClearances } from './own-clearances.ts';

@Controller()
export class ClearancesController {
  constructor(private readonly own: OwnClearances) {}

  @Serves('POST /api/entries/:id/application')
  @Allow('candidate')
  sign({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/application'>) {
    return this.own.sign(caller, id, body);
  }

  @Serves('POST /api/entries/:id/names')
  @Allow('candidate')
  confirmNames({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/names'>) {
    return this.own.confirmNames(caller, id, body);
  }
}
