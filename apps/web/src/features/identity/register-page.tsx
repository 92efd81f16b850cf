import { Link, useLocation } from 'react-router';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { useAct } from '../../lib/use-act.ts';
import { register as openAccount } from '../../queries/identity.ts';
import { AcceptsNote } from './accepts-note.tsx';
import styles from './identity.module.css';
import { PasswordField } from './password-field.tsx';
import { useArrival } from './use-arrival.ts';

export function RegisterPage() {
  const { t, locale } = useTranslation('account');
  const { search } = useLocation();
  const arrive = useArrival();
  const register = useAct({ mutationFn: openAccount, onSuccess: arrive });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/auth/register', {
    shows: ['name', 'email', 'password'],
    initial: { name: '', email: '', password: '', locale },
    refusal: register.error,
    // The language may have been changed since the page opened.
    onSubmit: (body) => register.mutate({ ...body, locale }),
  });

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
        <PasswordField
          label={t('field.password')}
          hint={t('field.passwordHint')}
          autoComplete="new-password"
          {...field('password', t('fault.password'))}
        />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
        <AcceptsNote />
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
