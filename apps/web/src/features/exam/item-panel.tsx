import type { PublicItem } from '@ennead/contracts';
import { useEffect, useId, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { ItemText } from '../../components/item-text.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Answer } from './answer-queue.ts';
import { isAnswered } from './answer-queue.ts';
import { choicesOf } from './choices.ts';
import { ChoiceList } from './choice-list.tsx';
import styles from './item-panel.module.css';
import { TextAnswer } from './text-answer.tsx';

interface Props {
  readonly item: PublicItem;
  readonly number: number;
  readonly total: number;
  readonly answer: Answer;
  readonly readOnly: boolean;
  readonly onChange: (answer: Answer) => void;
  readonly onType: (answer: Answer) => void;
  readonly onLeave: () => void;
}

/** One item: what is asked, and where it is answered. */
export function ItemPanel({ item, number, total, answer, readOnly, onChange, onType, onLeave }: Props) {
  const { t, locale } = useTranslation('exam');
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(item.id);
  useEffect(() => {
    if (shown.current === item.id) return;
    shown.current = item.id;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [item.id]);

  const { value, flagged } = answer;
  const choices = choicesOf(item, value, locale, { true: t('item.true'), false: t('item.false') });
  return (
    <article className={styles.item} aria-labelledby={`${id}-number`}>
      <h2 id={`${id}-number`} ref={heading} tabIndex={-1} className={styles.heading}>
        <span>{t('item.heading', { number })}</span>
        <span className={styles.of}>{t('item.of', { total })}</span>
        {flagged && <span className="visually-hidden">{t('overview.flagged')}</span>}
      </h2>
      <div id={`${id}-stem`} className={styles.stem}>
        <ItemText>{item.stem[locale]}</ItemText>
      </div>
      <p className={styles.type} id={`${id}-type`}>
        {t(`item.${item.type}`)}
        {item.type === 'multiple' && <span className={styles.rule}>{t('item.multipleRule')}</span>}
      </p>
      {choices.length > 0 ? (
        <ChoiceList
          name={item.id}
          choices={choices}
          several={item.type === 'multiple'}
          labelledBy={`${id}-stem`}
          describedBy={`${id}-type`}
          readOnly={readOnly}
          onChoose={(next) => onChange({ value: next, flagged })}
        />
      ) : (
        <TextAnswer
          key={item.id}
          item={item}
          text={value && 'text' in value ? value.text : ''}
          describedBy={`${id}-type`}
          readOnly={readOnly}
          onType={(text) => onType({ value: text === '' ? null : { text }, flagged })}
          onLeave={onLeave}
        />
      )}
      {choices.length > 0 && (
        <div className={styles.clear}>
          {isAnswered(answer) && !readOnly && (
            <Button tone="quiet" size="small" onClick={() => onChange({ value: null, flagged })}>
              {t('item.clear')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
