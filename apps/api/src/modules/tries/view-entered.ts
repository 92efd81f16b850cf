import type { EnteredEntry } from '@ennead/contracts';
import type { Entry } from '@ennead/persistence';

/** What an entry has come to be, to whoever made it. */
export const viewEntered = ({ id, number, cause, state }: Entry): EnteredEntry => ({
  id,
  number,
  cause,
  state,
});
