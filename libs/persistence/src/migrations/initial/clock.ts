/**
 * The one clock of every rule and query. Leases, rate limits and cookies go by real time instead. Tests may replace
 * the function by one that can be shifted; the application's role cannot.
 */
export const clock = [
  `CREATE FUNCTION clock() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT now()'`,
];
