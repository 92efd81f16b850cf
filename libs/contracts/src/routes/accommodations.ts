import {
  AccommodationInput,
  AccommodationMade,
  AccommodationQueue,
  AccommodationToDecide,
  ApprovalInput,
  CohortAccommodations,
  OwnAccommodations,
} from '../accommodation.ts';
import { ReasonInput } from '../reason.ts';
import {
  RegistrarsInput,
  SessionDutiesView,
  StaffedSessionsPage,
  StaffedSessionsQuery,
} from '../session-duty.ts';
import { routeTable } from './route.ts';

export const accommodationRoutes = routeTable({
  'GET /api/entries/:id/accommodations': {
    summary: 'What the caller asked for, or was asked for in their name, for an own entry',
    answer: OwnAccommodations,
  },
  'POST /api/entries/:id/accommodations': {
    summary: 'Ask for an accommodation, for oneself or in the name of a candidate of one’s own cohort',
    body: AccommodationInput,
    answer: AccommodationMade,
    creates: true,
  },
  'GET /api/cohorts/:id/accommodations': {
    summary: 'The measures of a cohort’s members, without why',
    answer: CohortAccommodations,
  },
  'GET /api/registrars': {
    summary: 'Which registrars look after which session',
    query: StaffedSessionsQuery,
    answer: StaffedSessionsPage,
  },
  'GET /api/sessions/:id/registrars': {
    summary: 'Who looks after a session, and who could',
    answer: SessionDutiesView,
  },
  'PUT /api/sessions/:id/registrars': {
    summary: 'Say who looks after the cases of a session from now on',
    body: RegistrarsInput,
    answer: SessionDutiesView,
  },
  'GET /api/accommodations': { summary: 'What waits for a decision', answer: AccommodationQueue },
  'GET /api/accommodations/:id': {
    summary: 'One of them, with reason and evidence',
    answer: AccommodationToDecide,
  },
  'POST /api/accommodations/:id/withdraw': { summary: 'Take back what one asked for' },
  'POST /api/accommodations/:id/approve': {
    summary: 'Approve it, as it was asked for or changed',
    body: ApprovalInput,
  },
  'POST /api/accommodations/:id/refuse': { summary: 'Refuse it', body: ReasonInput },
});
