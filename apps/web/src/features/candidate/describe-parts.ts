import type { ExamPart, LabPart, OwnEntry, PortfolioPart } from '@ennead/contracts';
import type { StateTone } from '../../components/state-mark.tsx';

/** One of the three parts, as the path shows it. */
export interface PathPart {
  readonly name: 'exam' | 'lab' | 'portfolio';
  readonly number: number;
  readonly state: ExamPart['state'] | LabPart['state'] | PortfolioPart['state'];
  readonly tone: StateTone;
  readonly submittedAt: string | null;
  readonly scoreCents: number | null;
  readonly minutes: number | null;
}

const tones: Record<PathPart['state'], StateTone> = {
  'not-started': 'neutral',
  open: 'active',
  draft: 'active',
  submitted: 'active',
  'handed-in': 'active',
  'in-review': 'active',
  adjudication: 'active',
  stalled: 'warn',
  graded: 'good',
  scored: 'good',
};

const toMinutes = (durationSec: number | null) => (durationSec ? Math.round(durationSec / 60) : null);

export function describeParts({ exam, lab, portfolio }: OwnEntry): readonly PathPart[] {
  const describe = (
    name: PathPart['name'],
    number: number,
    part: ExamPart | LabPart | PortfolioPart,
    durationSec: number | null,
  ): PathPart => ({
    name,
    number,
    state: part.state,
    tone: tones[part.state],
    submittedAt: part.submittedAt,
    scoreCents: part.scoreCents,
    minutes: toMinutes(durationSec),
  });
  return [
    describe('exam', 1, exam, exam.durationSec),
    describe('lab', 2, lab, lab.durationSec),
    describe('portfolio', 3, portfolio, null),
  ];
}
