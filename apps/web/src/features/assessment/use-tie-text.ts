import type { LateTieView } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';

/** A tie in words, with since when it was and when it came to be known. */
export function useTieText() {
  const { t } = useTranslation('assessment');
  const words = useTranslation('ties');
  const format = useFormat();
  return ({ tie, since, knownAt }: LateTieView): string =>
    t(since === null ? 'marks.always' : 'marks.since', {
      tie: words.t(`tie.${tie}`),
      date: since === null ? '' : format.date(since),
      known: format.date(knownAt),
    });
}
