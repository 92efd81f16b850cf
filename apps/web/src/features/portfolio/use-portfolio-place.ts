import { useParams } from 'react-router';
import type { PortfolioPlace } from '../../queries/portfolios.ts';

/** The part of an entry that the address of the page names. */
export function usePortfolioPlace(): PortfolioPlace {
  const { entryId = '', partId = '' } = useParams();
  return { entryId, partId };
}
