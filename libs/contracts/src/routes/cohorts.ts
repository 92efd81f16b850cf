import { z } from 'zod';
import {
  ChangeCohortInput,
  CohortSummary,
  CohortView,
  CreateCohortInput,
  HandedLink,
  ImportRosterInput,
  ImportView,
  InvitationLink,
  InviteAgainInput,
  MailAgainInput,
  MailedAgain,
  MembersPage,
  MembersQuery,
  MoveMemberInput,
  RosterImport,
  RosterInput,
  RosterPreview,
  SetTrainersInput,
  TrainerView,
  UndoImportInput,
  UndoneImport,
  WithdrawMemberInput,
  WithdrawnMember,
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
  'PATCH /api/cohorts/:id': {
    summary: 'Rename a cohort, put it away or bring it back',
    body: ChangeCohortInput,
    answer: CohortSummary,
  },
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
    summary: 'Invite whoever stands in a roster: all or nobody, or those whose rows have no fault',
    body: ImportRosterInput,
    answer: RosterImport,
  },
  'GET /api/cohorts/:id/imports': {
    summary: 'The imports of a cohort, the newest first, and how far they are',
    answer: z.array(ImportView),
  },
  'POST /api/cohorts/:id/imports/:importId/go-on': {
    summary: 'Go on with an import that stopped',
  },
  'POST /api/cohorts/:id/imports/:importId/undo': {
    summary: 'Take back the invitations of an import that nobody has answered, and end their links',
    body: UndoImportInput,
    answer: UndoneImport,
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
  'POST /api/cohorts/:id/mail': {
    summary: 'Write again to members who have not answered',
    body: MailAgainInput,
    answer: MailedAgain,
  },
  'POST /api/cohorts/:id/links': {
    summary: 'Links to hand over, for all who have not answered and may have one; those from before end',
    answer: z.array(HandedLink),
  },
  'POST /api/cohorts/:id/withdrawals': {
    summary: 'Take a member out before the start; what they were not sent',
    body: WithdrawMemberInput,
    answer: WithdrawnMember,
  },
  'POST /api/cohorts/:id/moves': {
    summary: 'Move a member to another cohort of the same session',
    body: MoveMemberInput,
  },
  'POST /api/cohorts/:id/invitations': {
    summary: 'Make a new invitation for a member; the former ends',
    body: InviteAgainInput,
    answer: InvitationLink,
  },
});
