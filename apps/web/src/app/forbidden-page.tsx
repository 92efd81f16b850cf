import { useTranslation } from '../i18n/use-translation.ts';
import { ButtonLink } from '../components/button.tsx';
import { usePageTitle } from '../lib/page-title.ts';
import { MessagePage } from './message-page.tsx';

export function ForbiddenPage() {
  const { t } = useTranslation();
  usePageTitle(t('title.forbidden'));
  return (
    <MessagePage title={t('title.forbidden')} lead={t('page.forbiddenLead')}>
      <ButtonLink to="/" tone="primary">
        {t('action.toHome')}
      </ButtonLink>
    </MessagePage>
  );
}
