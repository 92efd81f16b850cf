import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { CaseSteps } from '../../components/case-steps.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Stage } from '../../lib/fold-steps.ts';
import { useMe } from '../../queries/me.ts';
import { trailQuery } from '../../queries/trails.ts';
import { CaseFacts } from './case-facts.tsx';

/** Where on the other page one sees what a stage was about. */
const anchors: Partial<Record<Stage, 'exam' | 'lab' | 'marking' | 'scores' | 'decision'>> = {
  exam: 'exam',
  lab: 'lab',
  marking: 'marking',
  scores: 'scores',
  decision: 'decision',
};

/** Every step of one case, from enrolment to certificate. */
export function TrailPage() {
  const { entryId = '' } = useParams();
  const { t } = useTranslation('trail');
  const trail = useQuery(trailQuery(entryId));
  if (trail.isPending) return <Loading lines={10} />;
  if (!trail.data) return <ErrorState error={trail.error} onRetry={() => void trail.refetch()} />;
  const { case: named, events } = trail.data;
  const to = `/trail/${entryId}/record`;
  const asideOf = (stage: Stage) => {
    const anchor = anchors[stage];
    return anchor && <Link to={`${to}#${anchor}`}>{t(`see.${anchor}`)}</Link>;
  };
  return (
    <Page
      title={named.subject.person?.name ?? t('title')}
      lead={t('lead')}
      kicker={<Kicker entryId={entryId} />}
      actions={
        <ButtonLink to={to} tone="primary" icon="search">
          {t('toRecord')}
        </ButtonLink>
      }
    >
      <CaseFacts subject={named.subject} />
      <Card>
        {events.length === 0 ? (
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        ) : (
          <CaseSteps events={events} asideOf={asideOf} />
        )}
      </Card>
    </Page>
  );
}

/** Back to where the reader comes from: each role has its own way here. */
function Kicker({ entryId }: { readonly entryId: string }) {
  const { t } = useTranslation('trail');
  const { person } = useMe();
  return person?.roles.includes('administrator') ? (
    <Link to={`/admin/audit?about=${entryId}`}>{t('backToAudit')}</Link>
  ) : (
    <Link to={`/decisions/${entryId}`}>{t('toCase')}</Link>
  );
}
