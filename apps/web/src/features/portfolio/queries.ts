import type { ArtefactView, PortfolioView } from '@ennead/contracts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useParams } from 'react-router';
import { api } from '../../lib/api.ts';

const refreshMs = 20_000;

/** The part of an entry that a portfolio belongs to: what the address of its page names. */
export interface PortfolioPlace {
  readonly entryId: string;
  readonly partId: string;
}

export function usePortfolioPlace(): PortfolioPlace {
  const { entryId = '', partId = '' } = useParams();
  return { entryId, partId };
}

const keyOf = ({ entryId, partId }: PortfolioPlace) => ['portfolio', entryId, partId] as const;

export const readPortfolio = ({ entryId, partId }: PortfolioPlace) =>
  api.get('/api/entries/:id/parts/:partId/portfolio', { params: { id: entryId, partId } });

/**
 * A draft is read afresh whenever its page opens and not again while it is edited; what is submitted is looked at from
 * time to time, so that the score appears by itself.
 */
export const portfolioQuery = (place: PortfolioPlace) =>
  queryOptions({
    queryKey: keyOf(place),
    queryFn: () => readPortfolio(place),
    gcTime: 0,
    staleTime: Infinity,
    refetchInterval: ({ state }) => {
      const current = state.data?.state ?? 'draft';
      return current === 'draft' || current === 'scored' ? false : refreshMs;
    },
  });

/** Changes the page's cached portfolio after the server has changed it. */
export function useChangePortfolio() {
  const client = useQueryClient();
  const { entryId, partId } = usePortfolioPlace();
  return useCallback(
    (change: (view: PortfolioView) => PortfolioView) =>
      client.setQueryData<PortfolioView>(keyOf({ entryId, partId }), (view) => view && change(view)),
    [client, entryId, partId],
  );
}

/** With one artefact more; the same content twice is one. */
export const withArtefact = (view: PortfolioView, added: ArtefactView): PortfolioView => ({
  ...view,
  artefacts: [...view.artefacts.filter(({ id }) => id !== added.id), added],
});

export const withoutArtefact = (view: PortfolioView, artefactId: string): PortfolioView => ({
  ...view,
  artefacts: view.artefacts.filter(({ id }) => id !== artefactId),
});
