import type { ReviewKind } from '@ennead/contracts';
import { useLocation } from 'react-router';

/** Where the lists of each kind are. */
export const listPath = { review: '/reviews', adjudication: '/adjudications' } as const;

/** What the present page is about: an assessor's reviews or a moderator's adjudications. */
export const useKind = (): ReviewKind =>
  useLocation().pathname.startsWith(listPath.adjudication) ? 'adjudication' : 'review';
