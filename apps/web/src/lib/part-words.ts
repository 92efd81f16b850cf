import { useMemo } from 'react';
import { textOf } from '../i18n/i18n.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { PartPlace } from './place-parts.ts';
import { shareOf } from './share-of.ts';

export interface PartWords {
  /** "Lab", or "Lab 1 of 2" where there are several. */
  readonly title: (place: PartPlace) => string;
  /** "Counts two thirds of the skills score"; null where the part is the whole score. */
  readonly counts: (place: PartPlace) => string | null;
  /** The same among other facts: "two thirds of the skills score". */
  readonly countsInList: (place: PartPlace) => string | null;
}

/** The common fractions have words; others are said in per cent where that is a whole number, else in figures. */
function shareText({ weight, weights }: PartPlace): string {
  const { fraction, percent } = shareOf(weight, weights);
  return textOf('common', `part.share.${fraction}`) ?? (percent === null ? fraction : `${percent}%`);
}

/** What parts of a session are called, and how much they count. */
export function usePartWords(): PartWords {
  const { t } = useTranslation();
  return useMemo(() => {
    const shareOf = (place: PartPlace) => t(`part.shareOf.${place.dimension}`, { share: shareText(place) });
    return {
      title: ({ kind, number, count }) =>
        count === 1 ? t(`part.name.${kind}`) : t(`part.numbered.${kind}`, { number, count }),
      counts: (place) => (place.count === 1 ? null : t('part.counts', { share: shareOf(place) })),
      countsInList: (place) => (place.count === 1 ? null : t('part.countsInList', { share: shareOf(place) })),
    };
  }, [t]);
}
