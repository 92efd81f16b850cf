import type { AssignedScript, ReportedProblem } from '@ennead/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useReason } from '../../lib/form/use-reason.ts';
import { answerProblem } from '../../queries/assessment.ts';
import styles from './assessment.module.css';
import { useScriptAct } from './use-script-act.ts';

interface Props {
  readonly script: AssignedScript;
  readonly problem: ReportedProblem;
  readonly onClose: () => void;
}

const ways = ['goesOn', 'elsewhere'] as const;
type Way = (typeof ways)[number];

/** What the reviewer reported, and what becomes of it: the marking goes on, or the script goes to somebody else. */
export function AnswerDialog({ script, problem, onClose }: Props) {
  const { t } = useTranslation('assessment');
  const format = useFormat();
  const [way, setWay] = useState<Way | null>(null);
  const reason = useReason(t('reasonFault'));
  const { code, reviewer } = script;
  const act = useScriptAct({
    send: ({ chosen, why }: { chosen: Way; why: string }) =>
      answerProblem(problem.id, { goesOn: chosen === 'goesOn', reason: why }),
    said: ({ chosen }) => t(`answer.done.${chosen}`, { code }),
    onClose,
  });
  const confirm = () => {
    const why = reason.take();
    if (why !== null && way) act.mutate({ chosen: way, why });
  };
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={act.close}
      onConfirm={confirm}
      title={t('answer.title', { code })}
      confirmLabel={t('answer.submit')}
      busy={act.isPending}
      error={act.error}
    >
      <div className={styles.quoted}>
        <span className={styles.faint}>
          {t('answer.reported', {
            name: reviewer.name,
            time: format.dateTime(problem.reportedAt),
            problem: t(`common:scriptProblem.${problem.problem}`),
          })}
        </span>
        <p className={styles.written}>{problem.reason}</p>
      </div>
      <RadioCards
        legend={t('answer.way')}
        value={way}
        onChange={setWay}
        error={reason.tried && !way ? t('answer.wayFault') : null}
        cards={ways.map((value) => ({
          value,
          label: t(`answer.ways.${value}`),
          text: t(`answer.about.${value}`),
        }))}
      />
      <TextArea label={t('answer.reason')} hint={t('answer.reasonHint')} {...reason.area} />
    </ConfirmDialog>
  );
}
