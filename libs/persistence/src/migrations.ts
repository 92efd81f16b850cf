import { InitialSchema1760000000000 } from './migrations/1760000000000-initial-schema.ts';

/** In order. A migration that has landed is never edited. */
export const migrations = [InitialSchema1760000000000];
