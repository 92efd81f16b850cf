import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { firstPage } from '../../lib/first-page.ts';
import { useMe, useRefreshMe } from '../../queries/me.ts';
import { nextPage } from './next-page.ts';
import { OwnSecondFactor } from './own-second-factor.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpSecondFactor } from './set-up-second-factor.tsx';

/** Where a second factor is set up, looked at and turned off; whose role demands one comes here before anything else. */
export function SecondFactorPage() {
  const { t } = useTranslation('account');
  const { person } = useMe();
  const refreshMe = useRefreshMe();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  /** What was just made is seen here and nowhere again. */
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (!person) return null;

  const goOn = async () => {
    const now = await refreshMe();
    const next = nextPage(search);
    setCodes(null);
    if (next) await navigate(next, { replace: true });
    else if (person.secondFactor === 'due') await navigate(firstPage(now?.roles ?? []), { replace: true });
  };

  return (
    <Page
      width="text"
      title={t('secondFactor.title')}
      lead={t(person.secondFactor === 'due' && !codes ? 'secondFactor.due' : 'secondFactor.lead')}
    >
      {codes ? (
        <RecoveryCodes codes={codes} onSaved={() => void goOn()} />
      ) : person.secondFactor === 'set' ? (
        <OwnSecondFactor onRenewed={setCodes} />
      ) : (
        <SetUpSecondFactor email={person.email} onDone={setCodes} />
      )}
    </Page>
  );
}
