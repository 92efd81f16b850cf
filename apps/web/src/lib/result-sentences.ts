import { formatComposite, formatScore, type ComposedResult, type NoGradeReason } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';

/** Why the scores come to this grade, or to none, in sentences; missing parts are told by the page itself. */
export function useResultSentences(): (result: ComposedResult) => string[] {
  const { t } = useTranslation('result');
  const levelOf = (result: ComposedResult) => t(`common:level.${result.level}`);

  const reason = (result: ComposedResult, why: NoGradeReason): string[] => {
    switch (why.kind) {
      case 'missing':
        return [];
      case 'under-floor':
        return [
          t('why.underFloor', {
            dimension: t(`common:dimension.${why.dimension}`),
            score: formatScore(why.scoreCents),
            floor: formatScore(why.floorCents),
          }),
        ];
      case 'under-cut':
        return [
          t('why.underCut', {
            composite: formatComposite(why.compositeTenThousandths),
            level: levelOf(result),
            grade: why.grade,
            cut: formatScore(why.cutCents),
            points: formatComposite(why.cutCents * 100 - why.compositeTenThousandths),
          }),
        ];
    }
  };

  return (result) => {
    const composite = result.compositeTenThousandths;
    const sum = result.contributions
      .map(({ scoreCents, weight }) => `${formatScore(scoreCents ?? 0)} × ${weight}%`)
      .join(' + ');
    const cut = result.cuts.find(({ grade }) => grade === result.grade);
    return [
      ...(composite === null ? [] : [t('why.sum', { composite: formatComposite(composite), sum })]),
      ...(cut
        ? [
            t(result.next ? 'why.reached' : 'why.reachedTop', {
              grade: cut.grade,
              cut: formatScore(cut.cutCents),
              level: levelOf(result),
            }),
            t('why.floorsMet'),
          ]
        : []),
      ...result.reasons.flatMap((why) => reason(result, why)),
    ];
  };
}
