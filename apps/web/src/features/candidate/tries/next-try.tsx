import type { NextTryView, OwnEnrolment } from '@ennead/contracts';
import { useId } from 'react';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useCarryText } from './carry-text.ts';
import styles from './tries.module.css';
import type { Entering } from './use-entering.tsx';

interface Props {
  readonly enrolment: OwnEnrolment;
  readonly onChoose: Entering['choose'];
}

/** When the next try may be taken and why not before, what may be carried over, and the way into a session. */
export function NextTry({ enrolment, onChoose }: Props) {
  const { t } = useTranslation('tries');
  const sentence = useNextSentence();
  const id = useId();
  const { next, sessions } = enrolment;
  // The path above says all that there is to say while a try is open.
  if (next.kind === 'refused' && next.code === 'TRY_OPEN') return null;
  const isOver = next.kind === 'refused' && (next.code === 'GRADE_AT_TOP' || next.code === 'TRY_NOT_OFFERED');
  return (
    <section className={styles.next} aria-labelledby={id}>
      <h3 id={id}>{t('next.title')}</h3>
      <p>{sentence(next)}</p>
      {!isOver && <CarryList enrolment={enrolment} />}
      {next.kind === 'allowed' && sessions.length === 0 && <p>{t('next.noSession')}</p>}
      {next.kind === 'allowed' && sessions.length > 0 && (
        <Button onClick={() => onChoose(enrolment, next.number)}>{t('next.choose')}</Button>
      )}
    </section>
  );
}

function CarryList({ enrolment: { carry } }: { readonly enrolment: OwnEnrolment }) {
  const { t } = useTranslation('tries');
  const text = useCarryText();
  if (carry.length === 0) return null;
  return (
    <div className={styles.carry}>
      <h4>{t('next.carryTitle')}</h4>
      <ul role="list">
        {carry.map((option) => (
          <li key={option.dimension}>
            <Icon name={option.verdict.kind === 'carriable' ? 'check' : 'circle'} size={16} />
            <span>{text(option)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useNextSentence(): (next: NextTryView) => string {
  const { t } = useTranslation('tries');
  const format = useFormat();
  return (next) => {
    if (next.kind === 'allowed') return t(`next.allowed.${next.cause}`, { number: next.number });
    switch (next.code) {
      case 'TRY_TOO_EARLY':
        return t('next.tooEarly', { count: next.waitDays, time: format.dateTime(next.earliestAt) });
      case 'TRIES_USED_UP':
        return t('next.usedUp', {
          count: next.most,
          months: next.withinMonths,
          time: format.dateTime(next.earliestAt),
        });
      case 'GRADE_AT_TOP':
        return t('next.top', { grade: next.grade });
      case 'TRY_NOT_OFFERED':
        return t('next.notOffered');
      case 'TRY_OPEN':
        return '';
    }
  };
}
