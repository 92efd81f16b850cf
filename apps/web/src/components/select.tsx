import type { SelectHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldFrame } from './field.tsx';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
  readonly disabled?: boolean;
}

type SelectProps<T extends string> = FieldFrame &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'required' | 'className' | 'onChange' | 'value'> & {
    readonly options: readonly Option<T>[];
    readonly value: T;
    readonly onChange: (value: T) => void;
  };

/** The browser's own select: its list is the system's, which assistive technology and phones know best. */
export function Select<T extends string>({
  label,
  hint,
  error,
  required,
  options,
  value,
  onChange,
  ...select
}: SelectProps<T>) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(wiring) => (
        <div className={styles.selectBox}>
          <select
            {...select}
            {...wiring}
            className={classNames(styles.control, styles.select)}
            value={value}
            onChange={(event) => onChange(event.target.value as T)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="down" size={16} />
        </div>
      )}
    </Field>
  );
}
