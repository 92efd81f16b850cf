import type { OwnEntry } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { withPlaces, type PartPlace } from '../../lib/place-parts.ts';
import { ownEntriesQuery } from '../../queries/entries.ts';
import { usePortfolioPlace } from './use-portfolio-place.ts';

/** What the candidate's entries say of the page's part; null until they are there. */
export function useOwnPart(): { readonly entry: OwnEntry; readonly place: PartPlace } | null {
  const { entryId, partId } = usePortfolioPlace();
  const entry = useQuery(ownEntriesQuery).data?.find(({ id }) => id === entryId);
  const found = entry && withPlaces(entry.parts).find(({ part }) => part.partId === partId);
  return entry && found ? { entry, place: found.place } : null;
}
