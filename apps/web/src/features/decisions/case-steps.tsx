import type { Evidence, EvidenceView, PartSource } from '@ennead/contracts';
import { Fragment, type ReactNode } from 'react';
import { ExceptionNotes } from '../../components/exception-notes.tsx';
import { MarksNotes } from '../../components/marks-notes.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { hasEnded, isPending } from '../../lib/has-ended.ts';
import styles from './case-page.module.css';
import { CaseWay } from './case-way.tsx';
import { DecidedStep } from './decided/decided-step.tsx';
import { pastDecisions } from './decided/past-decisions.ts';
import { PastStep } from './decided/past-step.tsx';
import { ProposalStep } from './decided/proposal-step.tsx';
import { DecisionForm } from './form/decision-form.tsx';
import { CarriedStep } from './steps/carried-step.tsx';
import { EarlierStep } from './steps/earlier-step.tsx';
import { ExamStep } from './steps/exam-step.tsx';
import { ExperienceStep } from './steps/experience-step.tsx';
import { LabStep } from './steps/lab-step.tsx';
import { PortfolioStep } from './steps/portfolio-step.tsx';
import { ResultStep } from './steps/result-step.tsx';
import { RulesStep } from './steps/rules-step.tsx';
import { listSteps, type PartStepCode } from './steps/list-steps.ts';
import { Step, useStepTitle } from './steps/step.tsx';
import { StepsContext } from './steps/steps-context.ts';
import { TrailStep } from './steps/trail-step.tsx';

interface Props {
  readonly view: EvidenceView;
  readonly evidence: Evidence;
}

type PartKey = Pick<PartSource, 'partId' | 'dimension'>;

/** The steps in the order in which the data came about; beside them, on wide screens, the way to each. */
export function CaseSteps({ view, evidence }: Props) {
  const { t } = useTranslation('decisions');
  const titleOf = useStepTitle();
  const past = pastDecisions(view);
  const steps = listSteps(evidence, past);
  /** Of a part whose score is carried over there is nothing to show but where it comes from. */
  const partStep = (code: PartStepCode, { partId, dimension }: PartKey, step: ReactNode) => {
    const carried = evidence.carried.find((score) => score.dimension === dimension);
    return (
      <Fragment key={partId}>
        {carried ? <CarriedStep code={code} partId={partId} carried={carried} /> : step}
      </Fragment>
    );
  };
  return (
    <div className={styles.layout}>
      <nav className={styles.contents} aria-label={t('evidence.contents')}>
        <ol role="list">
          {steps.map((step) => (
            <li key={step.id}>
              <a href={`#${step.id}`}>
                <span className={styles.stepNumber}>{step.number}</span>
                {titleOf(step)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles.steps}>
        <StepsContext value={steps}>
          <ExceptionNotes notes={evidence.exceptions} />
          <MarksNotes notes={evidence.questionedMarks} />
          <RulesStep view={view} evidence={evidence} />
          {evidence.earlier.length > 0 && <EarlierStep earlier={evidence.earlier} />}
          {evidence.exams.map((exam) => partStep('exam', exam, <ExamStep exam={exam} />))}
          {evidence.labs.map((lab) => partStep('lab', lab, <LabStep lab={lab} />))}
          {evidence.portfolios.map((portfolio) =>
            partStep('portfolio', portfolio, <PortfolioStep portfolio={portfolio} />),
          )}
          <ExperienceStep evidence={evidence} />
          <ResultStep evidence={evidence} />
          <TrailStep entryId={view.entryId} events={evidence.trail} />
          {past.length > 0 && <PastStep past={past} />}
          <DecisionStep view={view} evidence={evidence} />
          <CaseWay entryId={view.entryId} />
        </StepsContext>
      </div>
    </div>
  );
}

/** What waits for a second person, or was decided; else the form for it; else, while nothing can be decided, why. */
function DecisionStep({ view, evidence }: Props) {
  const { t } = useTranslation('decisions');
  if (view.proposal) return <ProposalStep view={view} proposal={view.proposal} />;
  if (view.decision && !view.isOpen)
    return <DecidedStep view={view} decision={view.decision} timeZone={evidence.scheme.timeZone} />;
  if (!view.isOpen)
    return (
      <Step code="decision" aside={<StateMark tone="neutral">{t('form.closed')}</StateMark>}>
        <p>{t(`form.closedText.${closedBy(view)}`)}</p>
        {view.stateReason && (
          <p className={styles.written}>{t('form.closedReason', { reason: view.stateReason })}</p>
        )}
      </Step>
    );
  const { grant, refuse } = evidence.obstacles;
  const isTooEarly = grant === 'DECISION_INCOMPLETE' && refuse === 'DECISION_INCOMPLETE';
  if (!isTooEarly) return <DecisionForm view={view} evidence={evidence} />;
  return (
    <Step code="decision" aside={<StateMark tone="neutral">{t('form.early')}</StateMark>}>
      <p>{t('form.earlyText')}</p>
    </Step>
  );
}

/** Why nothing is decided on an entry that is neither open nor decided. */
const closedBy = ({ state }: EvidenceView): 'missed' | 'excused' | 'replaced' | 'neverCame' | 'mock' => {
  if (state === 'missed' || state === 'excused' || state === 'replaced') return state;
  return hasEnded(state) || isPending(state) ? 'neverCame' : 'mock';
};
