import type { AccountInPair } from '@ennead/contracts';
import { EmailText } from '../../components/email-text.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLocalized } from '../../lib/localized.ts';

/** An account as whoever compares two of them needs it. */
export function AccountCell({ account }: { readonly account: AccountInPair }) {
  const { t } = useTranslation('same-people');
  const localized = useLocalized();
  const facts = [
    account.institution && localized(account.institution),
    account.isStaff && t('staff'),
    account.isClosed && t('closed'),
  ].filter(Boolean);
  return (
    <>
      {account.name}
      <br />
      <EmailText email={account.email} />
      {facts.length > 0 && (
        <>
          <br />
          <small>{facts.join(' · ')}</small>
        </>
      )}
    </>
  );
}

export const accountText = ({ name, email }: AccountInPair): string => `${name} ${email}`;
