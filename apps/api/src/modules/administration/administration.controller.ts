import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ChangePersonInput,
  CreatedPerson,
  CreateInstitutionInput,
  CreatePersonInput,
  InstitutionRecord,
  InstitutionView,
  PeoplePage,
  PeopleQuery,
  PersonRecord,
} from '@ennead/contracts';
import { Allow } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { FromCaller, type Caller } from '../../http/caller.ts';
import { idParam } from '../../http/params.ts';
import { AdministrationService } from './administration.service.ts';

@Controller()
export class AdministrationController {
  constructor(private readonly administration: AdministrationService) {}

  @Get('people')
  @Allow('administrator')
  @Answers(PeoplePage)
  people(@Query({ schema: PeopleQuery }) query: PeopleQuery) {
    return this.administration.people(query);
  }

  @Post('people')
  @Allow('administrator')
  @Answers(CreatedPerson, 201)
  createPerson(@FromCaller() caller: Caller, @Body({ schema: CreatePersonInput }) input: CreatePersonInput) {
    return this.administration.createPerson(caller, input);
  }

  @Patch('people/:id')
  @Allow('administrator')
  @Answers(PersonRecord)
  changePerson(
    @FromCaller() caller: Caller,
    @Param('id', idParam) id: string,
    @Body({ schema: ChangePersonInput }) input: ChangePersonInput,
  ) {
    return this.administration.changePerson(caller, id, input);
  }

  @Get('institutions')
  @Allow('administrator')
  @Answers(InstitutionRecord)
  institutions() {
    return this.administration.listInstitutions();
  }

  @Post('institutions')
  @Allow('administrator')
  @Answers(InstitutionView, 201)
  createInstitution(
    @FromCaller() caller: Caller,
    @Body({ schema: CreateInstitutionInput }) input: CreateInstitutionInput,
  ) {
    return this.administration.createInstitution(caller, input);
  }
}
