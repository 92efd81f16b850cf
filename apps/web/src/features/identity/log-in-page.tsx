import { useState } from 'react';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { firstPage } from '../../lib/first-page.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { useMe } from '../../queries/me.ts';
import { useAct } from '../../lib/use-act.ts';
import { logIn as sendLogIn } from '../../queries/identity.ts';
import styles from './identity.module.css';
import { nextPage } from './next-page.ts';
import { CodeStep } from './code-step.tsx';
import { PasswordField } from './password-field.tsx';
import { useArrival } from './use-arrival.ts';

export function LogInPage() {
  const { t } = useTranslation('account');
  const { search } = useLocation();
  const [params] = useSearchParams();
  const { person, awaitsCode } = useMe();
  const [again, setAgain] = useState(false);
  const arrive = useArrival();
  const logIn = useAct({ mutationFn: sendLogIn, onSuccess: () => arrive().then(() => setAgain(false)) });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/auth/log-in', {
    shows: ['email', 'password'],
    initial: { email: '', password: '' },
    refusal: logIn.error,
    onSubmit: logIn.mutate,
  });

  if (person && logIn.isIdle) return <Navigate to={nextPage(params) ?? firstPage(person.roles)} replace />;

  if (awaitsCode && !again) return <CodeStep onAgain={() => setAgain(true)} />;

  return (
    <Page
      width="narrow"
      title={t('logIn.title')}
      lead={nextPage(params) ? t('logIn.lead') : t('logIn.plainLead')}
    >
      <form className={styles.form} {...form}>
        <TextField
          label={t('field.email')}
          type="email"
          autoComplete="username"
          {...field('email', t('fault.email'))}
        />
        <PasswordField
          label={t('field.password')}
          autoComplete="current-password"
          {...field('password', t('fault.passwordMissing'))}
        />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
        <Button type="submit" tone="primary" wide busy={busy || logIn.isPending}>
          {t('logIn.submit')}
        </Button>
      </form>
      <div className={styles.beside}>
        <p>
          {t('logIn.noAccount')} <Link to={`/register${search}`}>{t('logIn.register')}</Link>
        </p>
        <p>
          <Link to="/forgotten">{t('logIn.forgotten')}</Link>
        </p>
        <p>
          <Link to="/help#log-in">{t('logIn.help')}</Link>
        </p>
      </div>
    </Page>
  );
}
