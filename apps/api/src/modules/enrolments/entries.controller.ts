import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { OwnEntries } from './own-entries.ts';

@Controller()
export class EntriesController {
  constructor(private readonly entries: OwnEntries) {}

  @Serves('GET /api/entries/mine')
  @Allow('candidate')
  mine({ caller }: Asked<'GET /api/entries/mine'>) {
    return this.entries.list(caller);
  }
}
