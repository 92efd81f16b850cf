import type { QuestionedMarks } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { questionedMarksQuery } from '../../queries/questioned-marks.ts';
import { AnsweredMarksTable } from './answered-marks-table.tsx';
import { AnswerMarks } from './answer-marks.tsx';
import styles from './assessment.module.css';
import { QuestionedTable } from './questioned-table.tsx';

/** Marks whose author was tied to the candidate, as came to light since; answered here by whoever nothing ties. */
export function QuestionedCard() {
  const { t } = useTranslation('assessment');
  const { data, error, refetch } = useQuery(questionedMarksQuery);
  const [asked, setAsked] = useState<QuestionedMarks | null>(null);
  return (
    <Card title={t('marks.title')}>
      <p className={styles.soft}>{t('marks.lead')}</p>
      {error && <ErrorState error={error} inline onRetry={() => void refetch()} />}
      {data && <QuestionedTable marks={data.waiting} onAnswer={setAsked} />}
      {data && data.answered.length > 0 && <AnsweredMarksTable marks={data.answered} />}
      {asked && <AnswerMarks marks={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}
