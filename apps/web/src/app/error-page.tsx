import { useTranslation } from '../i18n/use-translation.ts';
import { useRouteError } from 'react-router';
import { Button } from '../components/button.tsx';
import { usePageTitle } from '../lib/page-title.ts';
import { MessagePage } from './message-page.tsx';

/** A page whose code could not be fetched: a newer build has replaced it, or the connection was cut on the way. */
const isMissingChunk = (error: unknown): boolean =>
  error instanceof TypeError && /import|module/i.test(error.message);

/** Shown instead of a page that threw while loading or rendering. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  usePageTitle(t('title.error'));
  const missing = isMissingChunk(error);
  return (
    <main tabIndex={-1}>
      <MessagePage
        title={t('title.error')}
        lead={missing ? t('page.chunkLead') : t('page.errorLead')}
        detail={!missing && error instanceof Error ? error.message : undefined}
      >
        <Button tone="primary" icon="refresh" onClick={() => window.location.reload()}>
          {t('action.reload')}
        </Button>
        <Button onClick={() => window.location.assign('/')}>{t('action.toHome')}</Button>
      </MessagePage>
    </main>
  );
}
