import { Refusal } from '@ennead/contracts';
import type { Caller } from '../../http/caller.ts';

/** A manager without an institution has nothing to manage yet. */
export const institutionOf = ({ institutionId }: Caller): string => {
  if (!institutionId) throw new Refusal('FORBIDDEN');
  return institutionId;
};
