import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { interestsQuery } from '../../queries/interests.ts';
import { schemeQuery } from '../../queries/standard.ts';
import { DeclareInterest } from './declare-interest.tsx';
import { InterestsTable } from './interests-table.tsx';
import { RulesCard } from './rules-card.tsx';
import { StandingCard } from './standing-card.tsx';

/** What ties somebody to whom, by their own word: whether that is due, what there is, and what follows from it. */
export function InterestsPage() {
  const { t } = useTranslation('interests');
  const { data: view, error, isPending, refetch } = useQuery(interestsQuery);
  const { data: scheme } = useQuery(schemeQuery);
  const [adding, setAdding] = useState(false);
  const rules = scheme?.rules.impartiality ?? null;
  return (
    <Page title={t('title')} lead={t('lead')}>
      {isPending && <Loading lines={8} />}
      {error && !view && <ErrorState error={error} onRetry={() => void refetch()} />}
      {view && (
        <>
          <StandingCard view={view} rules={rules} />
          <Card
            title={t('declared.title')}
            aside={
              <Button icon="plus" onClick={() => setAdding(true)}>
                {t('declared.add')}
              </Button>
            }
          >
            <InterestsTable view={view} rules={rules} />
          </Card>
          {adding && <DeclareInterest institutions={view.institutions} onClose={() => setAdding(false)} />}
        </>
      )}
      {scheme && <RulesCard scheme={scheme} />}
    </Page>
  );
}
