import type { MarksAnswer, QuestionedMarks } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { answerMarks, questionedMarksQuery } from '../../queries/questioned-marks.ts';
import styles from './assessment.module.css';
import { useScriptAct } from './use-script-act.ts';
import { useTieText } from './use-tie-text.ts';

interface Props {
  readonly marks: QuestionedMarks;
  readonly onClose: () => void;
}

/** What becomes of marks in question: what may be done depends on whether the case is decided. */
export function AnswerMarks({ marks: { reviewId, code, reviewerName, ties, answers }, onClose }: Props) {
  const { t } = useTranslation('assessment');
  const client = useQueryClient();
  const tieText = useTieText();
  const [chosen, setChosen] = useState<MarksAnswer | null>(null);
  const reason = useReason(t('reasonFault'));
  const close = () => {
    void client.invalidateQueries(questionedMarksQuery);
    onClose();
  };
  const act = useScriptAct({
    send: (body: { answer: MarksAnswer; reason: string }) => answerMarks(reviewId, body),
    said: ({ answer }) => t(`marks.done.${answer}`, { code }),
    onClose: close,
  });
  const confirm = () => {
    const why = reason.take();
    if (why !== null && chosen) act.mutate({ answer: chosen, reason: why });
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={act.close}
      onConfirm={confirm}
      title={t('marks.ask', { code })}
      confirmLabel={t('marks.submit')}
      busy={act.isPending}
      error={act.error}
    >
      <div className={styles.quoted}>
        <span className={styles.faint}>{reviewerName}</span>
        {ties.map((tie) => (
          <span key={tie.tie}>{tieText(tie)}</span>
        ))}
      </div>
      <RadioCards
        legend={t('marks.way')}
        value={chosen}
        onChange={setChosen}
        error={reason.tried && !chosen ? t('marks.wayFault') : null}
        cards={answers.map((value) => ({
          value,
          label: t(`marks.ways.${value}`),
          text: t(`marks.about.${value}`),
        }))}
      />
      <TextArea label={t('marks.reason')} hint={t('marks.reasonHint')} {...reason.area} />
    </ConfirmDialog>
  );
}
