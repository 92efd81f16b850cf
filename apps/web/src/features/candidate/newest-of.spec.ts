import { expect, it } from '@jest/globals';
import type { EntryCause, EntryState } from '@ennead/contracts';
import { newestOf } from './newest-of.ts';

const entry = (
  enrolmentId: string,
  number: number,
  cause: EntryCause = 'retake',
  state: EntryState = 'decided',
) => ({ enrolmentId, number, cause, state });
const shown = (entries: readonly ReturnType<typeof entry>[]) =>
  newestOf(entries).map(({ enrolmentId, number }) => `${enrolmentId}${number}`);

it('shows the newest try of each enrolment, and its newest mock exam', () => {
  const entries = [
    entry('a', 1, 'first'),
    entry('a', 3),
    entry('a', 2, 'mock'),
    entry('a', 4, 'mock'),
    entry('b', 1),
  ];
  expect(shown(entries)).toEqual(['a3', 'a4', 'b1']);
});

it.each<[string, EntryState[], string[]]>([
  ['a place in line beside what is sat', ['entered', 'waiting'], ['a1', 'a2']],
  ['an invitation that is older than another entry', ['invited', 'entered'], ['a1', 'a2']],
  ['what never came about beside the grade before it', ['decided', 'declined'], ['a1', 'a2']],
  ['nothing that never came about once there is something newer', ['turned-down', 'entered'], ['a2']],
  ['one of several that never came about', ['withdrawn', 'lapsed'], ['a2']],
  ['what is asked for alone after a withdrawal', ['withdrawn', 'requested'], ['a2']],
])('shows %s', (_, states, wanted) => {
  expect(shown(states.map((state, at) => entry('a', at + 1, 'first', state)))).toEqual(wanted);
});
