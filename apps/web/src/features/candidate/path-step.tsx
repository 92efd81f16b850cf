import type { OwnEntry } from '@ennead/contracts';
import { formatScore } from '@ennead/contracts';
import type { ReactNode } from 'react';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { usePartWords } from '../../lib/part-words.ts';
import styles from './candidate-page.module.css';
import type { PathPart } from './describe-parts.ts';
import { carriedFor } from './next-step.ts';
import { PartLink } from './part-link.tsx';

interface Props {
  readonly step: PathPart;
  readonly entry: OwnEntry;
  readonly isNext: boolean;
  /** What to do now, on the step that comes next. */
  readonly children: ReactNode;
}

export function PathStep({ step, entry, isNext, children }: Props) {
  const { t } = useTranslation('candidate');
  const words = usePartWords();
  const { part, place, number, standing, tone } = step;
  const scoreCents = carriedFor(part, entry)?.scoreCents ?? part.scoreCents;
  return (
    <li className={styles.step} data-next={isNext} aria-current={isNext ? 'step' : undefined}>
      <span className={styles.mark} data-done={scoreCents !== null} aria-hidden="true">
        {number}
      </span>
      <div className={styles.words}>
        <div className={styles.stepHead}>
          <h3>{words.title(place)}</h3>
          <StateMark tone={tone}>{t(`states.${standing}`)}</StateMark>
          {scoreCents !== null && (
            <span className={styles.score}>{t('score', { score: formatScore(scoreCents) })}</span>
          )}
        </div>
        <About step={step} isNext={isNext} />
        <Dates step={step} entry={entry} isNext={isNext} />
        {standing !== 'carried' && <PartLink part={part} entry={entry} isNext={isNext} />}
        {children}
      </div>
    </li>
  );
}

/** What kind of part it is, said once of several; how much it counts; how long it takes. */
function About({ step, isNext }: Pick<Props, 'step' | 'isNext'>) {
  const { t, locale } = useTranslation('candidate');
  const words = usePartWords();
  const { part, place, standing, minutes } = step;
  const share = words.counts(place);
  const sentences = [
    place.number === 1 && t(`about.${part.kind}`),
    share && t('sentence', { text: share }),
    minutes !== null && standing === 'not-started' && !isNext && t('minutes', { count: minutes }),
  ].filter(Boolean);
  if (sentences.length === 0) return null;
  return <p className={styles.about}>{sentences.join(locale === 'en' ? ' ' : '')}</p>;
}

function Dates({ step, entry, isNext }: Omit<Props, 'children'>) {
  const { t } = useTranslation('candidate');
  const format = useFormat();
  const { part, standing, ownClosing } = step;
  if (standing === 'carried') return null;
  if (part.submittedAt)
    return <p className={styles.about}>{t('submittedAt', { time: format.dateTime(part.submittedAt) })}</p>;
  if ((standing === 'missed' || standing === 'unsubmitted') && entry.state === 'entered')
    return <p className={styles.when}>{t(`next.${standing}`, { time: format.dateTime(part.closesAt) })}</p>;
  // The step that comes next says until when by itself.
  if (ownClosing && !isNext)
    return <p className={styles.about}>{t('closesAt', { time: format.dateTime(ownClosing) })}</p>;
  return null;
}
