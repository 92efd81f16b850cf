import { ArtefactView, DraftInput, DraftSaved, LinkInput, PortfolioView } from '../portfolio.ts';
import { routeTable } from './route.ts';

export const portfolioRoutes = routeTable({
  'GET /api/entries/:id/parts/:partId/portfolio': {
    summary: 'The portfolio of a part, begun where there is none',
    answer: PortfolioView,
  },
  'PUT /api/portfolios/:id/draft': {
    summary: 'Save a draft',
    body: DraftInput,
    answer: DraftSaved,
  },
  'POST /api/portfolios/:id/files': {
    summary: 'Add a file',
    takesFile: true,
    answer: ArtefactView,
    creates: true,
  },
  'POST /api/portfolios/:id/links': {
    summary: 'Add a link',
    body: LinkInput,
    answer: ArtefactView,
    creates: true,
  },
  'DELETE /api/portfolios/:id/artefacts/:artefactId': { summary: 'Remove a file or a link' },
  'POST /api/portfolios/:id/submit': {
    summary: 'Submit; from then on nothing changes',
    answer: PortfolioView,
  },
  'GET /api/artefacts/:id/file': {
    summary: 'A file of a portfolio, of whichever type it is',
    givesFile: 'application/octet-stream',
  },
});
