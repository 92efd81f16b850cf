import { useId, type ReactNode } from 'react';
import { FieldError } from './field.tsx';
import styles from './field.module.css';

export interface RadioCard<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  readonly text?: ReactNode;
  readonly disabled?: boolean;
}

interface Props<T extends string> {
  readonly legend: ReactNode;
  readonly cards: readonly RadioCard<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly error?: string | null;
  readonly disabled?: boolean;
}

/** One choice of a few, each with room to explain itself. Native radios: arrow keys and names come with them. */
export function RadioCards<T extends string>({ legend, cards, value, onChange, error, disabled }: Props<T>) {
  const id = useId();
  return (
    <fieldset
      disabled={disabled}
      aria-describedby={error ? `${id}-error` : undefined}
      data-fault={error ? '' : undefined}
    >
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.cards}>
        {cards.map((card) => (
          <label key={card.value} className={styles.card}>
            <input
              type="radio"
              name={id}
              value={card.value}
              checked={card.value === value}
              disabled={card.disabled}
              onChange={() => onChange(card.value)}
            />
            <span>
              <span>{card.label}</span>
              {card.text && <span className={styles.cardText}>{card.text}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} text={error} />
    </fieldset>
  );
}
