import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { changeAddress, sendConfirmation } from '../../queries/identity.ts';
import type { Person } from '../../queries/me.ts';
import styles from './identity.module.css';
import { PasswordField } from './password-field.tsx';

/** Whether the reader's address is confirmed, and how it comes to be; and another one. */
export function OwnAddress({ person: { email, emailConfirmed } }: { readonly person: Person }) {
  const { t } = useTranslation('account');
  const [changing, setChanging] = useState(false);
  const send = useAct({
    mutationFn: sendConfirmation,
    onSuccess: () => toast(t('address.sent', { email })),
  });
  return (
    <div className={styles.address}>
      <StateMark tone={emailConfirmed ? 'good' : 'warn'}>
        {t('field.email')} · {t(emailConfirmed ? 'address.confirmed' : 'address.unconfirmed')}
      </StateMark>
      {!emailConfirmed && <p>{t('address.why')}</p>}
      {send.error && <ErrorState error={send.error} inline />}
      <div className={styles.acts}>
        {!emailConfirmed && (
          <Button busy={send.isPending} onClick={() => send.mutate()}>
            {t('address.send')}
          </Button>
        )}
        <Button tone="quiet" onClick={() => setChanging(true)}>
          {t('address.change')}
        </Button>
      </div>
      {changing && <ChangeAddress email={email} onClose={() => setChanging(false)} />}
    </div>
  );
}

function ChangeAddress({ email, onClose }: { readonly email: string; readonly onClose: () => void }) {
  const { t } = useTranslation('account');
  const id = useId();
  const change = useAct({
    mutationFn: changeAddress,
    onSuccess: (_, { email: next }) => {
      toast(t('address.changeSent', { email: next }));
      onClose();
    },
  });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('PUT /api/auth/address', {
    shows: ['email', 'password'],
    initial: { email: '', password: '' },
    refusal: change.error,
    onSubmit: change.mutate,
  });
  return (
    <Dialog
      open
      keepsInput
      onClose={onClose}
      title={t('address.changeTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={id} tone="primary" busy={busy || change.isPending}>
            {t('address.changeSubmit')}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.form} {...form}>
        <p>{t('address.changeLead')}</p>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label={t('address.next')}
          type="email"
          autoComplete="email"
          {...field('email', t('fault.email'))}
        />
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
