import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldFrame } from './field.tsx';
import styles from './field.module.css';

type Native<T> = Omit<T, 'id' | 'required' | 'className'>;

/** One line of text with its label, hint and error. `required={false}` marks it as optional in words. */
export function TextField({
  label,
  hint,
  error,
  required,
  ...input
}: FieldFrame & Native<ComponentProps<'input'>>) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(wiring) => <input type="text" {...input} {...wiring} className={styles.control} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  required,
  rows = 4,
  ...area
}: FieldFrame & Native<ComponentProps<'textarea'>>) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(wiring) => (
        <textarea rows={rows} {...area} {...wiring} className={classNames(styles.control, styles.area)} />
      )}
    </Field>
  );
}
