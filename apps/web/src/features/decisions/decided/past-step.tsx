import type { DecisionRecord } from '@ennead/contracts';
import { DateTime } from '../../../components/date-time.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { gradeOf } from '../../../lib/grade-of.ts';
import styles from '../case-page.module.css';
import { Fact, Facts } from '../steps/facts.tsx';
import { Step } from '../steps/step.tsx';

/** What was decided or asked for on this entry besides: by whom, why, and what the second person wrote. */
export function PastStep({ past }: { readonly past: readonly DecisionRecord[] }) {
  return (
    <Step code="past">
      <ol role="list" className={styles.past}>
        {past.map((decision) => (
          <li key={decision.id}>
            <Past decision={decision} />
          </li>
        ))}
      </ol>
    </Step>
  );
}

function Past({ decision }: { readonly decision: DecisionRecord }) {
  const { t } = useTranslation('decisions');
  const { state, outcome, answer } = decision;
  const grade = gradeOf(decision);
  return (
    <>
      <p className={styles.marks}>
        <strong>
          {t(state === 'rejected' ? `proposal.asks.${outcome}` : `decided.${outcome}`, { grade })}
        </strong>
        <StateMark tone={state === 'effective' ? 'good' : 'neutral'}>{t(`decided.state.${state}`)}</StateMark>
      </p>
      <Facts>
        <Fact label={t('decided.reason')}>
          <span className={styles.written}>{decision.reason}</span>
        </Fact>
        <Fact label={t('decided.certifier')}>{decision.certifierName}</Fact>
        <Fact label={t('decided.at')}>
          <DateTime instant={decision.madeAt} />
        </Fact>
        {answer && (
          <>
            <Fact label={t('past.by')}>{answer.name}</Fact>
            <Fact label={t('decided.confirmReason')}>
              <span className={styles.written}>{answer.reason}</span>
            </Fact>
            <Fact label={t('past.at')}>
              <DateTime instant={answer.at} />
            </Fact>
          </>
        )}
      </Facts>
    </>
  );
}
