import type { PortfolioState } from '@ennead/contracts';
import type { BodyGiven } from '@ennead/contracts/routes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

const refreshMs = 20_000;

/** Whether others work on it, so that it changes by itself. */
const isAwaited: Readonly<Record<PortfolioState, boolean>> = {
  draft: false,
  submitted: true,
  'in-review': true,
  adjudication: true,
  scored: false,
};

/** The part of an entry that a portfolio belongs to. */
export interface PortfolioPlace {
  readonly entryId: string;
  readonly partId: string;
}

export const readPortfolio = ({ entryId, partId }: PortfolioPlace) =>
  api.get('/api/entries/:id/parts/:partId/portfolio', { params: { id: entryId, partId } });

/**
 * A draft is read afresh whenever its page opens and not again while it is edited; what is submitted is looked at from
 * time to time, so that the score appears by itself.
 */
export const portfolioQuery = (place: PortfolioPlace) =>
  queryOptions({
    queryKey: ['portfolio', place.entryId, place.partId],
    queryFn: () => readPortfolio(place),
    gcTime: 0,
    staleTime: Infinity,
    refetchInterval: ({ state }) => {
      return state.data && isAwaited[state.data.state] ? refreshMs : false;
    },
  });

export const saveDraft = (id: string, body: BodyGiven<'PUT /api/portfolios/:id/draft'>) =>
  api.put('/api/portfolios/:id/draft', { params: { id }, body });

export const addLink = (id: string, body: BodyGiven<'POST /api/portfolios/:id/links'>) =>
  api.post('/api/portfolios/:id/links', { params: { id }, body });

export const removeArtefact = (id: string, artefactId: string) =>
  api.delete('/api/portfolios/:id/artefacts/:artefactId', { params: { id, artefactId } });

export const submitPortfolio = (id: string) => api.post('/api/portfolios/:id/submit', { params: { id } });
