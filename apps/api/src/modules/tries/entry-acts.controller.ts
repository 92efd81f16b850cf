import { Controller } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { EntryActs } from './entry-acts.ts';
import { FreeSittings } from './free-sittings.ts';
import { SessionEntries } from './session-entries.ts';

@Controller()
export class EntryActsController {
  constructor(
    private readonly acts: EntryActs,
    private readonly entries: SessionEntries,
    private readonly freeSittings: FreeSittings,
  ) {}

  @Serves('GET /api/sessions/:id/entries')
  @Allow('administrator')
  list({ params: { id } }: Asked<'GET /api/sessions/:id/entries'>) {
    return this.entries.list(id);
  }

  @Serves('POST /api/entries/:id/excuse')
  @Allow('administrator')
  excuse({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/excuse'>) {
    return this.acts.excuse(caller, id, body);
  }

  @Serves('GET /api/entries/:id/free-sitting')
  @Allow('administrator')
  listFreeSittings({ caller, params: { id } }: Asked<'GET /api/entries/:id/free-sitting'>) {
    return this.freeSittings.list(caller, id);
  }

  @Serves('POST /api/entries/:id/free-sitting')
  @Allow('administrator')
  giveFreeSitting({ caller, params: { id }, body }: Asked<'POST /api/entries/:id/free-sitting'>) {
    return this.acts.giveFreeSitting(caller, id, body);
  }
}
