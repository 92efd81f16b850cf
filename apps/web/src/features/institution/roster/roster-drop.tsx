import { useId, useState } from 'react';
import { FieldError } from '../../../components/field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import type { FileFault } from './decode-roster.ts';
import styles from './roster.module.css';

interface Props {
  readonly fault: FileFault | null;
  /** The file that has been read. */
  readonly name: string | null;
  readonly onFile: (file: File) => void;
}

/** A file input over the whole area: the browser's own, so that click, keyboard and dropping all work. */
export function RosterDrop({ fault, name, onFile }: Props) {
  const { t } = useTranslation('institution');
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div>
      <div className={styles.drop} data-over={over || undefined}>
        <Icon name="upload" size={24} />
        <label htmlFor={id}>{t('roster.source.drop')}</label>
        <span id={`${id}-hint`} className={styles.hint}>
          {name ? t('roster.source.loaded', { name }) : t('roster.source.dropHint')}
        </span>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          aria-describedby={fault ? `${id}-error` : `${id}-hint`}
          aria-invalid={fault ? true : undefined}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
            // The same file, corrected and chosen again, is a change too.
            event.target.value = '';
          }}
        />
      </div>
      <FieldError id={`${id}-error`} text={fault && t(`roster.source.${fault}`)} />
    </div>
  );
}
