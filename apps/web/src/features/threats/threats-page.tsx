import type { PersonRole } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMe } from '../../queries/me.ts';
import { threatsQuery } from '../../queries/threats.ts';
import { EnterThreat } from './enter-threat.tsx';
import { Exceptions } from './exceptions.tsx';
import { TakeMeasure } from './take-measure.tsx';
import { ThreatCard } from './threat-card.tsx';

/** The register: what threatens impartiality, and what was done about each. */
export function ThreatsPage() {
  const { t } = useTranslation('threats');
  const { data, error, isPending, refetch } = useQuery(threatsQuery);
  const me = useMe().person;
  const [entering, setEntering] = useState(false);
  const [meeting, setMeeting] = useState<string | null>(null);
  const acts = me?.roles.some((role) => role === 'registrar' || role === 'administrator') ?? false;
  const met = data?.threats.find(({ id }) => id === meeting);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button tone="primary" icon="plus" onClick={() => setEntering(true)}>
          {t('enter')}
        </Button>
      }
    >
      {isPending && <Loading lines={6} />}
      {error && <ErrorState error={error} inline={data !== undefined} onRetry={() => void refetch()} />}
      {data?.threats.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      {data?.threats.map((threat) => (
        <ThreatCard
          key={threat.id}
          threat={threat}
          caseAt={threat.entryId && caseAt(me?.roles ?? [], threat.entryId)}
          onMeasure={acts && !threat.closedAt ? () => setMeeting(threat.id) : null}
        />
      ))}
      <Exceptions />
      {entering && <EnterThreat onClose={() => setEntering(false)} />}
      {met && <TakeMeasure threat={met} onClose={() => setMeeting(null)} />}
    </Page>
  );
}

/** Whoever decides opens the case, an administrator its trail; a registrar neither. */
const caseAt = (roles: readonly PersonRole[], entryId: string): string | null => {
  if (roles.includes('certifier')) return `/decisions/${entryId}`;
  return roles.includes('administrator') ? `/trail/${entryId}` : null;
};
