import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMeasureWords } from '../../lib/measure-words.ts';
import { ownAccommodationsQuery } from '../../queries/accommodations.ts';

interface Props {
  readonly entryId: string;
  /** In all, with what was granted. */
  readonly minutes: number;
  readonly className?: string;
}

/** What was granted to the candidate; breaks within their own time, as the clock runs on. */
export function Granted({ entryId, minutes, className }: Props) {
  const { t } = useTranslation('exam');
  const measureWords = useMeasureWords();
  const { data } = useQuery(ownAccommodationsQuery(entryId));
  const measures = data?.accommodations.find(({ state }) => state === 'approved')?.measures;
  if (!measures) return null;
  return (
    <p className={className}>
      {t(measures.breaks ? 'granted.withBreaks' : 'granted.plain', {
        measures: measureWords(measures),
        count: minutes,
      })}
    </p>
  );
}
