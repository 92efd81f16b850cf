import type { Locale } from '@ennead/contracts';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { TextField } from '../../components/text-field.tsx';
import { currentLocale } from '../../i18n/i18n.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { AcceptsNote } from './accepts-note.tsx';
import styles from './identity.module.css';
import { PasswordField } from './password-field.tsx';

interface Props {
  /** What is sent a token and a password. */
  readonly route:
    'POST /api/auth/accept-invitation' | 'POST /api/auth/register/finish' | 'POST /api/auth/reset-password';
  readonly token: string;
  readonly email: string;
  readonly submit: string;
  readonly act: {
    readonly mutate: (body: { token: string; password: string; locale?: Locale }) => void;
    readonly error: unknown;
    readonly isPending: boolean;
  };
}

/** A password for the account that a link is about. */
export function ChoosePassword({ route, token, email, submit, act }: Props) {
  const { t } = useTranslation('account');
  const { form, field, busy, refusedAsWhole } = useCheckedForm(route, {
    shows: ['password'],
    initial: { token, password: '' },
    refusal: act.error,
    // In the language that the page is in by then, the account is opened.
    onSubmit: (body) => act.mutate({ ...body, locale: currentLocale() }),
  });
  return (
    <form className={styles.form} {...form}>
      <TextField
        label={t('invitation.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        readOnly
      />
      <PasswordField
        label={t('field.password')}
        hint={t('field.passwordHint')}
        autoComplete="new-password"
        {...field('password', t('fault.password'))}
      />
      {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
      {route !== 'POST /api/auth/reset-password' && <AcceptsNote />}
      <Button type="submit" tone="primary" wide busy={busy || act.isPending}>
        {submit}
      </Button>
    </form>
  );
}
