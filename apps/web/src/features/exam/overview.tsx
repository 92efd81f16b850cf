import type { PublicItem } from '@ennead/contracts';
import type { RefObject } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { answerOf, isAnswered, type AnswerQueue } from './answer-queue.ts';
import styles from './overview.module.css';

interface Props {
  readonly items: readonly PublicItem[];
  readonly queue: AnswerQueue;
  readonly current: number;
  readonly onGo: (at: number) => void;
  readonly onHandIn: () => void;
  readonly canHandIn: boolean;
  readonly currentRef?: RefObject<HTMLButtonElement | null>;
}

/** Every item as a square: answered, flagged, open, current; each said in words too. */
export function Overview({ items, queue, current, onGo, onHandIn, canHandIn, currentRef }: Props) {
  const { t } = useTranslation('exam');
  const answers = items.map((item) => answerOf(queue, item.id));
  const answered = answers.filter(isAnswered).length;
  const flagged = answers.filter((answer) => answer.flagged).length;
  return (
    <div className={styles.overview}>
      <p className={styles.count}>{t('overview.count', { answered, flagged, total: items.length })}</p>
      <ol role="list" className={styles.grid}>
        {answers.map((answer, at) => (
          <li key={items[at]?.id}>
            <Square
              number={at + 1}
              isAnswered={isAnswered(answer)}
              isFlagged={answer.flagged}
              isCurrent={at === current}
              onGo={() => onGo(at)}
              buttonRef={at === current ? currentRef : undefined}
            />
          </li>
        ))}
      </ol>
      <Legend />
      <Button wide disabled={!canHandIn} onClick={onHandIn}>
        {t('overview.handIn')}
      </Button>
    </div>
  );
}

interface SquareProps {
  readonly number: number;
  readonly isAnswered: boolean;
  readonly isFlagged: boolean;
  readonly isCurrent: boolean;
  readonly onGo: () => void;
  readonly buttonRef?: RefObject<HTMLButtonElement | null> | undefined;
}

function Square({ number, isAnswered: answered, isFlagged, isCurrent, onGo, buttonRef }: SquareProps) {
  const { t } = useTranslation('exam');
  const format = useFormat();
  const states = [
    t(answered ? 'overview.answered' : 'overview.open'),
    ...(isFlagged ? [t('overview.flagged')] : []),
  ];
  return (
    <button
      ref={buttonRef}
      type="button"
      className={styles.square}
      data-answered={answered}
      aria-current={isCurrent ? 'step' : undefined}
      aria-label={t('overview.item', { number, states: format.list(states) })}
      onClick={onGo}
    >
      {number}
      {isFlagged && (
        <span className={styles.flag}>
          <Icon name="flag" size={12} />
        </span>
      )}
    </button>
  );
}

function Legend() {
  const { t } = useTranslation('exam');
  return (
    <ul role="list" className={styles.legend} aria-hidden="true">
      <li>
        <span className={styles.sample} data-answered="true" />
        {t('overview.answered')}
      </li>
      <li>
        <span className={styles.sample} />
        {t('overview.open')}
      </li>
      <li>
        <Icon name="flag" size={14} />
        {t('overview.flagged')}
      </li>
      <li>
        <span className={styles.sample} data-current="true" />
        {t('overview.current')}
      </li>
    </ul>
  );
}
