import type { ComponentProps } from 'react';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';

type Props = Omit<ComponentProps<typeof TextField>, 'label' | 'autoComplete'> & { readonly label?: string };

/** A code of an authenticator app; a recovery code does where the field says so. */
export function CodeField(props: Props) {
  const { t } = useTranslation('account');
  return (
    <TextField
      label={t('code.label')}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      {...props}
    />
  );
}
