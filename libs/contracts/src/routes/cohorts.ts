import { z } from 'zod';
import {
  CohortSummary,
  CohortView,
  CreateCohortInput,
  InvitationLink,
  InviteAgainInput,
  MembersPage,
  MembersQuery,
  RosterImport,
  RosterInput,
  RosterPreview,
  SetTrainersInput,
  TrainerView,
} from '../cohort.ts';
import { LocaleQuery } from '../locale.ts';
import { routeTable } from './route.ts';

export const cohortRoutes = routeTable({
  'GET /api/cohorts': {
    summary: 'The cohorts of the caller’s institution, or that the caller trains',
    answer: z.array(CohortSummary),
  },
  'POST /api/cohorts': {
    summary: 'Open a cohort for a session',
    body: CreateCohortInput,
    answer: CohortSummary,
    creates: true,
  },
  'GET /api/cohorts/trainers': {
    summary: 'Whoever may train at the caller’s institution',
    answer: z.array(TrainerView),
  },
  'GET /api/cohorts/:id': { summary: 'A cohort and how far it is', answer: CohortView },
  'GET /api/cohorts/:id/members': {
    summary: 'A page of a cohort’s members',
    query: MembersQuery,
    answer: MembersPage,
  },
  'GET /api/cohorts/:id/export.csv': {
    summary: 'All members of a cohort as a table',
    query: LocaleQuery,
    givesFile: 'text/csv',
  },
  'POST /api/cohorts/:id/roster/preview': {
    summary: 'What a roster would do, line by line; changes nothing',
    body: RosterInput,
    answer: RosterPreview,
  },
  'POST /api/cohorts/:id/roster': {
    summary: 'Enrol and invite whoever stands in a roster, all or nobody',
    body: RosterInput,
    answer: RosterImport,
  },
  'PUT /api/cohorts/:id/trainers': {
    summary: 'Say who trains a cohort',
    body: SetTrainersInput,
    answer: CohortSummary,
  },
  'POST /api/cohorts/:id/reset-links': {
    summary: 'Make a link for a member to set a new password with; those from before end',
    body: InviteAgainInput,
    answer: InvitationLink,
  },
  'POST /api/cohorts/:id/invitations': {
    summary: 'Make a new invitation for a member; the former ends',
    body: InviteAgainInput,
    answer: InvitationLink,
  },
});
