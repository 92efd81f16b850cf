import { useState, type SubmitEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { focusFirstFault } from '../../lib/focus-first-fault.ts';
import { hasFault } from '../../lib/problem-text.ts';
import { useAct } from '../../lib/use-act.ts';
import { register as openAccount } from '../../queries/identity.ts';
import { isEmail, isName, isPassword } from './form-faults.ts';
import styles from './identity.module.css';
import { PasswordField } from './password-field.tsx';
import { useArrival } from './use-arrival.ts';

export function RegisterPage() {
  const { t, locale } = useTranslation('account');
  const { search } = useLocation();
  const arrive = useArrival();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const register = useAct({
    mutationFn: openAccount,
    onSuccess: arrive,
  });
  const wrong = (field: string, valid: boolean) => (checked && !valid) || hasFault(register.error, field);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (isName(name) && isEmail(email) && isPassword(password)) {
      register.mutate({ name: name.trim(), email: email.trim(), password, locale });
    } else {
      focusFirstFault(event.currentTarget);
    }
  };

  return (
    <Page width="narrow" title={t('register.title')} lead={t('register.lead')}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <TextField
          label={t('field.name')}
          hint={t('field.nameHint')}
          name="name"
          autoComplete="name"
          value={name}
          error={wrong('name', isName(name)) ? t('fault.name') : null}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t('field.email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          error={wrong('email', isEmail(email)) ? t('fault.email') : null}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          label={t('field.password')}
          hint={t('field.passwordHint')}
          name="password"
          autoComplete="new-password"
          value={password}
          error={wrong('password', isPassword(password)) ? t('fault.password') : null}
          onChange={setPassword}
        />
        {register.error && <ErrorState error={register.error} inline />}
        <Button type="submit" tone="primary" wide busy={register.isPending}>
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
