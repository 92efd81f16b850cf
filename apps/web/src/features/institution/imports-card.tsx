import type { CohortView, ImportView } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Progress } from '../../components/progress.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { cohortQuery, goOnWithImport, importsQuery, undoImport } from '../../queries/cohorts.ts';
import styles from './institution.module.css';
import { useUnsentWords } from './use-unsent-words.ts';
import { useSaveFaulty } from './roster/use-save-faulty.ts';

/** The rosters that were brought in, each with how far it is, what was left out, and a way back. */
export function ImportsCard({ cohort }: { readonly cohort: CohortView }) {
  const { t } = useTranslation('institution');
  const imports = useQuery(importsQuery(cohort.id));
  const [undone, setUndone] = useState<ImportView | null>(null);
  if (imports.error) return <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />;
  if (!imports.data?.length) return null;
  return (
    <Card title={t('imports.title')}>
      <ul role="list" className={styles.imports}>
        {imports.data.map((made) => (
          <li key={made.id}>
            <OneImport cohort={cohort} made={made} onUndo={() => setUndone(made)} />
          </li>
        ))}
      </ul>
      {undone && <UndoImport cohortId={cohort.id} made={undone} onClose={() => setUndone(null)} />}
    </Card>
  );
}

interface OneProps {
  readonly cohort: CohortView;
  readonly made: ImportView;
  readonly onUndo: () => void;
}

function OneImport({ cohort, made, onUndo }: OneProps) {
  const { t } = useTranslation('institution');
  const format = useFormat();
  const client = useQueryClient();
  const saveFaulty = useSaveFaulty(cohort.name);
  const goOn = useAct({
    mutationFn: () => goOnWithImport(cohort.id, made.id),
    onSettled: () => client.invalidateQueries({ queryKey: cohortQuery(cohort.id).queryKey }),
  });
  const { fileName, madeAt, madeBy, invited, leftOut, state, done, total, unanswered } = made;
  return (
    <div className={styles.import}>
      <p>
        <strong>{fileName ?? t('imports.pasted')}</strong>{' '}
        <span className={styles.soft}>
          {t('imports.by', { time: format.dateTime(madeAt), name: madeBy })}
        </span>
      </p>
      <p>
        {t(`imports.state.${state}`)} · {t('imports.invited', { count: invited })}
        {leftOut.length > 0 && ` · ${t('imports.leftOut', { count: leftOut.length })}`}
      </p>
      {(state === 'running' || state === 'stopped') && (
        <Progress
          label={t('imports.progress')}
          value={done}
          max={total}
          text={t('imports.of', { done, total })}
        />
      )}
      <div className={styles.marks}>
        {state === 'stopped' && (
          <Button size="small" icon="play" busy={goOn.isPending} onClick={() => goOn.mutate()}>
            {t('imports.goOn')}
          </Button>
        )}
        {leftOut.length > 0 && (
          <Button size="small" icon="download" onClick={() => saveFaulty(leftOut)}>
            {t('imports.download')}
          </Button>
        )}
        {unanswered > 0 && state !== 'undone' && (
          <Button size="small" icon="left" onClick={onUndo}>
            {t('imports.undo')}
          </Button>
        )}
      </div>
      {goOn.error && <ErrorState error={goOn.error} inline />}
    </div>
  );
}

interface UndoProps {
  readonly cohortId: string;
  readonly made: ImportView;
  readonly onClose: () => void;
}

function UndoImport({ cohortId, made, onClose }: UndoProps) {
  const { t } = useTranslation('institution');
  const client = useQueryClient();
  const words = useUnsentWords();
  const undo = useAct({
    mutationFn: (why: string) => undoImport(cohortId, made.id, why),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: cohortQuery(cohortId).queryKey });
      toast([t('undo.done', answer), ...words.undone(answer)].join(' '));
      onClose();
    },
  });
  return (
    <ReasonDialog
      onClose={onClose}
      onConfirm={undo.mutate}
      title={t('undo.title')}
      confirmLabel={t('undo.confirm', { count: made.unanswered })}
      tone="danger"
      act={undo}
      reason={{
        label: t('withdraw.reason'),
        hint: t('withdraw.reasonHint'),
        fault: t('withdraw.reasonFault'),
      }}
    >
      <p>{t('undo.text')}</p>
    </ReasonDialog>
  );
}
