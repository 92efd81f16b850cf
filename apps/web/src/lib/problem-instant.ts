import type { ApiProblem } from './api-problem.ts';

/** The date that a refusal is about, as ISO 8601, where the server names one: when a part opens, or when it closed. */
export function problemInstant(error: ApiProblem): string | null {
  const found = error.errors.find(({ path }) => path === 'opensAt' || path === 'closesAt')?.message;
  return found && !Number.isNaN(Date.parse(found)) ? found : null;
}
