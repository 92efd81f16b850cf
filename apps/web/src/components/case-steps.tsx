import type { AuditEventView } from '@ennead/contracts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { auditDetail } from '../lib/audit-detail.ts';
import { auditText } from '../lib/audit-text.ts';
import { foldSteps, type FoldedStep, type Stage } from '../lib/fold-steps.ts';
import { useFormat } from '../lib/format.ts';
import styles from './case-steps.module.css';
import { Checkbox } from './checkbox.tsx';

interface Props {
  /** Oldest first. */
  readonly events: readonly AuditEventView[];
  /** Beside the heading of a stage: where one sees what it was about. */
  readonly asideOf?: (stage: Stage) => ReactNode;
  readonly headingLevel?: 2 | 3;
}

/** Every recorded step of a case in words, by stage; what was done again and again is one line that opens. */
export function CaseSteps({ events, asideOf, headingLevel = 2 }: Props) {
  const { t } = useTranslation('trail');
  // Actions carry the names that administrators read in the audit trail.
  useTranslation('admin');
  const [toTheSecond, setToTheSecond] = useState(false);
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={styles.stages}>
      <Checkbox
        label={t('seconds')}
        checked={toTheSecond}
        onChange={(event) => setToTheSecond(event.target.checked)}
      />
      {foldSteps(events).map(({ stage, steps }) => (
        <section key={stage} className={styles.stage}>
          <header>
            <Heading>{t(`stage.${stage}`)}</Heading>
            {asideOf?.(stage)}
          </header>
          <ol role="list" className={styles.steps}>
            {steps.map((step) => (
              <Step key={step.first.id} step={step} toTheSecond={toTheSecond} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

interface StepProps {
  readonly step: FoldedStep<AuditEventView>;
  readonly toTheSecond: boolean;
}

function Step({ step: { first, events }, toTheSecond }: StepProps) {
  const { t } = useTranslation('trail');
  const last = events.at(-1) ?? first;
  return (
    <li className={styles.step}>
      <span className={styles.time}>
        <At instant={first.at} toTheSecond={toTheSecond} />
      </span>
      <span className={styles.what}>
        {events.length === 1 ? (
          <>
            {auditText(first)}
            <More event={first} />
          </>
        ) : (
          <details>
            <summary>
              {auditText(first)} {t('times', { count: events.length })}
            </summary>
            <ol role="list">
              {events.map((event) => (
                <li key={event.id}>
                  <At instant={event.at} toTheSecond={toTheSecond} />
                  <More event={event} />
                </li>
              ))}
            </ol>
          </details>
        )}
      </span>
      <span className={styles.who}>{last.actor?.name ?? t('platform')}</span>
    </li>
  );
}

function At({ instant, toTheSecond }: { readonly instant: string; readonly toTheSecond: boolean }) {
  const format = useFormat();
  return (
    <time dateTime={instant}>{toTheSecond ? format.dateTimeSec(instant) : format.dateTime(instant)}</time>
  );
}

/** What was recorded with it, in words. */
function More({ event }: { readonly event: AuditEventView }) {
  const lines = auditDetail(event);
  return lines.length > 0 && <span className={styles.more}>{lines.join(' · ')}</span>;
}
