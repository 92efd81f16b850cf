import type { ExceptionView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { exceptionsQuery } from '../../queries/exceptions.ts';
import { AnswerException } from './answer-exception.tsx';
import styles from './threats.module.css';

const tones = { asked: 'warn', approved: 'good', refused: 'neutral' } as const;

/** Bars that somebody asked to have lifted, with what was answered; answered here by whoever may. */
export function Exceptions() {
  const { t } = useTranslation('exceptions');
  const { data, error, refetch } = useQuery(exceptionsQuery);
  const [answering, setAnswering] = useState<string | null>(null);
  const answered = data?.exceptions.find(({ id }) => id === answering);
  return (
    <Card title={t('title')}>
      <p>{t('lead')}</p>
      {error && <ErrorState error={error} inline onRetry={() => void refetch()} />}
      {data?.exceptions.length === 0 && <p className={styles.soft}>{t('empty')}</p>}
      {data && data.exceptions.length > 0 && (
        <ul className={styles.form} role="list">
          {data.exceptions.map((one) => (
            <Exception key={one.id} one={one} onAnswer={() => setAnswering(one.id)} />
          ))}
        </ul>
      )}
      {answered && <AnswerException exception={answered} onClose={() => setAnswering(null)} />}
    </Card>
  );
}

function Exception({ one, onAnswer }: { readonly one: ExceptionView; readonly onAnswer: () => void }) {
  const { t } = useTranslation('exceptions');
  const { t: tieWords } = useTranslation('ties');
  const format = useFormat();
  const text = useLocalized();
  const { act, ties, person, candidateName, sessionTitle, role, level, state, untilAt } = one;
  const subject =
    candidateName !== null
      ? t('case', { name: candidateName })
      : sessionTitle
        ? t('session')
        : t('cell', { role: t(`common:role.${role}`), level: t(`common:level.${level}`) });
  return (
    <li>
      <div className={styles.facts}>
        <StateMark tone={tones[state]}>{t(state)}</StateMark>
        <strong>{t('wants', { name: person.name, act: t(`act.${act}`) })}</strong>
        <span className={styles.soft}>
          <DateTime instant={one.askedAt} />
        </span>
        {one.mayAnswer && (
          <Button size="small" aria-label={t('answerOf', { name: person.name })} onClick={onAnswer}>
            {t('answer.open')}
          </Button>
        )}
      </div>
      <p>
        {subject}
        {sessionTitle && ` · ${text(sessionTitle)}`}
        {' · '}
        {t('ties', { ties: format.list(ties.map((tie) => tieWords(tie))) })}
        {' · '}
        {untilAt ? (
          <>
            {t('until')} <DateTime instant={untilAt} />
          </>
        ) : (
          t('days', { count: one.days })
        )}
      </p>
      <p>{one.reason}</p>
      {one.answeredBy !== null && (
        <p className={styles.soft}>{t('answerLine', { name: one.answeredBy, answer: one.answer ?? '' })}</p>
      )}
    </li>
  );
}
