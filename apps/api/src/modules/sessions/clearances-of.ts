import type { ClearanceKind, LevelCode, Scheme, SessionPurpose } from '@ennead/contracts';

/** What a session asks before its first part: nothing where it is practice, and experience only where the level asks for years of it. */
export const clearancesOf = (
  { rules, levels }: Pick<Scheme, 'rules' | 'levels'>,
  level: LevelCode,
  purpose: SessionPurpose,
): ClearanceKind[] => {
  if (purpose === 'mock') return [];
  const years = levels.find(({ code }) => code === level)?.experience.years ?? 0;
  return rules.clearances.filter((kind) => kind !== 'experience' || years > 0);
};
