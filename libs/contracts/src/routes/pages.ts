import { AgreementInput, AgreementsQuery, AgreementsView } from '../agreement.ts';
import { ContentPageView, PageId } from '../content-page.ts';
import { routeTable } from './route.ts';

export const pageRoutes = routeTable({
  'GET /api/pages/:id': {
    public: true,
    summary: 'A page of the body: help, contact, data notice, terms, conduct, non-disclosure',
    params: { id: PageId },
    answer: ContentPageView,
  },
  'GET /api/agreements': {
    summary: 'Which documents are in force, and which of them the caller has accepted',
    query: AgreementsQuery,
    answer: AgreementsView,
  },
  'POST /api/agreements': {
    summary: 'Accept documents as they were shown',
    body: AgreementInput,
    answer: AgreementsView,
  },
  'GET /api/me/data.json': {
    summary: 'What is recorded of the caller, as a file',
    givesFile: 'application/json',
  },
});
