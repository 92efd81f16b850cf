import type { ArtefactView, PortfolioView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { portfolioQuery } from '../../queries/portfolios.ts';
import { usePortfolioPlace } from './use-portfolio-place.ts';

/** Changes the page's cached portfolio after the server has changed it. */
export function useChangePortfolio() {
  const client = useQueryClient();
  const { entryId, partId } = usePortfolioPlace();
  return useCallback(
    (change: (view: PortfolioView) => PortfolioView) =>
      client.setQueryData(portfolioQuery({ entryId, partId }).queryKey, (view) => view && change(view)),
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
