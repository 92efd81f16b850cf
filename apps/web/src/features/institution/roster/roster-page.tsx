import type { RosterImport, RosterPreview } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { cohortQuery } from '../../../queries/cohorts.ts';
import { RosterDone } from './roster-done.tsx';
import { RosterPreviewStep } from './roster-preview.tsx';
import { RosterSource } from './roster-source.tsx';
import { RosterSteps } from './roster-steps.tsx';

type Step =
  | { readonly at: 'source'; readonly line: number | null }
  | { readonly at: 'preview'; readonly preview: RosterPreview }
  | { readonly at: 'done'; readonly result: RosterImport };

const begin: Step = { at: 'source', line: null };

/** Importing a roster in three steps: choose it, check it, take the invitation links along. */
export function RosterPage() {
  const { t } = useTranslation('institution');
  const { id = '' } = useParams();
  const cohort = useQuery(cohortQuery(id));
  const [csv, setCsv] = useState('');
  const [step, setStep] = useState<Step>(begin);
  const again = () => {
    setCsv('');
    setStep(begin);
  };
  return (
    <Page
      title={t('roster.title')}
      lead={t('roster.lead')}
      kicker={<Link to={`/institution/cohorts/${id}`}>{cohort.data?.name ?? t('roster.back')}</Link>}
    >
      {cohort.isPending && <Loading lines={8} />}
      {cohort.error && <ErrorState error={cohort.error} onRetry={() => void cohort.refetch()} />}
      {cohort.data && (
        <>
          <RosterSteps at={step.at} />
          {step.at === 'source' && (
            <RosterSource
              cohortId={id}
              csv={csv}
              onChange={setCsv}
              line={step.line}
              onChecked={(preview) => setStep({ at: 'preview', preview })}
            />
          )}
          {step.at === 'preview' && (
            <RosterPreviewStep
              cohortId={id}
              csv={csv}
              preview={step.preview}
              onBack={(line) => setStep({ at: 'source', line })}
              onImported={(result) => setStep({ at: 'done', result })}
            />
          )}
          {step.at === 'done' && <RosterDone cohortId={id} result={step.result} onAgain={again} />}
        </>
      )}
    </Page>
  );
}
