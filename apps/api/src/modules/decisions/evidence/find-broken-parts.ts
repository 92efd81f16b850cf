import type { DimensionCode, ExamEvidence, LabEvidence, PortfolioEvidence } from '@ennead/contracts';

export type Parts = {
  readonly exam: ExamEvidence;
  readonly lab: LabEvidence;
  readonly portfolio: PortfolioEvidence;
};

/** Scored parts whose stored evidence does not yield the stored score, or is not what was signed or frozen. */
export const findBrokenParts = ({ exam, lab, portfolio }: Parts): DimensionCode[] => {
  const broken: readonly (readonly [DimensionCode, boolean])[] = [
    ['knowledge', exam.scoreCents !== null && exam.recomputedCents !== exam.scoreCents],
    ['skills', lab.scoreCents !== null && !isSound(lab)],
    [
      'practice',
      portfolio.scoreCents !== null &&
        !(portfolio.recomputedCents === portfolio.scoreCents && portfolio.manifestIntact === true),
    ],
  ];
  return broken.flatMap(([dimension, is]) => (is ? [dimension] : []));
};

const isSound = ({ scoreCents, verdict }: LabEvidence): boolean =>
  verdict !== null &&
  verdict.scoreCents === scoreCents &&
  verdict.recomputedCents === scoreCents &&
  verdict.treeIsHandedIn &&
  verdict.signature !== 'broken';
