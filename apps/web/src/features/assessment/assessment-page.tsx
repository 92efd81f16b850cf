import type { AssessmentView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../components/card.tsx';
import { DeclarationBanner } from '../../components/declaration-due.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { assessmentQuery } from '../../queries/assessment.ts';
import { useMe } from '../../queries/me.ts';
import { questionedMarksQuery } from '../../queries/questioned-marks.ts';
import styles from './assessment.module.css';
import { HandedBackTable } from './handed-back-table.tsx';
import { QuestionedCard } from './questioned-card.tsx';
import { PeopleTable } from './people-table.tsx';
import { ScriptsTable } from './scripts-table.tsx';
import { WaitingTable } from './waiting-table.tsx';

/** How the marking goes, by the codes of scripts alone: what has to be looked at, who has how much, what went to others. */
export function AssessmentPage() {
  const { t } = useTranslation('assessment');
  const isRegistrar = useMe().person?.roles.includes('registrar') ?? false;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DeclarationBanner />
      {isRegistrar && <Scripts />}
      <QuestionedCard />
    </Page>
  );
}

/** What only whoever looks after sessions sees to. */
function Scripts() {
  const { data: view, error, isPending, refetch } = useQuery(assessmentQuery);
  return (
    <>
      {isPending && <Loading lines={10} />}
      {error && <ErrorState error={error} inline={view !== undefined} onRetry={() => void refetch()} />}
      {view && <Marking view={view} />}
    </>
  );
}

function Marking({ view }: { readonly view: AssessmentView }) {
  const { t } = useTranslation('assessment');
  const { scripts, waiting, reviewers, handedBack, dueDays } = view;
  return (
    <>
      <Summary view={view} />
      <Card title={t('scripts.title')}>
        <p className={styles.soft}>{t('scripts.lead', { count: dueDays })}</p>
        <ScriptsTable scripts={scripts} />
      </Card>
      <Card title={t('waiting.title')}>
        <WaitingTable waiting={waiting} />
      </Card>
      <Card title={t('people.title')}>
        <p className={styles.soft}>{t('people.lead')}</p>
        <PeopleTable reviewers={reviewers} dueDays={dueDays} />
      </Card>
      <Card title={t('handedBack.title')}>
        <HandedBackTable scripts={handedBack} />
      </Card>
    </>
  );
}

/** What there is to do, in one line. */
function Summary({ view: { scripts, waiting } }: { readonly view: AssessmentView }) {
  const { t } = useTranslation('assessment');
  const problems = scripts.filter(({ problem }) => problem).length;
  const overdue = scripts.filter(({ isOverdue }) => isOverdue).length;
  const questioned = useQuery(questionedMarksQuery).data?.waiting.length ?? 0;
  const stuck = waiting.filter(({ mayCount, missingCount }) => mayCount < missingCount).length;
  const isQuiet = problems + overdue + stuck + questioned === 0;
  return (
    <div className={styles.summary} data-testid="summary">
      {problems > 0 && <StateMark tone="warn">{t('summary.problems', { count: problems })}</StateMark>}
      {overdue > 0 && <StateMark tone="warn">{t('summary.overdue', { count: overdue })}</StateMark>}
      {questioned > 0 && <StateMark tone="warn">{t('summary.questioned', { count: questioned })}</StateMark>}
      {stuck > 0 && <StateMark tone="bad">{t('summary.stuck', { count: stuck })}</StateMark>}
      {isQuiet && <StateMark tone="good">{t('summary.quiet')}</StateMark>}
      <span className={styles.soft}>{t('summary.open', { count: scripts.length })}</span>
    </div>
  );
}
