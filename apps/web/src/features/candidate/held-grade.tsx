import type { TryView } from '@ennead/contracts';
import { Link } from 'react-router';
import { GradeMark } from '../../components/grade-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { dayIn } from '../../lib/day-in.ts';
import styles from './candidate-page.module.css';

interface Props {
  /** The try whose certificate holds now. */
  readonly held: TryView;
  /** Of the scheme, in which the dates of a certificate are written. */
  readonly timeZone: string;
}

/** The grade that is held whatever comes of the try below, and the way to its certificate. */
export function HeldGrade({ held: { grade, credential }, timeZone }: Props) {
  const { t, locale } = useTranslation('candidate');
  if (!credential || grade === null) return null;
  const { number, expiresAt } = credential;
  return (
    <div className={styles.held}>
      <GradeMark grade={grade} tone="seal" label="" />
      <div className={styles.words}>
        <p>
          {t('held.grade', { grade })}
          {expiresAt && t('held.until', { date: dayIn(expiresAt, locale, timeZone) })}
        </p>
        <p>
          <Link to={`/certificate/${number}`}>{t('held.certificate')}</Link>
        </p>
      </div>
    </div>
  );
}
