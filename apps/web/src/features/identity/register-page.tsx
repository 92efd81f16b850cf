import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { useAct } from '../../lib/use-act.ts';
import { register as askForAccount } from '../../queries/identity.ts';
import styles from './identity.module.css';
import { LetterSent } from './letter-sent.tsx';

/** Whoever opens the link that is sent chooses the password: the form alone makes no account. */
export function RegisterPage() {
  const { t, locale } = useTranslation('account');
  const { search } = useLocation();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const register = useAct({
    mutationFn: askForAccount,
    onSuccess: (_, { email }) => setSentTo(email),
  });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/auth/register', {
    shows: ['name', 'email'],
    initial: { name: '', email: '', locale },
    refusal: register.error,
    // The language may have been changed since the page opened.
    onSubmit: (body) => register.mutate({ ...body, locale }),
  });
  if (sentTo !== null) return <LetterSent email={sentTo} of="register" onAgain={() => setSentTo(null)} />;

  return (
    <Page width="narrow" title={t('register.title')} lead={t('register.lead')}>
      <form className={styles.form} {...form}>
        <TextField
          label={t('field.name')}
          hint={t('field.nameHint')}
          autoComplete="name"
          {...field('name', t('fault.name'))}
        />
        <TextField
          label={t('field.email')}
          type="email"
          autoComplete="username"
          {...field('email', t('fault.email'))}
        />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
        <Button type="submit" tone="primary" wide busy={busy || register.isPending}>
          {t('register.submit')}
        </Button>
      </form>
      <p className={styles.beside}>
        <span>
          {t('register.haveAccount')} <Link to={`/log-in${search}`}>{t('register.logIn')}</Link>
        </span>
      </p>
    </Page>
  );
}
