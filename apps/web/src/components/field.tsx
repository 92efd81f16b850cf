import { useId, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly required?: boolean;
}

export interface FieldFrame {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; null or empty when nothing is. */
  readonly error?: string | null;
  readonly required?: boolean;
}

/** Label, hint and error around any one control; `children` receives the ids to put on it. */
export function Field({
  label,
  hint,
  error,
  required,
  children,
}: FieldFrame & { readonly children: (wiring: FieldWiring) => ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {required === false && <span className={styles.optional}>{t('state.optional')}</span>}
      </label>
      {hint && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        required,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <FieldError id={`${id}-error`} text={error} />
    </div>
  );
}

export function FieldError({ id, text }: { readonly id: string; readonly text?: string | null }) {
  if (!text) return null;
  return (
    <div className={styles.error} id={id} role="alert">
      <Icon name="warning" size={16} />
      <span>{text}</span>
    </div>
  );
}
