import { ReviewInput, ReviewQueueView, ReviewSaved, ReviewView } from '../review.ts';
import { routeTable } from './route.ts';

export const reviewRoutes = routeTable({
  'GET /api/reviews': { summary: 'The reviews that the caller was given', answer: ReviewQueueView },
  'GET /api/adjudications': {
    summary: 'The adjudications that the caller was given',
    answer: ReviewQueueView,
  },
  'GET /api/reviews/:id': { summary: 'A review or adjudication', answer: ReviewView },
  'PUT /api/reviews/:id': { summary: 'Save marks and comments', body: ReviewInput, answer: ReviewSaved },
  'POST /api/reviews/:id/submit': { summary: 'Submit the marks', answer: ReviewView },
});
