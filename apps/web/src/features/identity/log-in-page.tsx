import { useState, type SubmitEvent } from 'react';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { firstPage } from '../../lib/first-page.ts';
import { focusFirstFault } from '../../lib/focus-first-fault.ts';
import { useSession } from '../../queries/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { logIn as sendLogIn } from '../../queries/identity.ts';
import { isEmail } from './form-faults.ts';
import styles from './identity.module.css';
import { nextPage } from './next-page.ts';
import { PasswordField } from './password-field.tsx';
import { useArrival } from './use-arrival.ts';

export function LogInPage() {
  const { t } = useTranslation('account');
  const { search } = useLocation();
  const [params] = useSearchParams();
  const { person } = useSession();
  const arrive = useArrival();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const logIn = useAct({
    mutationFn: sendLogIn,
    onSuccess: arrive,
  });

  if (person && logIn.isIdle) return <Navigate to={nextPage(params) ?? firstPage(person.roles)} replace />;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (isEmail(email) && password) logIn.mutate({ email: email.trim(), password });
    else focusFirstFault(event.currentTarget);
  };

  return (
    <Page
      width="narrow"
      title={t('logIn.title')}
      lead={nextPage(params) ? t('logIn.lead') : t('logIn.plainLead')}
    >
      <form className={styles.form} noValidate onSubmit={submit}>
        <TextField
          label={t('field.email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          error={checked && !isEmail(email) ? t('fault.email') : null}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          label={t('field.password')}
          name="password"
          autoComplete="current-password"
          value={password}
          error={checked && !password ? t('fault.passwordMissing') : null}
          onChange={setPassword}
        />
        {logIn.error && <ErrorState error={logIn.error} inline />}
        <Button type="submit" tone="primary" wide busy={logIn.isPending}>
          {t('logIn.submit')}
        </Button>
      </form>
      <div className={styles.beside}>
        <p>
          {t('logIn.noAccount')} <Link to={`/register${search}`}>{t('logIn.register')}</Link>
        </p>
        <p className={styles.note}>{t('logIn.forgotten')}</p>
      </div>
    </Page>
  );
}
