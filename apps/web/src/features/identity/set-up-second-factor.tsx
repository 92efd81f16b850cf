import type { SecondFactorSecret } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { useAct } from '../../lib/use-act.ts';
import { beginSecondFactor, confirmSecondFactor } from '../../queries/identity.ts';
import { CodeField } from './code-field.tsx';
import styles from './identity.module.css';
import { PasswordField } from './password-field.tsx';

interface Props {
  readonly email: string;
  /** With the recovery codes. */
  readonly onDone: (codes: readonly string[]) => void;
}

/** The password, then the app and its first code. */
export function SetUpSecondFactor({ email, onDone }: Props) {
  const [secret, setSecret] = useState<SecondFactorSecret | null>(null);
  return secret ? (
    <Scan secret={secret} onDone={onDone} />
  ) : (
    <ShowPassword email={email} onSecret={setSecret} />
  );
}

interface ShowPasswordProps {
  readonly email: string;
  readonly onSecret: (secret: SecondFactorSecret) => void;
}

function ShowPassword({ email, onSecret }: ShowPasswordProps) {
  const { t } = useTranslation('account');
  const begin = useAct({ mutationFn: beginSecondFactor, onSuccess: onSecret });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/auth/second-factor/begin', {
    shows: ['password'],
    initial: { password: '' },
    refusal: begin.error,
    onSubmit: begin.mutate,
  });
  return (
    <Card title={t('secondFactor.passwordTitle')} aside={<Step number={1} />}>
      <form className={styles.form} {...form}>
        <p>{t('secondFactor.passwordLead')}</p>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={t('account.current')}
          autoComplete="current-password"
          {...field('password', t('fault.passwordMissing'))}
        />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
        <div>
          <Button type="submit" tone="primary" busy={busy || begin.isPending}>
            {t('common:action.next')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

interface ScanProps {
  readonly secret: SecondFactorSecret;
  readonly onDone: (codes: readonly string[]) => void;
}

function Scan({ secret: { secret, qr }, onDone }: ScanProps) {
  const { t } = useTranslation('account');
  const confirm = useAct({ mutationFn: confirmSecondFactor, onSuccess: ({ codes }) => onDone(codes) });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/auth/second-factor/confirm', {
    shows: ['code'],
    initial: { code: '' },
    refusal: confirm.error,
    onSubmit: confirm.mutate,
  });
  return (
    <Card title={t('secondFactor.scanTitle')} aside={<Step number={2} />}>
      <form className={styles.form} {...form}>
        <p>{t('secondFactor.scanLead')}</p>
        <svg
          className={styles.qr}
          role="img"
          aria-label={t('secondFactor.qr')}
          // Four squares of margin are part of such a code.
          viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`}
          shapeRendering="crispEdges"
        >
          <path d={qr.path} />
        </svg>
        <div className={styles.key}>
          <p>{t('secondFactor.typed')}</p>
          <code>{inFours(secret)}</code>
          <CopyButton text={secret} />
        </div>
        <CodeField label={t('secondFactor.codeTitle')} {...field('code', t('fault.code'))} />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
        <div>
          <Button type="submit" tone="primary" busy={busy || confirm.isPending}>
            {t('secondFactor.confirm')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

const inFours = (key: string): string => key.replace(/.{4}(?=.)/g, '$& ');

function Step({ number }: { readonly number: number }) {
  const { t } = useTranslation('account');
  return <span className={styles.note}>{t('secondFactor.step', { step: number })}</span>;
}
