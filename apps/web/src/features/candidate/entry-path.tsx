import type { OwnEntry } from '@ennead/contracts';
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

/** One entry as one path: three parts, then the result. What comes next stands open on it. */
export function EntryPath({ entry }: { readonly entry: OwnEntry }) {
  const { t } = useTranslation('candidate');
  const localized = useLocalized();
  const next = findNextStep(entry);
  const nextPart = partOfStep[next];
  const headingId = `entry-${entry.id}`;
  return (
    <section className={styles.entry} aria-labelledby={headingId}>
      <header className={styles.head}>
        <h2 id={headingId}>
          {t(`common:role.${entry.role}`)} · {t(`common:level.${entry.level}`)}
        </h2>
        <p className={styles.session}>
          {localized(entry.title)}
          {entry.cohortName && ` · ${entry.cohortName}`}
        </p>
      </header>
      {next === 'decided' && <DecidedResult entry={entry} />}
      <ol role="list" className={styles.path}>
        {describeParts(entry).map((part) => (
          <PathStep key={part.name} part={part} entry={entry} isNext={part.name === nextPart}>
            {part.name === nextPart && <NextAction entry={entry} next={next} />}
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
