import type { OwnEnrolment } from '@ennead/contracts';
import { useId } from 'react';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useNextSentence } from '../../../lib/next-sentence.ts';
import { useCarryText } from './carry-text.ts';
import { useCountedText } from './counted-text.ts';
import { takenBackIn } from './taken-back-in.ts';
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
  const counted = useCountedText()(enrolment);
  const id = useId();
  const { next } = enrolment;
  // The path above says all that there is to say while a try is open.
  if (next.kind === 'refused' && next.code === 'TRY_OPEN') return null;
  const isOver = next.kind === 'refused' && (next.code === 'GRADE_AT_TOP' || next.code === 'TRY_NOT_OFFERED');
  const hasSession = !isOver && enrolment.sessions.some(({ entering }) => entering.kind === 'allowed');
  return (
    <section className={styles.next} aria-labelledby={id}>
      <h3 id={id}>{t('next.title')}</h3>
      <p>{sentence(next)}</p>
      {counted && <p>{counted}</p>}
      {!isOver && <CarryList enrolment={enrolment} />}
      {next.kind === 'allowed' && !hasSession && <p>{t('next.noSession')}</p>}
      {next.kind === 'refused' && hasSession && <p>{t('next.ahead')}</p>}
      {hasSession && <Button onClick={() => onChoose(enrolment)}>{t('next.choose')}</Button>}
    </section>
  );
}

function CarryList({ enrolment: { carry, tries } }: { readonly enrolment: OwnEnrolment }) {
  const { t } = useTranslation('tries');
  const text = useCarryText();
  const takenBack = takenBackIn(tries);
  if (carry.length === 0 && takenBack.length === 0) return null;
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
        {takenBack.map((number) => (
          <li key={number}>
            <Icon name="circle" size={16} />
            <span>{t('next.takenBack', { number })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
