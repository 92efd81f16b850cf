import type { OwnEntry } from '@ennead/contracts';

type Listed = Pick<OwnEntry, 'enrolmentId' | 'number' | 'cause'>;

/** The newest entry of each enrolment and of its mock exams; the order stays. */
export const newestOf = <Entry extends Listed>(entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(
    (entry) => !entries.some((other) => isSameKind(entry, other) && other.number > entry.number),
  );

const isSameKind = (a: Listed, b: Listed): boolean =>
  a.enrolmentId === b.enrolmentId && (a.cause === 'mock') === (b.cause === 'mock');
