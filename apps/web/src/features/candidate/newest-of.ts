import type { OwnEntry } from '@ennead/contracts';
import { hasFallen, isPending } from '../../lib/has-ended.ts';

type Listed = Pick<OwnEntry, 'enrolmentId' | 'number' | 'cause' | 'state'>;

/**
 * The newest entry of each enrolment and of its mock exams; the order stays. What has not come about yet stands beside it, for
 * whoever waits in line may well sit another session; and what never came about is shown only until something newer is there.
 */
export const newestOf = <Entry extends Listed>(entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(
    (entry) =>
      isPending(entry.state) ||
      !entries.some(
        (other) =>
          isSameKind(entry, other) &&
          other.number > entry.number &&
          (hasFallen(entry.state) || !(hasFallen(other.state) || isPending(other.state))),
      ),
  );

const isSameKind = (a: Listed, b: Listed): boolean =>
  a.enrolmentId === b.enrolmentId && (a.cause === 'mock') === (b.cause === 'mock');
