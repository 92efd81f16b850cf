import { wordsLength } from '@ennead/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Icon } from './icon.tsx';
import styles from './table.module.css';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const pauseMs = 250;

/** Words to filter by: taken over after a pause in typing, or at once by Enter; never amid the spelling of a character. */
export function TableFilter({ value, onChange }: Props) {
  const { t } = useTranslation();
  // What is being typed; null while the field shows what holds.
  const [draft, setDraft] = useState<string | null>(null);
  const [composing, setComposing] = useState(false);
  const apply = (text: string) => {
    setDraft(null);
    if (text !== value) onChange(text);
  };
  useEffect(() => {
    if (draft === null || composing) return;
    const timer = setTimeout(() => apply(draft), pauseMs);
    return () => clearTimeout(timer);
  });
  return (
    <label className={styles.filter}>
      <span className="visually-hidden">{t('table.filter')}</span>
      <Icon name="filter" />
      <input
        type="search"
        value={draft ?? value}
        maxLength={wordsLength}
        placeholder={t('table.filterHint')}
        onChange={(event) => setDraft(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && draft !== null && !event.nativeEvent.isComposing) apply(draft);
        }}
      />
    </label>
  );
}
