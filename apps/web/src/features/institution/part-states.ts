import type { CohortMember, MemberCounts } from '@ennead/contracts';
import type { StateTone } from '../../components/state-mark.tsx';

/** What a member is followed through: the three parts and the result, in the order of the way. */
export type Part = 'exam' | 'lab' | 'portfolio' | 'result';
export const parts: readonly Part[] = ['exam', 'lab', 'portfolio', 'result'];

type Tones = { readonly [P in Part]: Readonly<Record<CohortMember[P], StateTone>> };

/** Every state of every part, in the order in which they are passed, and how it is marked. */
const tones: Tones = {
  exam: { 'not-started': 'neutral', open: 'active', submitted: 'active', scored: 'good' },
  lab: { 'not-started': 'neutral', open: 'active', 'handed-in': 'active', stalled: 'warn', graded: 'good' },
  portfolio: {
    'not-started': 'neutral',
    draft: 'active',
    submitted: 'active',
    'in-review': 'active',
    adjudication: 'warn',
    scored: 'good',
  },
  result: {
    undecided: 'neutral',
    granted: 'good',
    refused: 'bad',
    withdrawn: 'bad',
    missed: 'warn',
    excused: 'neutral',
    replaced: 'neutral',
  },
};

export type PartState<P extends Part> = CohortMember[P];

export const statesOf = <P extends Part>(part: P): readonly PartState<P>[] =>
  Object.keys(tones[part]) as PartState<P>[];

export const toneOf = <P extends Part>(part: P, state: PartState<P>): StateTone => tones[part][state];

/** The key of the word for a state. */
export type StateKey = { [P in Part]: `${P}.${PartState<P>}` }[Part];

export const stateKey = <P extends Part>(part: P, state: PartState<P>): StateKey =>
  `${part}.${state}` as StateKey;

export interface StateCount<P extends Part> {
  readonly state: PartState<P>;
  readonly count: number;
}

/** How many members are in each state of a part, in the order of the way; states that nobody is in are left out. */
export function listCounts<P extends Part>(counts: MemberCounts, part: P): readonly StateCount<P>[] {
  const own: Partial<Record<string, number>> = counts[part];
  return statesOf(part)
    .map((state) => ({ state, count: own[state] ?? 0 }))
    .filter(({ count }) => count > 0);
}
