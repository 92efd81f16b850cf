import { type CarriedScore, type DimensionCode, entryLifecycle } from '@ennead/contracts';
import { type DimensionRecord, dimensions, type DimensionSitting, stateAfter } from '@ennead/domain';
import { satAtOf, type Case } from '../enrolments/case.ts';

/** A score that may be carried over: what is judged of it, what is shown, and the record that would be carried. */
export type Carriable = {
  readonly record: DimensionRecord;
  readonly score: CarriedScore;
  readonly scoreId: string;
};

/** The newest score that was sat in each dimension, in an entry that was decided and whose grade was not taken back. */
export const findRecords = (cases: readonly Case[]): Carriable[] =>
  dimensions.flatMap((dimension) => {
    const decided = cases.filter(
      ({ state, cause, decision }) =>
        state === stateAfter(entryLifecycle, 'decide') &&
        cause !== 'mock' &&
        decision?.outcome !== 'withdraw',
    );
    const scores = decided.flatMap((found) => readScore(found, dimension));
    return scores.sort((a, b) => a.record.satAt.localeCompare(b.record.satAt)).slice(-1);
  });

const readScore = (found: Case, dimension: DimensionCode): Carriable[] => {
  const counting = found.scores[dimension];
  if (!counting || counting.carriedFromId !== null) return [];
  const { id: scoreId, cents, satAt } = counting;
  if (satAt === null || cents === null) return [];
  const { entryId: fromEntryId, number: fromNumber, session } = found;
  const scheme = { id: session.schemeId, version: session.schemeVersion };
  return [
    {
      // No act finds misconduct yet; once there is one, its finding belongs here.
      record: { dimension, cents, scheme, satAt, entryNumber: fromNumber, misconduct: false },
      score: { dimension, scoreCents: cents, satAt, fromEntryId, fromNumber },
      scoreId,
    },
  ];
};

/** Every dimension begun in the enrolment, but in mock exams and in entries that a failure of ours spoilt. */
export const findSittings = (cases: readonly Case[]): DimensionSitting[] =>
  cases
    .filter(({ state, cause }) => state !== stateAfter(entryLifecycle, 'replace') && cause !== 'mock')
    .flatMap((found) =>
      dimensions.flatMap((dimension) => {
        const satAt = satAtOf(found, dimension);
        return satAt === null ? [] : [{ dimension, satAt }];
      }),
    );
