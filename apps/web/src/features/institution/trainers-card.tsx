import type { CohortView } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { ChooseTrainers } from './choose-trainers.tsx';
import styles from './institution.module.css';

interface Props {
  readonly cohort: CohortView;
  readonly isManager: boolean;
}

/** Who trains the cohort, and what that keeps them from. */
export function TrainersCard({ cohort, isManager }: Props) {
  const { t } = useTranslation('institution');
  const format = useFormat();
  const [choosing, setChoosing] = useState(false);
  return (
    <Card
      title={t('trainers.title')}
      aside={
        isManager && (
          <Button size="small" icon="people" onClick={() => setChoosing(true)}>
            {t('trainers.change')}
          </Button>
        )
      }
    >
      <p>
        {cohort.trainers.length > 0
          ? format.list(cohort.trainers.map(({ name }) => name))
          : t('trainers.none')}
      </p>
      <p className={styles.soft}>{t('trainers.rule')}</p>
      {choosing && <ChooseTrainers cohort={cohort} onClose={() => setChoosing(false)} />}
    </Card>
  );
}
