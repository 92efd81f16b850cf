import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { useAct } from '../../lib/use-act.ts';
import { askForReset } from '../../queries/identity.ts';
import styles from './identity.module.css';
import { LetterSent } from './letter-sent.tsx';

/** Asks for a link by which a new password is set. */
export function ForgottenPage() {
  const { t } = useTranslation('account');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const ask = useAct({ mutationFn: askForReset, onSuccess: (_, { email }) => setSentTo(email) });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/auth/forgotten-password', {
    shows: ['email'],
    initial: { email: '' },
    refusal: ask.error,
    onSubmit: ask.mutate,
  });
  if (sentTo !== null) return <LetterSent email={sentTo} of="forgotten" onAgain={() => setSentTo(null)} />;
  return (
    <Page width="narrow" title={t('forgotten.title')} lead={t('forgotten.lead')}>
      <form className={styles.form} {...form}>
        <TextField
          label={t('field.email')}
          type="email"
          autoComplete="username"
          {...field('email', t('fault.email'))}
        />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
        <Button type="submit" tone="primary" wide busy={busy || ask.isPending}>
          {t('forgotten.submit')}
        </Button>
      </form>
      <p className={styles.beside}>
        <Link to="/log-in">{t('register.logIn')}</Link>
      </p>
    </Page>
  );
}
