import type { CohortView } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { cohortsQuery, setTrainers, trainersQuery } from '../../queries/cohorts.ts';
import styles from './institution.module.css';

interface Props {
  readonly cohort: CohortView;
  readonly onClose: () => void;
}

export function ChooseTrainers({ cohort, onClose }: Props) {
  const { t } = useTranslation('institution');
  const client = useQueryClient();
  const trainers = useQuery(trainersQuery);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(cohort.trainers.map(({ id }) => id)));
  const save = useAct({
    mutationFn: () => setTrainers(cohort.id, [...chosen]),
    onSuccess: async () => {
      await client.invalidateQueries(cohortsQuery);
      toast(t('trainers.saved'));
      onClose();
    },
  });
  const toggle = (id: string, checked: boolean) => {
    const next = new Set(chosen);
    if (checked) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('trainers.dialog')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button
            tone="primary"
            busy={save.isPending}
            disabled={!trainers.data?.length}
            onClick={() => save.mutate()}
          >
            {t('trainers.save')}
          </Button>
        </>
      }
    >
      <p className={styles.soft}>{t('trainers.rule')}</p>
      {trainers.isPending && <Loading lines={3} />}
      {trainers.error && <ErrorState error={trainers.error} onRetry={() => void trainers.refetch()} inline />}
      {trainers.data?.length === 0 && <p>{t('trainers.empty')}</p>}
      {trainers.data && trainers.data.length > 0 && (
        <fieldset>
          <legend className={styles.legend}>{t('trainers.legend')}</legend>
          {trainers.data.map(({ id, name, email }) => (
            <Checkbox
              key={id}
              label={name}
              hint={email}
              checked={chosen.has(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
          ))}
        </fieldset>
      )}
      {save.error && <ErrorState error={save.error} inline />}
    </Dialog>
  );
}
