import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { useFormat } from '../../lib/format.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { giveUpSecondFactor, renewRecoveryCodes, secondFactorQuery } from '../../queries/identity.ts';
import { useRefreshMe } from '../../queries/me.ts';
import { CodeField } from './code-field.tsx';
import styles from './identity.module.css';
import { PasswordField } from './password-field.tsx';

/** One's own that is in use. */
export function OwnSecondFactor({ onRenewed }: { readonly onRenewed: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('account');
  const format = useFormat();
  const factor = useQuery(secondFactorQuery);
  const [asked, setAsked] = useState<'renew' | 'give-up' | null>(null);
  const close = () => setAsked(null);
  if (factor.isPending) return <Loading lines={3} />;
  if (factor.isError) return <ErrorState error={factor.error} onRetry={() => void factor.refetch()} />;
  const { setUpAt, codesLeft } = factor.data;
  return (
    <Card>
      <div className={styles.form}>
        {setUpAt && (
          <StateMark tone="good">{t('secondFactor.since', { time: format.date(setUpAt) })}</StateMark>
        )}
        <p>{t('secondFactor.codesLeft', { count: codesLeft })}</p>
        <div className={styles.acts}>
          <Button onClick={() => setAsked('renew')}>{t('secondFactor.renew')}</Button>
          <Button tone="danger" onClick={() => setAsked('give-up')}>
            {t('secondFactor.giveUp')}
          </Button>
        </div>
      </div>
      {asked === 'renew' && <Renew onClose={close} onRenewed={onRenewed} />}
      {asked === 'give-up' && <GiveUp onClose={close} />}
    </Card>
  );
}

interface RenewProps {
  readonly onClose: () => void;
  readonly onRenewed: (codes: readonly string[]) => void;
}

function Renew({ onClose, onRenewed }: RenewProps) {
  const { t } = useTranslation('account');
  const id = useId();
  const renew = useAct({ mutationFn: renewRecoveryCodes, onSuccess: ({ codes }) => onRenewed(codes) });
  const { form, field, busy, refusedAsWhole } = useCheckedForm(
    'POST /api/auth/second-factor/recovery-codes',
    {
      shows: ['code'],
      initial: { code: '' },
      refusal: renew.error,
      onSubmit: renew.mutate,
    },
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('secondFactor.renew')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={id} tone="primary" busy={busy || renew.isPending}>
            {t('secondFactor.renew')}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.form} {...form}>
        <p>{t('secondFactor.renewLead')}</p>
        <CodeField hint={t('code.hint')} {...field('code', t('fault.code'))} />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
      </form>
    </Dialog>
  );
}

function GiveUp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('account');
  const id = useId();
  const refreshMe = useRefreshMe();
  const giveUp = useAct({
    mutationFn: giveUpSecondFactor,
    onSuccess: async () => {
      toast(t('secondFactor.givenUp'));
      await refreshMe();
    },
  });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/auth/second-factor/give-up', {
    shows: ['password', 'code'],
    initial: { password: '', code: '' },
    refusal: giveUp.error,
    onSubmit: giveUp.mutate,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('secondFactor.giveUp')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={id} tone="danger" busy={busy || giveUp.isPending}>
            {t('secondFactor.giveUp')}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.form} {...form}>
        <p>{t('secondFactor.giveUpLead')}</p>
        <PasswordField
          label={t('account.current')}
          autoComplete="current-password"
          {...field('password', t('fault.passwordMissing'))}
        />
        <CodeField hint={t('code.hint')} {...field('code', t('fault.code'))} />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
      </form>
    </Dialog>
  );
}
