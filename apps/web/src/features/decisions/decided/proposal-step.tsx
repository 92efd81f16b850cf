import type { DecisionView, EvidenceView } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { GradeMark } from '../../../components/grade-mark.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { gradeOf } from '../../../lib/grade-of.ts';
import styles from '../case-page.module.css';
import { Fact, Facts } from '../steps/facts.tsx';
import { Step } from '../steps/step.tsx';
import type { Answer } from '../../../queries/decisions.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { OtherTries } from './other-tries.tsx';
import { ExperienceFacts } from './experience-facts.tsx';
import { withdrawalReach } from './withdrawal-reach.ts';

interface Props {
  readonly view: EvidenceView;
  readonly proposal: DecisionView;
}

/** What was proposed, a decision near a line or a withdrawal, and the second person's answer to it. */
export function ProposalStep({ view, proposal }: Props) {
  const { t } = useTranslation('decisions');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { decision } = view;
  const isWithdrawal = proposal.outcome === 'withdraw';
  const kind = isWithdrawal ? 'withdrawal' : 'decision';
  const textKey = isWithdrawal ? (`withdrawal.${withdrawalReach(view)}` as const) : 'decision';
  return (
    <Step code="decision" aside={<StateMark tone="active">{t('decided.state.proposed')}</StateMark>}>
      <p>{t(`proposal.${view.isProposer ? 'ownText' : 'text'}.${textKey}`)}</p>
      <div className={styles.outcome}>
        <GradeMark grade={proposal.grade} size="medium" tone="ink" label="" />
        <strong>{t(`proposal.asks.${proposal.outcome}`, { grade: gradeOf(proposal) })}</strong>
      </div>
      <Facts>
        <Fact label={t('decided.reason')}>
          <span className={styles.written}>{proposal.reason}</span>
        </Fact>
        <Fact label={t('proposal.by')}>{proposal.certifierName}</Fact>
        <Fact label={t('decided.at')}>
          <DateTime instant={proposal.decidedAt} />
        </Fact>
        <ExperienceFacts decision={proposal} />
        {kind === 'withdrawal' && decision && (
          <>
            <Fact label={t('proposal.grantedBy')}>{decision.certifierName}</Fact>
            <Fact label={t('proposal.grantedFor')}>
              <span className={styles.written}>{decision.reason}</span>
            </Fact>
            <Fact label={t('proposal.grantedAt')}>
              <DateTime instant={decision.decidedAt} />
            </Fact>
            <Fact label={t('decided.confirmedBy')}>{decision.confirmedBy}</Fact>
            <Fact label={t('decided.confirmReason')}>
              {decision.confirmReason && <span className={styles.written}>{decision.confirmReason}</span>}
            </Fact>
            <Fact label={t('decided.number')}>{decision.credential?.number}</Fact>
          </>
        )}
      </Facts>
      {kind === 'withdrawal' && <OtherTries view={view} />}
      {view.proposalObstacle && (
        <StateMark tone="warn" isSentence>
          {t(view.isProposer ? 'proposal.lapsedOwn' : 'proposal.lapsed')}
        </StateMark>
      )}
      {!view.isProposer && (
        <div className={styles.actions}>
          {!view.proposalObstacle && (
            <Button tone="primary" size="large" onClick={() => setAnswer('confirm')}>
              {t(`proposal.confirm.${kind}`)}
            </Button>
          )}
          <Button size="large" onClick={() => setAnswer('reject')}>
            {t('proposal.reject')}
          </Button>
        </div>
      )}
      {answer && (
        <AnswerDialog view={view} proposal={proposal} answer={answer} onClose={() => setAnswer(null)} />
      )}
    </Step>
  );
}
