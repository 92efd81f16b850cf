import type { AttemptReportView } from '@ennead/contracts';
import { formatScore } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { reportQuery } from '../../queries/attempts.ts';
import { CompetencyBars } from './competency-bars.tsx';
import { ReleasedItems } from './released-items.tsx';
import styles from './report-page.module.css';

const untilReadyMs = 2_000;

const isNotReady = (fault: unknown) => fault instanceof ApiProblem && fault.code === 'REPORT_NOT_READY';

export function ReportPage() {
  const { t } = useTranslation('exam');
  const { attemptId = '' } = useParams();
  const report = useQuery({
    ...reportQuery(attemptId),
    refetchInterval: ({ state }) => (isNotReady(state.error) ? untilReadyMs : false),
  });
  if (report.data) return <Report report={report.data} />;
  return (
    <Page title={t('reportTitle')} width="text">
      {report.isPending && <Loading lines={8} />}
      {isNotReady(report.error) && (
        <EmptyState title={t('report.notReady')}>{t('report.notReadyText')}</EmptyState>
      )}
      {report.isError && !isNotReady(report.error) && (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      )}
    </Page>
  );
}

function Report({ report }: { readonly report: AttemptReportView }) {
  const { t } = useTranslation('exam');
  const localized = useLocalized();
  const format = useFormat();
  return (
    <Page
      width="text"
      kicker={`${localized(report.title)} · ${t(`common:role.${report.role}`)} · ${t(`common:level.${report.level}`)}`}
      title={t('reportTitle')}
      lead={t('report.lead')}
      actions={
        <>
          <ButtonLink to="/candidate">{t('report.back')}</ButtonLink>
          <ButtonLink to={`/result/${report.entryId}`}>{t('report.result')}</ButtonLink>
        </>
      }
    >
      <section className={styles.score} aria-label={t('report.score')}>
        <p>
          <span className={styles.figure}>{formatScore(report.scoreCents)}</span>
          <span className={styles.outOf}>{t('report.outOf')}</span>
        </p>
        <ul role="list" className={styles.facts}>
          <li>{t('report.answered', { answered: report.answeredCount, total: report.itemCount })}</li>
          <li>
            {t('report.time', {
              from: format.dateTime(report.startedAt),
              to: format.dateTime(report.submittedAt),
            })}
          </li>
          <li>{t(report.submitCause === 'expiry' ? 'report.byExpiry' : 'report.byCandidate')}</li>
        </ul>
      </section>
      <CompetencyBars competencies={report.competencies} />
      <section className={styles.items} aria-labelledby="report-items">
        <h2 id="report-items">{t('report.itemsTitle')}</h2>
        {report.items ? (
          <ReleasedItems items={report.items} />
        ) : (
          <p>{t('report.held', { time: format.dateTime(report.releaseAt) })}</p>
        )}
      </section>
    </Page>
  );
}
