import { CopyButton } from './copy-button.tsx';
import { Field } from './field.tsx';
import fieldStyles from './field.module.css';
import styles from './copy-field.module.css';

/** A text to be taken elsewhere, such as a link: selectable as a whole, with a button that copies it. */
export function CopyField({ label, text }: { readonly label: string; readonly text: string }) {
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
          />
          <CopyButton text={text} />
        </div>
      )}
    </Field>
  );
}
