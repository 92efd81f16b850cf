import type { DecisionRecord, Evidence } from '@ennead/contracts';
import { withPlaces, type PartPlace } from '../../../lib/place-parts.ts';

/** Of a step that shows one part. */
export type PartStepCode = 'exam' | 'lab' | 'portfolio';

export type StepCode =
  PartStepCode | 'rules' | 'earlier' | 'experience' | 'result' | 'trail' | 'past' | 'decision';

export interface StepPlace {
  /** Where the page's contents lead: `exam`, or `lab-2` where there are several. */
  readonly id: string;
  readonly code: StepCode;
  /** On the page, from 1. */
  readonly number: number;
  /** Of a step that shows one part. */
  readonly partId: string | null;
  readonly place: PartPlace | null;
}

type Weighed = Evidence['exams'][number] | Evidence['labs'][number] | Evidence['portfolios'][number];
type Unnumbered = Omit<StepPlace, 'number'>;

const step = (code: StepCode): Unnumbered => ({ id: code, code, partId: null, place: null });

const partSteps = (code: PartStepCode, parts: readonly Weighed[]): Unnumbered[] =>
  withPlaces(parts).map(({ part, place }) => ({
    id: place.count > 1 ? `${code}-${place.number}` : code,
    code,
    partId: part.partId,
    place,
  }));

/**
 * The way of the data, from the rules to the decision, with a step for every part.
 * @param past decisions that the last step does not show
 */
export const listSteps = (
  { exams, labs, portfolios, earlier }: Pick<Evidence, 'exams' | 'labs' | 'portfolios' | 'earlier'>,
  past: readonly DecisionRecord[],
): readonly StepPlace[] =>
  [
    step('rules'),
    ...(earlier.length > 0 ? [step('earlier')] : []),
    ...partSteps('exam', exams),
    ...partSteps('lab', labs),
    ...partSteps('portfolio', portfolios),
    step('experience'),
    step('result'),
    step('trail'),
    ...(past.length > 0 ? [step('past')] : []),
    step('decision'),
  ].map((one, at) => ({ ...one, number: at + 1 }));
