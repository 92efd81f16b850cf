/** The path to go to after log-in: the one asked for if it lies inside this site, else null. */
export function nextPage(search: URLSearchParams): string | null {
  const next = search.get('next');
  // "//host" and "/\host" would leave the site.
  return next && /^\/(?![/\\])/.test(next) ? next : null;
}
