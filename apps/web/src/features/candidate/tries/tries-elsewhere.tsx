import type { OwnEnrolment } from '@ennead/contracts';
import { DateTime } from '../../../components/date-time.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';

/** Tries by another account of the same person: as much of them as makes a refusal understood. */
export function TriesElsewhere({ tries }: { readonly tries: OwnEnrolment['triesElsewhere'] }) {
  const { t } = useTranslation('tries');
  if (tries.length === 0) return null;
  return (
    <>
      <p>{t('elsewhere.lead')}</p>
      <ul>
        {tries.map(({ number, at, counts }) => (
          <li key={`${number} ${at}`}>
            {t(counts ? 'elsewhere.counts' : 'elsewhere.past', { number })} <DateTime instant={at} />
          </li>
        ))}
      </ul>
    </>
  );
}
