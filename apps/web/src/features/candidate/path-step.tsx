import type { OwnEntry } from '@ennead/contracts';
import { formatScore } from '@ennead/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import styles from './candidate-page.module.css';
import type { PathPart } from './describe-parts.ts';

interface Props {
  readonly part: PathPart;
  readonly entry: OwnEntry;
  readonly isNext: boolean;
  /** What to do now, on the step that comes next. */
  readonly children: ReactNode;
}

export function PathStep({ part, entry, isNext, children }: Props) {
  const { t, locale } = useTranslation('candidate');
  const format = useFormat();
  return (
    <li className={styles.step} data-next={isNext} aria-current={isNext ? 'step' : undefined}>
      <span className={styles.mark} data-done={part.scoreCents !== null} aria-hidden="true">
        {part.number}
      </span>
      <div className={styles.words}>
        <div className={styles.stepHead}>
          <h3>{t(`parts.${part.name}.name`)}</h3>
          <StateMark tone={part.tone}>{t(`states.${part.state}`)}</StateMark>
          {part.scoreCents !== null && (
            <span className={styles.score}>{t('score', { score: formatScore(part.scoreCents) })}</span>
          )}
        </div>
        <p className={styles.about}>
          {t(`parts.${part.name}.about`)}
          {part.minutes !== null && part.state === 'not-started' && !isNext && (
            <>
              {locale === 'en' && ' '}
              {t('minutes', { count: part.minutes })}
            </>
          )}
        </p>
        {part.submittedAt && (
          <p className={styles.about}>{t('submittedAt', { time: format.dateTime(part.submittedAt) })}</p>
        )}
        <PartLink part={part} entry={entry} isNext={isNext} />
        {children}
      </div>
    </li>
  );
}

/** Where there is something to look at, or something to do before its turn. */
function PartLink({ part, entry, isNext }: Omit<Props, 'children'>) {
  const { t } = useTranslation('candidate');
  const localized = useLocalized();
  const { exam, lab, portfolio } = entry;
  if (part.name === 'exam' && exam.state === 'scored')
    return <Link to={`/exam/${exam.attemptId}/report`}>{t('parts.exam.report')}</Link>;
  if (part.name === 'lab' && lab.labSessionId && lab.state !== 'open')
    // The lab has a content security policy of its own, which only a full load brings.
    return <a href={`/lab/${lab.labSessionId}`}>{t('parts.lab.look')}</a>;
  if (part.name === 'lab' && lab.title && lab.state === 'not-started')
    return <p className={styles.about}>{t('parts.lab.task', { title: localized(lab.title) })}</p>;
  if (part.name === 'portfolio' && !isNext)
    return (
      <Link to={`/portfolio/${entry.id}`}>
        {t(
          portfolio.state === 'not-started' || portfolio.state === 'draft'
            ? 'parts.portfolio.ahead'
            : 'parts.portfolio.look',
        )}
      </Link>
    );
  return null;
}
