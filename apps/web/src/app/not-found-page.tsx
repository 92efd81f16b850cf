import { useTranslation } from '../i18n/use-translation.ts';
import { ButtonLink } from '../components/button.tsx';
import { MessagePage } from './message-page.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <MessagePage title={t('title.notFound')} lead={t('page.notFoundLead')}>
      <ButtonLink to="/" tone="primary">
        {t('action.toHome')}
      </ButtonLink>
      <ButtonLink to="/verify">{t('nav.verify')}</ButtonLink>
    </MessagePage>
  );
}
