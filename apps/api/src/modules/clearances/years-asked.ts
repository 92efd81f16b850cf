import type { LevelCode, Scheme } from '@ennead/contracts';

/** How many years of experience a level asks by this scheme. */
export const yearsAsked = ({ levels }: Pick<Scheme, 'levels'>, level: LevelCode): number =>
  levels.find(({ code }) => code === level)?.experience.years ?? 0;
