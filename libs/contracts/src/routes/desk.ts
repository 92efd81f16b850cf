import { z } from 'zod';
import {
  ApplicationInput,
  CorrectNameInput,
  DeskPage,
  DeskQuery,
  DeskWork,
  NamesInput,
  SeenExperienceInput,
  SeenIdentitiesInput,
  SeenIdentitiesView,
  SeenIdentityInput,
  WithdrawSeenInput,
} from '../desk.ts';
import { EnteredEntry } from '../enrolment.ts';
import { ReasonInput } from '../reason.ts';
import { routeTable } from './route.ts';

/** What comes before the first part of an entry: what its candidate gives, and what the registrar sees to. */
export const deskRoutes = routeTable({
  'POST /api/entries/:id/application': {
    summary: 'Sign the application for an own entry, and accept what it asks',
    body: ApplicationInput,
  },
  'POST /api/entries/:id/names': {
    summary: 'Confirm the own name as the papers have it, in their script and in Latin letters',
    body: NamesInput,
  },
  'GET /api/desks': {
    summary: 'What is to be seen to in each session that the caller looks after and that is not over',
    answer: z.array(DeskWork),
  },
  'GET /api/sessions/:id/desk': {
    summary: 'A page of whoever is in a session, with what is missing of each before the first part',
    query: DeskQuery,
    answer: DeskPage,
  },
  'POST /api/entries/:id/confirm': { summary: 'Confirm an entry that was asked for', answer: EnteredEntry },
  'POST /api/entries/:id/turn-down': { summary: 'Turn down an entry that was asked for', body: ReasonInput },
  'POST /api/entries/:id/take-out': {
    summary: 'Withdraw somebody’s entry of which nothing has begun',
    body: ReasonInput,
  },
  'POST /api/entries/:id/experience': {
    summary: 'Set down whether somebody has the experience that their level asks, and by what',
    body: SeenExperienceInput,
  },
  'POST /api/entries/:id/identity': {
    summary: 'Set down that a candidate’s identity was checked, and by what',
    body: SeenIdentityInput,
  },
  'POST /api/sessions/:id/identities': {
    summary: 'Set the same down for many at once',
    body: SeenIdentitiesInput,
    answer: SeenIdentitiesView,
  },
  'POST /api/entries/:id/withdraw-seen': {
    summary: 'Take back that identity or experience was seen, before the first part has begun',
    body: WithdrawSeenInput,
  },
  'POST /api/entries/:id/name': {
    summary: 'Correct a candidate’s name by their papers, which they then confirm anew',
    body: CorrectNameInput,
  },
});
