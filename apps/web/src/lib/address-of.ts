import type { NamesIn, QueryGiven, RouteName } from '@ennead/contracts/routes';

type Path = RouteName extends `${string} ${infer Path}` ? Path : never;

/**
 * Where a path of the contract is, with its parameters filled in and its query behind it: what is `undefined` is left out.
 * For links and for whatever is not asked through `api`.
 */
export const linkTo = <To extends Path>(
  path: To,
  params: Readonly<Record<NamesIn<To>, string>>,
  query?: QueryGiven<Extract<`GET ${To}`, RouteName>>,
): string => addressOf(path, params, query);

/** The same for any path. @throws Error where a parameter is missing: the address would be another's */
export function addressOf(
  path: string,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} without ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}
