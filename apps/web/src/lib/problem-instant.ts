import type { ApiProblem } from './api-problem.ts';

const isDated = (path: string) =>
  ['opensAt', 'closesAt', 'earliestAt'].includes(path) || path.startsWith('carry.');
const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));

/**
 * The date that a refusal is about, as ISO 8601, where the server names one: when a part opens or closed, from when
 * another try is open, until when a score could be carried over.
 */
export const problemInstant = ({ errors }: Pick<ApiProblem, 'errors'>): string | null =>
  errors.find(({ path, message }) => isDated(path) && isInstant(message))?.message ?? null;

/** Longer than this is said by the clock. */
const mostSeconds = 120;

/** The seconds to wait until the same may be tried again, where the server names them and they are few. */
export const waitSeconds = ({ errors }: Pick<ApiProblem, 'errors'>): number | null => {
  const seconds = Number(errors.find(({ path }) => path === 'waitSec')?.message);
  return seconds > 0 && seconds <= mostSeconds ? seconds : null;
};

/** How many are held of what was to be fewer, where the server says so. */
export const problemCount = ({ errors }: Pick<ApiProblem, 'errors'>): number | null => {
  const count = Number(errors.find(({ path }) => path === 'held' || path.startsWith('held.'))?.message);
  return count > 0 ? count : null;
};
