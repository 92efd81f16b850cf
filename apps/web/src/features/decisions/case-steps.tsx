import type { Evidence, EvidenceView } from '@ennead/contracts';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './case-page.module.css';
import { DecidedStep } from './decided/decided-step.tsx';
import { DecisionForm } from './form/decision-form.tsx';
import { ExamStep } from './steps/exam-step.tsx';
import { ExperienceStep } from './steps/experience-step.tsx';
import { LabStep } from './steps/lab-step.tsx';
import { PortfolioStep } from './steps/portfolio-step.tsx';
import { ResultStep } from './steps/result-step.tsx';
import { RulesStep } from './steps/rules-step.tsx';
import { Step, stepCodes } from './steps/step.tsx';
import { TrailStep } from './steps/trail-step.tsx';

interface Props {
  readonly view: EvidenceView;
  readonly evidence: Evidence;
}

/** The steps in the order in which the data came about; beside them, on wide screens, the way to each. */
export function CaseSteps({ view, evidence }: Props) {
  const { t } = useTranslation('decisions');
  return (
    <div className={styles.layout}>
      <nav className={styles.contents} aria-label={t('evidence.contents')}>
        <ol role="list">
          {stepCodes.map((code, index) => (
            <li key={code}>
              <a href={`#${code}`}>
                <span className={styles.stepNumber}>{index + 1}</span>
                {t(`step.${code}`)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles.steps}>
        <RulesStep view={view} evidence={evidence} />
        <ExamStep exam={evidence.exam} />
        <LabStep lab={evidence.lab} />
        <PortfolioStep portfolio={evidence.portfolio} />
        <ExperienceStep evidence={evidence} />
        <ResultStep evidence={evidence} />
        <TrailStep events={evidence.trail} />
        <DecisionStep view={view} evidence={evidence} />
      </div>
    </div>
  );
}

/** What was decided; else the form for it; else, while nothing can be decided, why. */
function DecisionStep({ view, evidence }: Props) {
  const { t } = useTranslation('decisions');
  if (view.decision) return <DecidedStep view={view} decision={view.decision} />;
  const isTooEarly = evidence.result.compositeTenThousandths === null && !evidence.mayRefuse;
  if (!isTooEarly) return <DecisionForm view={view} evidence={evidence} />;
  return (
    <Step code="decision" aside={<StateMark tone="neutral">{t('form.early')}</StateMark>}>
      <p>{t('form.earlyText')}</p>
    </Step>
  );
}
