import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { changePassword } from '../../queries/identity.ts';
import styles from './identity.module.css';
import { PasswordField } from './password-field.tsx';

export function ChangePassword({ email }: { readonly email: string }) {
  const { t } = useTranslation('account');
  const change = useAct({
    mutationFn: changePassword,
    onSuccess: () => {
      reset();
      toast(t('account.changed'));
    },
  });
  const { form, field, busy, refusedAsWhole, reset } = useCheckedForm('PUT /api/auth/password', {
    shows: ['current', 'next'],
    initial: { current: '', next: '' },
    refusal: change.error,
    onSubmit: change.mutate,
  });

  return (
    <form className={styles.form} {...form}>
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t('account.current')}
        autoComplete="current-password"
        {...field('current', t('fault.passwordMissing'))}
      />
      <PasswordField
        label={t('account.next')}
        hint={t('field.passwordHint')}
        autoComplete="new-password"
        {...field('next', t('fault.password'))}
      />
      {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
      <p className={styles.note}>{t('account.passwordLead')}</p>
      <div>
        <Button type="submit" busy={busy || change.isPending}>
          {t('account.submit')}
        </Button>
      </div>
    </form>
  );
}
