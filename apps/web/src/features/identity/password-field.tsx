import { useState, type ComponentProps } from 'react';
import { IconButton } from '../../components/button.tsx';
import { Field, type FieldFrame } from '../../components/field.tsx';
import fieldStyles from '../../components/field.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';

type Props = FieldFrame &
  Omit<ComponentProps<'input'>, 'id' | 'required' | 'className' | 'type' | 'autoComplete'> & {
    readonly autoComplete: 'current-password' | 'new-password';
  };

/** A password that can be looked at while typing, which prevents more mistakes than it risks. */
export function PasswordField({ label, hint, error, required, ...input }: Props) {
  const { t } = useTranslation('account');
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(wiring) => (
        <div className={fieldStyles.password}>
          <input
            {...input}
            {...wiring}
            className={fieldStyles.control}
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
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
