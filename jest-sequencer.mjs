import TestSequencer from '@jest/test-sequencer';

/** A journey of which nobody knows yet how long it takes. */
const isUntimedJourney = ({ path, duration }) =>
  duration === undefined && path.includes('/apps/journeys/test/');

/**
 * Jest begins with what took longest, but before the first run it can only go by the size of files: a journey of few lines,
 * and of a minute, would come last and keep one worker busy while the other has nothing left to do.
 */
export default class JourneysFirst extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isUntimedJourney), ...sorted.filter((test) => !isUntimedJourney(test))];
  }
}
