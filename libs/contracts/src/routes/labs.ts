import { LabSessionView, StartedView } from '../lab-session.ts';
import { routeTable } from './route.ts';

export const labRoutes = routeTable({
  'POST /api/entries/:id/parts/:partId/lab-session': {
    summary: 'Begin the lab of a part, or find the one begun',
    answer: StartedView,
  },
  'GET /api/lab-sessions/:id': { summary: 'A lab of one’s own', answer: LabSessionView },
  'POST /api/lab-sessions/:id/hand-in': {
    summary: 'Hand in the work as it is; may be repeated',
    answer: LabSessionView,
  },
});
