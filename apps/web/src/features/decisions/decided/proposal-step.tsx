import type { DecisionView, EvidenceView } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { GradeMark } from '../../../components/grade-mark.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from '../case-page.module.css';
import { Fact, Facts } from '../steps/facts.tsx';
import { Step } from '../steps/step.tsx';
import { AnswerDialog, type Answer } from './answer-dialog.tsx';

interface Props {
  readonly view: EvidenceView;
  readonly proposal: DecisionView;
}

/** What was proposed near a line, and the second person's answer to it. */
export function ProposalStep({ view, proposal }: Props) {
  const { t } = useTranslation('decisions');
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <Step code="decision" aside={<StateMark tone="active">{t('decided.state.proposed')}</StateMark>}>
      <p>{t(view.isProposer ? 'proposal.ownText' : 'proposal.text')}</p>
      <div className={styles.outcome}>
        <GradeMark grade={proposal.grade} size="medium" tone="ink" label="" />
        <strong>{t(`decided.${proposal.outcome}`, { grade: proposal.grade ?? '' })}</strong>
      </div>
      <Facts>
        <Fact label={t('decided.reason')}>
          <span className={styles.written}>{proposal.reason}</span>
        </Fact>
        <Fact label={t('proposal.by')}>{proposal.certifierName}</Fact>
        <Fact label={t('decided.at')}>
          <DateTime instant={proposal.decidedAt} />
        </Fact>
        <Fact label={t('decided.experience')}>
          {t(proposal.experience.met ? 'decided.experienceMet' : 'decided.experienceUnmet', {
            years: proposal.experience.years,
          })}
        </Fact>
        <Fact label={t('decided.note')}>{proposal.experience.note}</Fact>
      </Facts>
      {!view.isProposer && (
        <div className={styles.actions}>
          <Button tone="primary" size="large" onClick={() => setAnswer('confirm')}>
            {t('proposal.confirm')}
          </Button>
          <Button size="large" onClick={() => setAnswer('reject')}>
            {t('proposal.reject')}
          </Button>
        </div>
      )}
      <AnswerDialog view={view} proposal={proposal} answer={answer} onClose={() => setAnswer(null)} />
    </Step>
  );
}
