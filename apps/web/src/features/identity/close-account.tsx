import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { closeAccount } from '../../queries/identity.ts';
import { useRefreshMe } from '../../queries/me.ts';
import styles from './identity.module.css';
import { PasswordField } from './password-field.tsx';

/** Ends the reader's account at their own wish. */
export function CloseAccount({ email }: { readonly email: string }) {
  const { t } = useTranslation('account');
  const [asked, setAsked] = useState(false);
  return (
    <div className={styles.form}>
      <p>{t('close.lead')}</p>
      <div>
        <Button tone="danger" onClick={() => setAsked(true)}>
          {t('close.ask')}
        </Button>
      </div>
      {asked && <AskOnce email={email} onClose={() => setAsked(false)} />}
    </div>
  );
}

function AskOnce({ email, onClose }: { readonly email: string; readonly onClose: () => void }) {
  const { t } = useTranslation('account');
  const id = useId();
  const navigate = useNavigate();
  const refreshMe = useRefreshMe();
  const close = useAct({
    mutationFn: closeAccount,
    onSuccess: async () => {
      toast(t('close.done'));
      await navigate('/', { replace: true });
      await refreshMe();
    },
  });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/auth/close', {
    shows: ['password'],
    initial: { password: '' },
    refusal: close.error,
    onSubmit: close.mutate,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('close.dialogTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={id} tone="danger" busy={busy || close.isPending}>
            {t('close.ask')}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.form} {...form}>
        <p>{t('close.text')}</p>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={t('account.current')}
          autoComplete="current-password"
          {...field('password', t('fault.passwordMissing'))}
        />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
      </form>
    </Dialog>
  );
}
