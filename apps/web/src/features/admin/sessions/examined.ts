import type { LevelCode, RoleCode } from '@ennead/contracts';

/** In the order of the standard; as records, so that the compiler misses none. */
const roles: Readonly<Record<RoleCode, true>> = {
  'cluster-engineer': true,
  'framework-engineer': true,
  'algorithm-engineer': true,
  'strategy-engineer': true,
  'data-engineer': true,
  'evaluation-engineer': true,
  'prompt-engineer': true,
  'application-engineer': true,
};
const levels: Readonly<Record<LevelCode, true>> = { junior: true, intermediate: true, senior: true };

export const roleCodes = Object.keys(roles) as RoleCode[];
export const levelCodes = Object.keys(levels) as LevelCode[];
