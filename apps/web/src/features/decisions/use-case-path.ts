import { useSearchParams } from 'react-router';
import { readPlace, writePlace, type List } from './list-place.ts';

/** The address of a case, with the place in the list that it is opened from; from one case to another that place stays. */
export function useCasePath(list?: List): (entryId: string) => string {
  const [search] = useSearchParams();
  const place = writePlace(readPlace(search, list));
  return (entryId) => `/decisions/${entryId}${place}`;
}
