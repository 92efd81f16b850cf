import { useState, type SubmitEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { focusFirstFault } from '../../lib/focus-first-fault.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { changePassword } from '../../queries/identity.ts';
import { isPassword } from './form-faults.ts';
import styles from './identity.module.css';
import { PasswordField } from './password-field.tsx';

export function ChangePassword({ email }: { readonly email: string }) {
  const { t } = useTranslation('account');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [checked, setChecked] = useState(false);
  const change = useAct({
    mutationFn: () => changePassword({ current, next }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      setChecked(false);
      toast(t('account.changed'));
    },
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (current && isPassword(next)) change.mutate();
    else focusFirstFault(event.currentTarget);
  };

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t('account.current')}
        name="current-password"
        autoComplete="current-password"
        value={current}
        error={checked && !current ? t('fault.passwordMissing') : null}
        onChange={setCurrent}
      />
      <PasswordField
        label={t('account.next')}
        hint={t('field.passwordHint')}
        name="new-password"
        autoComplete="new-password"
        value={next}
        error={checked && !isPassword(next) ? t('fault.password') : null}
        onChange={setNext}
      />
      {change.error && <ErrorState error={change.error} inline />}
      <p className={styles.note}>{t('account.passwordLead')}</p>
      <div>
        <Button type="submit" busy={change.isPending}>
          {t('account.submit')}
        </Button>
      </div>
    </form>
  );
}
