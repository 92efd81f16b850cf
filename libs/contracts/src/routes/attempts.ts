import {
  AttemptClockView,
  AttemptReportView,
  AttemptStarted,
  AttemptView,
  SavedView,
  SavesInput,
  SubmitInput,
  SubmittedView,
  WriterView,
} from '../attempt.ts';
import { routeTable } from './route.ts';

export const attemptRoutes = routeTable({
  'POST /api/entries/:id/parts/:partId/attempt': {
    summary: 'Begin the exam of a part, or find the one begun',
    answer: AttemptStarted,
  },
  'GET /api/attempts/:id': { summary: 'An exam: its items and the answers saved', answer: AttemptView },
  'GET /api/attempts/:id/clock': {
    summary: 'How long an exam still lasts, and who may write',
    answer: AttemptClockView,
  },
  'POST /api/attempts/:id/writer': {
    summary: 'Write from this page from now on, and from no other',
    answer: WriterView,
  },
  'POST /api/attempts/:id/saves': {
    summary: 'Save answers; may be repeated',
    body: SavesInput,
    answer: SavedView,
  },
  'POST /api/attempts/:id/submit': {
    summary: 'Hand in; may be repeated',
    body: SubmitInput,
    answer: SubmittedView,
  },
  'GET /api/attempts/:id/report': {
    summary: 'The score report of an exam that was handed in',
    answer: AttemptReportView,
  },
});
