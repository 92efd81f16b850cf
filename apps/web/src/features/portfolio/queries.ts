import type { ArtefactView, PortfolioView } from '@ennead/contracts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../lib/api.ts';

const refreshMs = 20_000;

export const portfolioKey = (enrolmentId: string) => ['portfolio', enrolmentId] as const;

/**
 * A draft is read afresh whenever its page opens and not again while it is edited; what is submitted is looked at from
 * time to time, so that the score appears by itself.
 */
export const portfolioQuery = (enrolmentId: string) =>
  queryOptions({
    queryKey: portfolioKey(enrolmentId),
    queryFn: () => api.get<PortfolioView>(`/api/enrolments/${enrolmentId}/portfolio`),
    gcTime: 0,
    staleTime: Infinity,
    refetchInterval: ({ state }) => {
      const current = state.data?.state ?? 'draft';
      return current === 'draft' || current === 'scored' ? false : refreshMs;
    },
  });

/** Changes the cached portfolio after the server has changed it. */
export function useChangePortfolio(enrolmentId: string) {
  const client = useQueryClient();
  return useCallback(
    (change: (view: PortfolioView) => PortfolioView) =>
      client.setQueryData<PortfolioView>(portfolioKey(enrolmentId), (view) => view && change(view)),
    [client, enrolmentId],
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
