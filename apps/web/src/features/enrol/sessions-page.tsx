import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMe } from '../../queries/me.ts';
import { OpenSessionsPage } from './open-sessions-page.tsx';
import { PublicSessionsPage } from './public-sessions-page.tsx';

/** Candidates see what they may enter, everybody else what is for everybody. */
export function SessionsPage() {
  const { t } = useTranslation('enrol');
  const { person, isPending } = useMe();
  if (isPending)
    return (
      <Page title={t('title')} width="text">
        <Loading lines={8} />
      </Page>
    );
  return person?.roles.includes('candidate') ? (
    <OpenSessionsPage />
  ) : (
    <PublicSessionsPage isVisitor={person === null} />
  );
}
