import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { askForReset } from '../../queries/identity.ts';
import styles from './identity.module.css';

/** What was given waits until its person has set a password that nobody else can have. */
export function PasswordDue({ email }: { readonly email: string }) {
  const { t } = useTranslation('account');
  const send = useAct({
    mutationFn: () => askForReset({ email }),
    onSuccess: () => toast(t('passwordDue.sent', { email })),
  });
  return (
    <div className={styles.form}>
      <p>{t('passwordDue.why', { email })}</p>
      {send.error && <ErrorState error={send.error} inline />}
      <div>
        <Button tone="primary" busy={send.isPending} onClick={() => send.mutate()}>
          {t('passwordDue.send')}
        </Button>
      </div>
    </div>
  );
}
