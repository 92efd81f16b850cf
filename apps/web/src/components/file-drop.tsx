import { useId, useState } from 'react';
import { FieldError } from './field.tsx';
import styles from './file-drop.module.css';
import { Icon } from './icon.tsx';

interface Props {
  readonly label: string;
  readonly hint: string;
  /** As `accept` of a file input has them: endings and media types. */
  readonly accept: readonly string[];
  readonly multiple?: boolean;
  readonly error?: string | null;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A file input over the whole area: the browser's own, so that click, keyboard and dropping all work. */
export function FileDrop({ label, hint, accept, multiple, error = null, onFiles }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div>
      <div className={styles.drop} data-over={over || undefined}>
        <Icon name="upload" size={24} />
        <label htmlFor={id}>{label}</label>
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
        <input
          id={id}
          type="file"
          multiple={multiple}
          accept={accept.join(',')}
          aria-describedby={error ? `${id}-error` : `${id}-hint`}
          aria-invalid={error ? true : undefined}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            if (files.length > 0) onFiles(files);
            // The same file, corrected and chosen again, is a change too.
            event.target.value = '';
          }}
        />
      </div>
      <FieldError id={`${id}-error`} text={error} />
    </div>
  );
}
