import type { NameSettling, RosterColumns, RosterImport, RosterPreview } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { cohortQuery } from '../../../queries/cohorts.ts';
import { ChooseColumns } from './choose-columns.tsx';
import { RosterDone } from './roster-done.tsx';
import { RosterPreviewStep } from './roster-preview.tsx';
import { RosterSource } from './roster-source.tsx';
import { RosterSteps } from './roster-steps.tsx';

type Step =
  | { readonly at: 'source' }
  | { readonly at: 'columns'; readonly preview: RosterPreview }
  | { readonly at: 'preview'; readonly preview: RosterPreview }
  | { readonly at: 'done'; readonly result: RosterImport };

/** A roster as it is being put together. */
export type RosterDraft = {
  readonly csv: string;
  readonly fileName: string | null;
  /** As somebody has said; undefined while the header speaks for itself. */
  readonly columns: RosterColumns | undefined;
  readonly settled: Readonly<Record<string, NameSettling>>;
};

const begin: Step = { at: 'source' };
const nothing: RosterDraft = { csv: '', fileName: null, columns: undefined, settled: {} };

const stepOf = (preview: RosterPreview): Step => ({
  at: preview.columns.email === null || preview.columns.name === null ? 'columns' : 'preview',
  preview,
});

/** Importing a roster in three steps: choose it, check it, see what has become of it. */
export function RosterPage() {
  const { t } = useTranslation('institution');
  const { id = '' } = useParams();
  const cohort = useQuery(cohortQuery(id));
  const [draft, setDraft] = useState(nothing);
  const [step, setStep] = useState<Step>(begin);
  const again = () => {
    setDraft(nothing);
    setStep(begin);
  };
  const change = (changes: Partial<RosterDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const back = () => setStep(begin);
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
          <RosterSteps at={step.at === 'columns' ? 'preview' : step.at} />
          {step.at === 'source' && (
            <RosterSource
              cohortId={id}
              draft={draft}
              onChange={change}
              onChecked={(preview) => setStep(stepOf(preview))}
            />
          )}
          {step.at === 'columns' && (
            <ChooseColumns
              cohortId={id}
              draft={draft}
              preview={step.preview}
              onBack={back}
              onChecked={(columns, preview) => {
                change({ columns });
                setStep(stepOf(preview));
              }}
            />
          )}
          {step.at === 'preview' && (
            <RosterPreviewStep
              cohortId={id}
              cohortName={cohort.data.name}
              draft={draft}
              preview={step.preview}
              onBack={back}
              onColumns={() => setStep({ at: 'columns', preview: step.preview })}
              onChecked={(changes, preview) => {
                change(changes);
                setStep(stepOf(preview));
              }}
              onImported={(result) => setStep({ at: 'done', result })}
            />
          )}
          {step.at === 'done' && (
            <RosterDone cohortId={id} cohortName={cohort.data.name} result={step.result} onAgain={again} />
          )}
        </>
      )}
    </Page>
  );
}
