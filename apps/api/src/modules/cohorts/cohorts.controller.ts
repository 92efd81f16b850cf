import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import {
  CohortSummary,
  CohortView,
  CreateCohortInput,
  InvitationLink,
  InviteAgainInput,
  Locale,
  MembersPage,
  MembersQuery,
  RosterImport,
  RosterInput,
  RosterPreview,
  SetTrainersInput,
  TrainerView,
} from '@ennead/contracts';
import { z } from 'zod';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { CohortsService } from './cohorts.service.ts';
import { RosterImporter } from './import-roster.ts';

const ExportQuery = z.strictObject({ locale: Locale.default('zh-CN') });

@Controller('cohorts')
export class CohortsController {
  constructor(
    private readonly cohorts: CohortsService,
    private readonly rosters: RosterImporter,
  ) {}

  @Get()
  @Allow('manager', 'trainer')
  @Answers(CohortSummary)
  list(@FromCaller() caller: Caller) {
    return this.cohorts.list(caller);
  }

  @Post()
  @Allow('manager')
  @Answers(CohortSummary, 201)
  create(@FromCaller() caller: Caller, @Body({ schema: CreateCohortInput }) input: CreateCohortInput) {
    return this.cohorts.create(caller, input);
  }

  @Get('trainers')
  @Allow('manager')
  @Answers(TrainerView)
  trainers(@FromCaller() caller: Caller) {
    return this.cohorts.listTrainers(caller);
  }

  @Get(':id')
  @Allow('manager', 'trainer')
  @Answers(CohortView)
  view(@FromCaller() caller: Caller, @Param('id', idParam) id: string) {
    return this.cohorts.view(caller, id);
  }

  @Get(':id/members')
  @Allow('manager', 'trainer')
  @Answers(MembersPage)
  members(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Query({ schema: MembersQuery }) query: MembersQuery,
  ) {
    return this.cohorts.members(caller, id, query);
  }

  @Get(':id/export.csv')
  @Allow('manager')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="cohort.csv"')
  @ApiProduces('text/csv')
  async export(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Query({ schema: ExportQuery }) { locale }: z.infer<typeof ExportQuery>,
  ) {
    return new StreamableFile(await this.cohorts.export(caller, id, locale));
  }

  @Post(':id/roster/preview')
  @Allow('manager')
  @HttpCode(200)
  @Answers(RosterPreview)
  async preview(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: RosterInput }) { csv }: RosterInput,
  ) {
    return this.rosters.preview(await this.cohorts.find(caller, id), csv);
  }

  @Post(':id/roster')
  @Allow('manager')
  @HttpCode(200)
  @Answers(RosterImport)
  async import(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: RosterInput }) { csv }: RosterInput,
  ) {
    return this.rosters.import(caller, await this.cohorts.find(caller, id), csv);
  }

  @Put(':id/trainers')
  @Allow('manager')
  @Answers(CohortSummary)
  setTrainers(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: SetTrainersInput }) { trainerIds }: SetTrainersInput,
  ) {
    return this.cohorts.setTrainers(caller, id, trainerIds);
  }

  @Post(':id/invitations')
  @Allow('manager')
  @HttpCode(200)
  @Answers(InvitationLink)
  inviteAgain(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: InviteAgainInput }) { entryId }: InviteAgainInput,
  ) {
    return this.cohorts.inviteAgain(caller, id, entryId);
  }
}
