import type { DimensionCode, ExamEvidence, LabEvidence, PortfolioEvidence } from '@ennead/contracts';

export type Parts = {
  readonly exams: readonly ExamEvidence[];
  readonly labs: readonly LabEvidence[];
  readonly portfolios: readonly PortfolioEvidence[];
};

/** Dimensions with a scored part whose stored evidence does not yield its score, or is not what was signed or frozen. */
export const findBrokenParts = ({ exams, labs, portfolios }: Parts): DimensionCode[] => {
  const broken: readonly (readonly [DimensionCode, boolean])[] = [
    [
      'knowledge',
      exams.some(({ scoreCents, recomputedCents }) => scoreCents !== null && recomputedCents !== scoreCents),
    ],
    ['skills', labs.some((lab) => lab.scoreCents !== null && !isSound(lab))],
    ['practice', portfolios.some((portfolio) => portfolio.scoreCents !== null && !isIntact(portfolio))],
  ];
  return broken.flatMap(([dimension, is]) => (is ? [dimension] : []));
};

const isIntact = ({ recomputedCents, scoreCents, manifestIntact }: PortfolioEvidence): boolean =>
  recomputedCents === scoreCents && manifestIntact === true;

const isSound = ({ scoreCents, recomputedCents, verdict }: LabEvidence): boolean =>
  verdict !== null &&
  recomputedCents === scoreCents &&
  verdict.recomputedCents === verdict.scoreCents &&
  verdict.treeIsHandedIn &&
  verdict.signature === 'verified';
