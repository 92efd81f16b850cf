import { z } from 'zod';
import { SessionEntriesView } from '../enrolment.ts';
import {
  AccessOfSession,
  CancelSessionInput,
  ChangeAccessInput,
  ChangeSessionInput,
  ExamSessionInput,
  ExamSessionView,
  ExtendSessionInput,
} from '../exam-session.ts';
import { SessionChoicesView } from '../session-choices.ts';
import { routeTable } from './route.ts';

export const sessionRoutes = routeTable({
  'GET /api/sessions': { summary: 'All exam sessions', answer: z.array(ExamSessionView) },
  'GET /api/sessions/choices': {
    summary: 'What a session can be made of: schemes, blueprints, labs, rubrics',
    answer: SessionChoicesView,
  },
  'POST /api/sessions': {
    summary: 'Schedule an exam session',
    body: ExamSessionInput,
    answer: ExamSessionView,
    creates: true,
  },
  'PATCH /api/sessions/:id': {
    summary: 'Change title, place and dates of a session that has not opened',
    body: ChangeSessionInput,
    answer: ExamSessionView,
  },
  'POST /api/sessions/:id/extend': {
    summary: 'Let a session end later, and with it what runs in it',
    body: ExtendSessionInput,
    answer: ExamSessionView,
  },
  'GET /api/sessions/:id/access': {
    summary: 'For whom a session is and how many can sit it, with its list',
    answer: AccessOfSession,
  },
  'PUT /api/sessions/:id/access': {
    summary: 'Change for whom a session is and how many can sit it',
    body: ChangeAccessInput,
    answer: ExamSessionView,
  },
  'POST /api/sessions/:id/cancel': {
    summary: 'Cancel a session in which nobody has begun',
    body: CancelSessionInput,
    answer: ExamSessionView,
  },
  'GET /api/sessions/:id/entries': {
    summary: 'Whoever has entered a session, and what may be done for them',
    answer: SessionEntriesView,
  },
});
