import { GroundPlan1764115200000 } from './migrations/1764115200000-ground-plan.ts';

/** In order. A migration that has landed is never edited. */
export const migrations = [GroundPlan1764115200000];
