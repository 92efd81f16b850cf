import { answerLength, parseNumber, type PublicItem } from '@ennead/contracts';
import { useId, useState } from 'react';
import { Icon } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './item-panel.module.css';

interface Props {
  readonly item: PublicItem;
  readonly text: string;
  readonly describedBy: string;
  readonly readOnly: boolean;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
}

/** A number, a word or a phrase, kept with every key. */
export function TextAnswer({ item, text, describedBy, readOnly, onType, onLeave }: Props) {
  const { t, locale } = useTranslation('exam');
  const id = useId();
  const [left, setLeft] = useState(true);
  const isNumeric = item.type === 'numeric';
  const units = item.unit ? Object.values(item.unit) : [];
  const doubtful = isNumeric && left && text.trim() !== '' && parseNumber(text, units) === null;
  return (
    <div className={styles.text}>
      <label htmlFor={id}>{t('item.answer')}</label>
      <div className={styles.inputLine}>
        <input
          id={id}
          type="text"
          className={styles.input}
          value={text}
          maxLength={answerLength}
          inputMode={isNumeric ? 'decimal' : 'text'}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          readOnly={readOnly}
          aria-describedby={`${describedBy} ${id}-hint${doubtful ? ` ${id}-doubt` : ''}`}
          onChange={(event) => {
            setLeft(false);
            onType(event.target.value);
          }}
          onBlur={() => {
            setLeft(true);
            onLeave();
          }}
        />
        {item.unit && (
          <span className={styles.unit}>
            <span className="visually-hidden">{t('item.unit', { unit: item.unit[locale] })}</span>
            <span aria-hidden="true">{item.unit[locale]}</span>
          </span>
        )}
      </div>
      <p className={styles.hint} id={`${id}-hint`}>
        {t(isNumeric ? 'item.numericHint' : 'item.shortTextHint')}
      </p>
      <div role="status">
        {doubtful && (
          <p className={styles.doubt} id={`${id}-doubt`}>
            <Icon name="warning" size={16} />
            <span>{t('item.numericDoubt')}</span>
          </p>
        )}
      </div>
    </div>
  );
}
