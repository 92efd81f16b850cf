import { formatComposite, formatScore, type Certificate, type TryView } from '@ennead/contracts';
import { Link } from 'react-router';
import { DateTime } from '../../../components/date-time.tsx';
import { StateMark, type StateTone } from '../../../components/state-mark.tsx';
import type { Column } from '../../../components/table-view.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { dayIn } from '../../../lib/day-in.ts';
import { useFormat } from '../../../lib/format.ts';
import { gradeOf } from '../../../lib/grade-of.ts';
import { hasEnded } from '../../../lib/has-ended.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { useCauseText } from '../../../lib/try-text.ts';
import styles from './tries.module.css';

/**
 * A try as a row: which one, where, when, with what scores, and what came of it.
 * @param timeZone of the scheme, in which the last day of a certificate is written
 */
export function useTryColumns(timeZone: string): readonly Column<TryView>[] {
  const { t } = useTranslation('tries');
  const text = useLocalized();
  const format = useFormat();
  const causeText = useCauseText();
  const outcome = useOutcomeText();
  const certificate = useCertificateText(timeZone);
  const pastText = ({ number, status }: Certificate) => t(`history.past.${status}`, { number });
  return [
    {
      key: 'try',
      header: t('history.try'),
      sortBy: ({ number }) => number,
      text: (row) => `${t('history.number', { number: row.number })} ${causeText(row) ?? ''}`,
      cell: (row) => (
        <>
          {t('history.number', { number: row.number })}
          <span className={styles.under}>{causeText(row)}</span>
        </>
      ),
    },
    {
      key: 'session',
      header: t('history.session'),
      sortBy: ({ sessionTitle }) => text(sessionTitle),
      cell: ({ sessionTitle }) => text(sessionTitle),
    },
    {
      key: 'sat',
      header: t('history.sat'),
      sortBy: ({ firstSatAt }) => firstSatAt,
      cell: ({ firstSatAt }) =>
        firstSatAt ? <DateTime instant={firstSatAt} show="date" /> : t('history.notSat'),
    },
    {
      key: 'scores',
      header: t('history.scores'),
      text: scoresText,
      cell: (row) => (
        <>
          {scoresText(row)}
          {row.isRescored && <span className={styles.under}>{t('history.rescored')}</span>}
          {row.carried.map(({ dimension, fromNumber }) => (
            <span key={dimension} className={styles.under}>
              {t('history.carried', { dimension: t(`common:dimension.${dimension}`), number: fromNumber })}
            </span>
          ))}
        </>
      ),
    },
    {
      key: 'composite',
      header: t('history.composite'),
      sortBy: ({ compositeTenThousandths }) => compositeTenThousandths,
      cell: ({ compositeTenThousandths }) =>
        compositeTenThousandths === null ? '–' : formatComposite(compositeTenThousandths),
      align: 'end',
    },
    {
      key: 'outcome',
      header: t('history.outcome'),
      text: (row) => outcome(row),
      cell: (row) => (
        <>
          <StateMark tone={outcomeTone(row)}>{outcome(row)}</StateMark>
          {row.stateReason && (
            <span className={styles.under}>{t('history.reason', { text: row.stateReason })}</span>
          )}
          {row.decidedAt && (
            <span className={styles.under}>
              {t('history.decidedAt', { date: format.date(row.decidedAt) })}
            </span>
          )}
          {row.decidedAt && <Link to={`/result/${row.entryId}`}>{t('history.result')}</Link>}
        </>
      ),
    },
    {
      key: 'certificate',
      header: t('history.certificate'),
      text: (row) =>
        [row.credential?.number ?? '', certificate(row), ...row.pastCredentials.map(pastText)].join(' '),
      cell: (row) => (
        <>
          {row.credential && (
            <Link to={`/verify/${row.credential.number}`} className={styles.number}>
              {row.credential.number}
            </Link>
          )}
          <span className={styles.under}>
            {row.credential?.supersededBy ? (
              <Link to={`/verify/${row.credential.supersededBy}`}>{certificate(row)}</Link>
            ) : (
              certificate(row)
            )}
          </span>
          {row.pastCredentials.map((past) => (
            <span key={past.number} className={styles.under}>
              <Link to={`/verify/${past.number}`}>{pastText(past)}</Link>
            </span>
          ))}
        </>
      ),
    },
  ];
}

const scoresText = ({ scores }: TryView): string =>
  [scores.knowledge, scores.skills, scores.practice]
    .map((score) => (score === null ? '–' : formatScore(score)))
    .join(' / ');

const outcomeTone = ({ outcome, state }: TryView): StateTone => {
  if (state === 'entered' || state === 'reopened') return 'active';
  return outcome === 'grant' ? 'good' : 'neutral';
};

function useOutcomeText(): (row: TryView) => string {
  const { t } = useTranslation('tries');
  return (row) => {
    const { state, outcome } = row;
    if (hasEnded(state) || state === 'reopened') return t(`common:entry.state.${state}`);
    if (outcome === null) return t('history.undecided');
    return t(`history.${outcome}`, { grade: gradeOf(row) });
  };
}

function useCertificateText(timeZone: string): (row: TryView) => string {
  const { t, locale } = useTranslation('tries');
  return ({ credential, outcome }) => {
    if (!credential) return t(outcome === 'grant' ? 'history.recordOnly' : 'history.none');
    const { status, expiresAt, supersededBy } = credential;
    if (status === 'revoked') return t('history.revoked');
    if (status === 'superseded') return t('history.superseded', { number: supersededBy ?? '' });
    if (expiresAt === null) return t('history.valid');
    return t(status === 'expired' ? 'history.expired' : 'history.validUntil', {
      date: dayIn(expiresAt, locale, timeZone),
    });
  };
}
