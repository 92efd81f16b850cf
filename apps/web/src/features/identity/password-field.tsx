import { useState } from 'react';
import { IconButton } from '../../components/button.tsx';
import { Field, type FieldFrame } from '../../components/field.tsx';
import fieldStyles from '../../components/field.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';

interface Props extends FieldFrame {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly name: string;
}

/** A password that can be looked at while typing, which prevents more mistakes than it risks. */
export function PasswordField({ value, onChange, autoComplete, name, ...frame }: Props) {
  const { t } = useTranslation('account');
  const [shown, setShown] = useState(false);
  return (
    <Field {...frame}>
      {(wiring) => (
        <div className={fieldStyles.password}>
          <input
            {...wiring}
            className={fieldStyles.control}
            type={shown ? 'text' : 'password'}
            name={name}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <IconButton
            icon={shown ? 'eyeOff' : 'eye'}
            label={shown ? t('field.hide') : t('field.show')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          />
        </div>
      )}
    </Field>
  );
}
