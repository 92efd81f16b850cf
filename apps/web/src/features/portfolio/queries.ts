import type { ArtefactView, PortfolioView } from '@ennead/contracts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../lib/api.ts';

const refreshMs = 20_000;

export const portfolioKey = (entryId: string) => ['portfolio', entryId] as const;

/**
 * A draft is read afresh whenever its page opens and not again while it is edited; what is submitted is looked at from
 * time to time, so that the score appears by itself.
 */
export const portfolioQuery = (entryId: string) =>
  queryOptions({
    queryKey: portfolioKey(entryId),
    queryFn: () => api.get<PortfolioView>(`/api/entries/${entryId}/portfolio`),
    gcTime: 0,
    staleTime: Infinity,
    refetchInterval: ({ state }) => {
      const current = state.data?.state ?? 'draft';
      return current === 'draft' || current === 'scored' ? false : refreshMs;
    },
  });

/** Changes the cached portfolio after the server has changed it. */
export function useChangePortfolio(entryId: string) {
  const client = useQueryClient();
  return useCallback(
    (change: (view: PortfolioView) => PortfolioView) =>
      client.setQueryData<PortfolioView>(portfolioKey(entryId), (view) => view && change(view)),
    [client, entryId],
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
