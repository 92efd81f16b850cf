import { hasExpired } from '../credentials/has-expired.ts';
import type { Entry } from './entry.ts';

/** The best grade that was granted and whose credential has not ended; null where none is held. */
export function heldGrade(entries: readonly Entry[], now: string): number | null {
  const grades = entries.flatMap(({ decision }) => {
    if (decision?.outcome !== 'grant' || decision.grade === null) return [];
    return hasExpired(decision.expiresAt, now) ? [] : [decision.grade];
  });
  return grades.length === 0 ? null : Math.max(...grades);
}
