import { useId, useState } from 'react';
import { Icon } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './portfolio.module.css';

interface Props {
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A file input over the whole area: the browser's own, so that click, keyboard and dropping all work. */
export function FileDrop({ accept, maxBytes, onFiles }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div className={styles.drop} data-over={over || undefined}>
      <Icon name="upload" size={24} />
      <label htmlFor={id}>{t('artefacts.drop')}</label>
      <span id={`${id}-hint`} className={styles.hint}>
        {t('artefacts.dropHint', { size: format.fileSize(maxBytes) })}
      </span>
      <input
        id={id}
        type="file"
        multiple
        accept={accept.join(',')}
        aria-describedby={`${id}-hint`}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file, corrected and chosen again, is a change too.
          event.target.value = '';
        }}
      />
    </div>
  );
}
