import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { FieldError } from './field.tsx';
import styles from './field.module.css';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type' | 'className'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
};

export function Checkbox({ label, hint, error, ...input }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div>
      <label className={styles.check}>
        <input
          {...input}
          type="checkbox"
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
        />
        <span>{label}</span>
        {hint && (
          <span className={styles.checkHint} id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </label>
      <FieldError id={`${id}-error`} text={error} />
    </div>
  );
}
