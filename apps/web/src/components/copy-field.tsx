import { CopyButton } from './copy-button.tsx';
import { Field } from './field.tsx';
import fieldStyles from './field.module.css';
import styles from './copy-field.module.css';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly onCopied?: () => void;
}

/** A text to be taken elsewhere, such as a link: selectable as a whole, with a button that copies it. */
export function CopyField({ label, text, onCopied }: Props) {
  return (
    <Field label={label}>
      {(wiring) => (
        <div className={styles.line}>
          <input
            {...wiring}
            readOnly
            value={text}
            className={fieldStyles.control}
            onFocus={(event) => event.currentTarget.select()}
            onCopy={onCopied}
          />
          <CopyButton text={text} onCopied={onCopied} />
        </div>
      )}
    </Field>
  );
}
