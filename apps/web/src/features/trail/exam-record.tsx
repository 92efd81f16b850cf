import { optionLetters, type RecordedAnswer, type RecordedExam } from '@ennead/contracts';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ItemLine, ItemText } from '../../components/item-text.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { StateMark, type StateTone } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { answerText } from './answer-text.ts';
import { Sheet } from './sheet.tsx';
import styles from './trail.module.css';

const tones: Record<NonNullable<RecordedAnswer['credit']>['outcome'], StateTone> = {
  right: 'good',
  partial: 'warn',
  wrong: 'bad',
  unanswered: 'neutral',
  unreadable: 'warn',
};

/** A sitting item by item: what was asked, every save of what was answered, and what was credited. */
export function ExamRecord({ exam }: { readonly exam: RecordedExam }) {
  const { t } = useTranslation('trail');
  const format = useFormat();
  const [shown, setShown] = useState<'all' | 'withAnswer'>('all');
  const { startedAt, submittedAt, submitCause, answers } = exam;
  if (startedAt === null) return <p>{t('record.none')}</p>;
  const numbered = answers.map((answer, at) => ({ answer, number: at + 1 }));
  const fitting = numbered.filter(({ answer }) => shown === 'all' || answer.saves.length > 0);
  const from = format.dateTimeSec(startedAt);
  return (
    <>
      <p className={styles.faint}>
        {submittedAt === null
          ? t('exam.open', { from })
          : [
              t('exam.sat', { from, to: format.dateTimeSec(submittedAt) }),
              t(submitCause === 'expiry' ? 'exam.byExpiry' : 'exam.byCandidate'),
            ].join(' · ')}
      </p>
      <RadioCards
        legend={t('exam.filter')}
        value={shown}
        onChange={setShown}
        cards={(['all', 'withAnswer'] as const).map((value) => ({ value, label: t(`exam.${value}`) }))}
      />
      {fitting.length === 0 && <EmptyState title={t('exam.noneAnswered')} />}
      <ol role="list" className={styles.items} aria-label={t('exam.caption')}>
        {fitting.map(({ answer, number }) => (
          <li key={answer.itemId}>
            <Item answer={answer} number={number} />
          </li>
        ))}
      </ol>
    </>
  );
}

interface ItemProps {
  readonly answer: RecordedAnswer;
  readonly number: number;
}

function Item({ answer, number }: ItemProps) {
  const { t, locale } = useTranslation('trail');
  const { item, itemId, credit, saves } = answer;
  return (
    <details className={styles.item}>
      <summary>
        <span className={styles.summary}>
          <strong>{t('exam.item', { number })}</strong>
          {credit && (
            <>
              <StateMark tone={tones[credit.outcome]}>{t(`exam.outcome.${credit.outcome}`)}</StateMark>
              <span>{t('exam.credit', { earned: credit.earned, of: credit.of })}</span>
            </>
          )}
          <span className={styles.faint}>{t('exam.saves', { count: saves.length })}</span>
        </span>
      </summary>
      <div className={styles.body}>
        {item ? <ItemText>{item.stem[locale]}</ItemText> : <p>{t('exam.gone', { id: itemId })}</p>}
        {item?.options && (
          <ul role="list" className={styles.options}>
            {item.options.map(({ id, text }, at) => (
              <li key={id}>
                <span>{optionLetters[at]}</span>
                <ItemLine>{text[locale]}</ItemLine>
              </li>
            ))}
          </ul>
        )}
        <Saves answer={answer} number={number} />
      </div>
    </details>
  );
}

/** Each save as it was acknowledged, the first one first. */
function Saves({ answer: { item, saves }, number }: ItemProps) {
  const { t, locale } = useTranslation('trail');
  const format = useFormat();
  if (saves.length === 0) return <p className={styles.faint}>{t('exam.neverSaved')}</p>;
  return (
    <Sheet
      caption={t('exam.history', { number })}
      head={[t('exam.revision'), t('exam.value'), t('exam.flag'), t('exam.savedAt'), t('exam.page')]}
      rows={saves.map(({ revision, value, flagged, savedAt, page }) => [
        revision,
        <span key="value" className={styles.value} translate="no">
          {answerText(value, item, t, locale)}
        </span>,
        flagged && t('exam.flagged'),
        <time key="at" dateTime={savedAt} className={styles.oneLine}>
          {format.dateTimeSec(savedAt)}
        </time>,
        t('exam.pageText', { page }),
      ])}
    />
  );
}
