import { Controller, Header, StreamableFile } from '@nestjs/common';
import { Allow } from '../../http/allow.ts';
import { Serves, type Asked } from '../../http/serves.ts';
import { attachmentNamed } from '../../infrastructure/content-disposition.ts';
import { CohortsService } from './cohorts.service.ts';
import { HandedLinks } from './handed-links.ts';
import { Imports } from './imports.ts';
import { Members } from './members.ts';
import { RosterImporter } from './roster-importer.ts';
import { Trainers } from './trainers.ts';

@Controller()
export class CohortsController {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly rosters: RosterImporter,
    private readonly imports: Imports,
    private readonly people: Members,
    private readonly handed: HandedLinks,
    private readonly trained: Trainers,
  ) {}

  @Serves('GET /api/cohorts')
  @Allow('manager', 'trainer')
  list({ caller }: Asked<'GET /api/cohorts'>) {
    return this.cohorts.list(caller);
  }

  @Serves('POST /api/cohorts')
  @Allow('manager')
  create({ caller, body }: Asked<'POST /api/cohorts'>) {
    return this.cohorts.create(caller, body);
  }

  @Serves('GET /api/cohorts/trainers')
  @Allow('manager')
  trainers({ caller }: Asked<'GET /api/cohorts/trainers'>) {
    return this.trained.list(caller);
  }

  @Serves('GET /api/cohorts/:id')
  @Allow('manager', 'trainer')
  view({ caller, params: { id } }: Asked<'GET /api/cohorts/:id'>) {
    return this.cohorts.view(caller, id);
  }

  @Serves('PATCH /api/cohorts/:id')
  @Allow('manager')
  change({ caller, params: { id }, body }: Asked<'PATCH /api/cohorts/:id'>) {
    return this.cohorts.change(caller, id, body);
  }

  @Serves('GET /api/cohorts/:id/members')
  @Allow('manager', 'trainer')
  members({ caller, params: { id }, query }: Asked<'GET /api/cohorts/:id/members'>) {
    return this.cohorts.members(caller, id, query);
  }

  @Serves('GET /api/cohorts/:id/export.csv')
  @Allow('manager')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  async export({ caller, params: { id }, query: { locale } }: Asked<'GET /api/cohorts/:id/export.csv'>) {
    const { name, lines } = await this.cohorts.export(caller, id, locale);
    return new StreamableFile(lines, { disposition: attachmentNamed(name) });
  }

  @Serves('POST /api/cohorts/:id/roster/preview')
  @Allow('manager')
  async preview({ caller, params: { id }, body }: Asked<'POST /api/cohorts/:id/roster/preview'>) {
    return this.rosters.preview(await this.cohorts.find(caller, id, 'cohort.manage'), body);
  }

  @Serves('POST /api/cohorts/:id/roster')
  @Allow('manager')
  async import({ caller, params: { id }, body }: Asked<'POST /api/cohorts/:id/roster'>) {
    return this.rosters.import(caller, await this.cohorts.find(caller, id, 'cohort.manage'), body);
  }

  @Serves('GET /api/cohorts/:id/imports')
  @Allow('manager')
  listImports({ caller, params: { id } }: Asked<'GET /api/cohorts/:id/imports'>) {
    return this.imports.list(caller, id);
  }

  @Serves('POST /api/cohorts/:id/imports/:importId/go-on')
  @Allow('manager')
  async goOn({ caller, params: { id, importId } }: Asked<'POST /api/cohorts/:id/imports/:importId/go-on'>) {
    await this.rosters.goOn(caller, await this.cohorts.find(caller, id, 'cohort.manage'), importId);
  }

  @Serves('POST /api/cohorts/:id/imports/:importId/undo')
  @Allow('manager')
  undo({ caller, params, body }: Asked<'POST /api/cohorts/:id/imports/:importId/undo'>) {
    return this.imports.undo(caller, params.id, params.importId, body.reason);
  }

  @Serves('POST /api/cohorts/:id/mail')
  @Allow('manager')
  mailAgain({ caller, params: { id }, body }: Asked<'POST /api/cohorts/:id/mail'>) {
    return this.people.mailAgain(caller, id, body.entryIds);
  }

  @Serves('POST /api/cohorts/:id/links')
  @Allow('manager')
  links({ caller, params: { id } }: Asked<'POST /api/cohorts/:id/links'>) {
    return this.handed.inviteAll(caller, id);
  }

  @Serves('POST /api/cohorts/:id/withdrawals')
  @Allow('manager')
  withdraw({ caller, params: { id }, body }: Asked<'POST /api/cohorts/:id/withdrawals'>) {
    return this.people.withdraw(caller, id, body);
  }

  @Serves('POST /api/cohorts/:id/moves')
  @Allow('manager')
  move({ caller, params: { id }, body }: Asked<'POST /api/cohorts/:id/moves'>) {
    return this.people.move(caller, id, body);
  }

  @Serves('PUT /api/cohorts/:id/trainers')
  @Allow('manager')
  setTrainers({ caller, params: { id }, body: { trainerIds } }: Asked<'PUT /api/cohorts/:id/trainers'>) {
    return this.trained.set(caller, id, trainerIds);
  }

  @Serves('POST /api/cohorts/:id/reset-links')
  @Allow('manager')
  resetPassword({ caller, params: { id }, body: { entryId } }: Asked<'POST /api/cohorts/:id/reset-links'>) {
    return this.handed.reset(caller, id, entryId);
  }

  @Serves('POST /api/cohorts/:id/invitations')
  @Allow('manager')
  inviteAgain({ caller, params: { id }, body: { entryId } }: Asked<'POST /api/cohorts/:id/invitations'>) {
    return this.handed.invite(caller, id, entryId);
  }
}
