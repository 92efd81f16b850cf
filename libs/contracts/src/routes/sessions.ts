import { z } from 'zod';
import { SessionEntriesView } from '../enrolment.ts';
import { ExamSessionInput, ExamSessionView } from '../exam-session.ts';
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
  'GET /api/sessions/:id/entries': {
    summary: 'Whoever has entered a session, and what may be done for them',
    answer: SessionEntriesView,
  },
});
