import type { LinkView } from '@ennead/contracts';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { removeFactorByLink } from '../../queries/identity.ts';
import { useRefreshMe } from '../../queries/me.ts';
import styles from './identity.module.css';
import { PasswordField } from './password-field.tsx';

interface Props {
  readonly token: string;
  readonly link: LinkView;
}

/** The end of what an administrator allowed, for somebody of the staff whose app and recovery codes are lost. */
export function RemoveFactor({ token, link: { email } }: Props) {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const refreshMe = useRefreshMe();
  const remove = useAct({
    mutationFn: removeFactorByLink,
    onSuccess: async () => {
      await refreshMe();
      toast(t('link.factorDone'));
      await navigate('/log-in', { replace: true });
    },
  });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/auth/second-factor/remove', {
    shows: ['password'],
    initial: { token, password: '' },
    refusal: remove.error,
    onSubmit: remove.mutate,
  });
  return (
    <Page width="narrow" title={t('link.factor')} lead={t('link.factorLead')}>
      <form className={styles.form} {...form}>
        <TextField
          label={t('invitation.email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          readOnly
        />
        <PasswordField
          label={t('field.password')}
          autoComplete="current-password"
          {...field('password', t('fault.passwordMissing'))}
        />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
        <Button type="submit" tone="primary" wide busy={busy || remove.isPending}>
          {t('link.factorSubmit')}
        </Button>
      </form>
    </Page>
  );
}
