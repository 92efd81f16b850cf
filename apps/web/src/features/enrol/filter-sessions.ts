import type { LevelCode, OpenSession, RoleCode } from '@ennead/contracts';

export type FilterName = 'role' | 'level';
type Kind = Pick<OpenSession, FilterName>;

/** Roles and levels that there are sessions of, each once, in the order in which they come. */
export const kindsIn = (
  sessions: readonly Kind[],
): { readonly roles: readonly RoleCode[]; readonly levels: readonly LevelCode[] } => ({
  roles: [...new Set(sessions.map(({ role }) => role))],
  levels: [...new Set(sessions.map(({ level }) => level))],
});

/** Reads the filter from the address; of what there is no session is as good as nothing. */
export function readFilter(search: URLSearchParams, sessions: readonly Kind[]) {
  const { roles, levels } = kindsIn(sessions);
  return {
    role: roles.find((role) => role === search.get('role')) ?? ('' as const),
    level: levels.find((level) => level === search.get('level')) ?? ('' as const),
  };
}

export function withFilter(before: URLSearchParams, name: FilterName, value: string): URLSearchParams {
  const search = new URLSearchParams(before);
  if (value) search.set(name, value);
  else search.delete(name);
  return search;
}
