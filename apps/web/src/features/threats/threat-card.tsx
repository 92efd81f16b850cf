import type { ThreatView } from '@ennead/contracts';
import { Link } from 'react-router';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './threats.module.css';

interface Props {
  readonly threat: ThreatView;
  /** Where the case is that it is about; null where it is about none, or the reader opens none. */
  readonly caseAt: string | null;
  /** Null for whoever may not, and where it is over. */
  readonly onMeasure: (() => void) | null;
}

export function ThreatCard({ threat, caseAt, onMeasure }: Props) {
  const { t } = useTranslation('threats');
  const { source, description, entryId, foundAt, foundBy, measures, closedAt } = threat;
  const title = entryId === null ? threat.title : t('ofMarks', { code: threat.title });
  return (
    <Card
      title={title}
      aside={
        onMeasure && (
          <Button size="small" aria-label={t('measureOf', { title })} onClick={onMeasure}>
            {t('measure')}
          </Button>
        )
      }
    >
      <div className={styles.facts}>
        <StateMark tone={closedAt ? 'good' : 'warn'}>{t(closedAt ? 'closed' : 'watched')}</StateMark>
        <span>{t(`source.${source}`)}</span>
        <span className={styles.soft}>
          {foundBy.name} · <DateTime instant={foundAt} />
        </span>
      </div>
      <p>{description}</p>
      {entryId !== null && <p className={styles.soft}>{t('ofCase')}</p>}
      {caseAt && (
        <p>
          <Link to={caseAt}>{t('toCase')}</Link>
        </p>
      )}
      {measures.length === 0 ? (
        <p className={styles.soft}>{t('noMeasure')}</p>
      ) : (
        <ol className={styles.measures}>
          {measures.map(({ id, text, by, at }) => (
            <li key={id}>
              {text}
              <span className={styles.soft}>
                {by.name} · <DateTime instant={at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
