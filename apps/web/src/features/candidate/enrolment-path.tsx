import type { OwnEnrolment } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './candidate-page.module.css';
import { DecidedResult } from './decided-result.tsx';
import { NextAction } from './next-action.tsx';
import { findNextStep, type NextStep } from './next-step.ts';
import { PathStep } from './path-step.tsx';
import { describeParts } from './describe-parts.ts';

const partOfStep: Partial<Record<NextStep, 'exam' | 'lab' | 'portfolio'>> = {
  'exam-resume': 'exam',
  'exam-wait': 'exam',
  'exam-start': 'exam',
  'exam-missed': 'exam',
  'lab-resume': 'lab',
  'lab-start': 'lab',
  'lab-missed': 'lab',
  portfolio: 'portfolio',
};

/** One enrolment as one path: three parts, then the result. What comes next stands open on it. */
export function EnrolmentPath({ enrolment }: { readonly enrolment: OwnEnrolment }) {
  const { t } = useTranslation('candidate');
  const localized = useLocalized();
  const next = findNextStep(enrolment);
  const nextPart = partOfStep[next];
  const headingId = `enrolment-${enrolment.id}`;
  return (
    <section className={styles.enrolment} aria-labelledby={headingId}>
      <header className={styles.head}>
        <h2 id={headingId}>
          {t(`common:role.${enrolment.role}`)} · {t(`common:level.${enrolment.level}`)}
        </h2>
        <p className={styles.session}>
          {localized(enrolment.title)}
          {enrolment.cohortName && ` · ${enrolment.cohortName}`}
        </p>
      </header>
      {next === 'decided' && <DecidedResult enrolment={enrolment} />}
      <ol role="list" className={styles.path}>
        {describeParts(enrolment).map((part) => (
          <PathStep key={part.name} part={part} enrolment={enrolment} isNext={part.name === nextPart}>
            {part.name === nextPart && <NextAction enrolment={enrolment} next={next} />}
          </PathStep>
        ))}
        {next !== 'decided' && (
          <li className={styles.step} data-next={nextPart === undefined}>
            <span className={styles.mark} aria-hidden="true">
              4
            </span>
            <div className={styles.words}>
              <div className={styles.stepHead}>
                <h3>{t('result.name')}</h3>
              </div>
              <p className={styles.about}>
                {t(next === 'await-decision' || next === 'await-scores' ? `next.${next}` : 'result.later')}
              </p>
            </div>
          </li>
        )}
      </ol>
    </section>
  );
}
