import type { AccommodationToDecide } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useMeasureWords } from '../../lib/measure-words.ts';
import styles from './accommodations.module.css';

/** What is asked for, by whom, why, and what proves it. */
export function RequestFacts({ found }: { readonly found: AccommodationToDecide }) {
  const { t } = useTranslation('accommodations');
  const format = useFormat();
  const words = useMeasureWords();
  const { asked, askedAt, askedBy, reason, evidence, standing } = found;
  const time = format.dateTime(askedAt);
  return (
    <>
      <div className={styles.lines}>
        <strong>{t('decide.asked', { measures: words(asked) })}</strong>
        <span className={styles.soft}>
          {askedBy.isCandidate
            ? t('decide.byCandidate', { time })
            : t('decide.byOther', { name: askedBy.name, time })}
        </span>
      </div>
      {(['why', 'evidence'] as const).map((what) => (
        <div key={what} className={styles.quoted}>
          <span className={styles.soft}>{t(`decide.${what}`)}</span>
          <p className={styles.written}>{what === 'why' ? reason : evidence}</p>
        </div>
      ))}
      {standing && <p>{t('decide.standing', { measures: words(standing) })}</p>}
    </>
  );
}
