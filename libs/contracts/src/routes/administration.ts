import { z } from 'zod';
import {
  ChangePersonInput,
  CreatedPerson,
  CreateInstitutionInput,
  CreatePersonInput,
  ErasePersonInput,
  InstitutionRecord,
  IssuedLink,
  IssueLinkInput,
  InstitutionView,
  PeoplePage,
  PeopleQuery,
  PersonRecord,
  RemovedSecondFactor,
  RemoveSecondFactorInput,
} from '../administration.ts';
import { ReasonInput } from '../reason.ts';
import { AuditExportQuery, AuditPage, AuditQuery } from '../audit.ts';
import { EventId, HandlerParam, WorkView } from '../work.ts';
import { routeTable } from './route.ts';

export const administrationRoutes = routeTable({
  'GET /api/people': { summary: 'A page of all accounts', query: PeopleQuery, answer: PeoplePage },
  'POST /api/people': {
    summary: 'Open an account with roles, and invite its holder',
    body: CreatePersonInput,
    answer: CreatedPerson,
    creates: true,
  },
  'PATCH /api/people/:id': {
    summary: 'Change the roles of an account, or disable it',
    body: ChangePersonInput,
    answer: PersonRecord,
  },
  'POST /api/appointments/:id/agree': {
    summary: 'As the second administrator, give a role that was proposed',
    body: ReasonInput,
  },
  'POST /api/appointments/:id/reject': {
    summary: 'As the second administrator, refuse a role that was proposed',
    body: ReasonInput,
  },
  'POST /api/people/:id/link': {
    summary:
      'Make a link for somebody to set a password with; of the staff it is mailed, and shown to nobody',
    body: IssueLinkInput,
    answer: IssuedLink,
  },
  'POST /api/people/:id/second-factor/remove': {
    summary: 'Take away another’s second factor that is lost; of the staff, by a link that is mailed to them',
    body: RemoveSecondFactorInput,
    answer: RemovedSecondFactor,
  },
  'POST /api/people/:id/erase': {
    summary: 'Take out name and address of somebody who asked to be forgotten',
    body: ErasePersonInput,
  },
  'GET /api/institutions': { summary: 'All institutions', answer: z.array(InstitutionRecord) },
  'POST /api/institutions': {
    summary: 'Open an institution',
    body: CreateInstitutionInput,
    answer: InstitutionView,
    creates: true,
  },
  'GET /api/audit': {
    summary: 'A page of the audit trail, latest first',
    query: AuditQuery,
    answer: AuditPage,
  },
  'GET /api/audit/export.csv': {
    summary: 'All of the audit trail that fits, latest first',
    query: AuditExportQuery,
    givesFile: 'text/csv',
  },
  'GET /api/work': { summary: 'How the work goes that follows what people do', answer: WorkView },
  'POST /api/work/parked/:handler/:eventId/retry': {
    summary: 'Let a parked event be tried again',
    params: { handler: HandlerParam, eventId: EventId },
  },
});
