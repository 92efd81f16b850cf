import { Page } from '../../components/page.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CheckYourself } from './check-yourself.tsx';
import { NumberForm } from './number-form.tsx';

export function SearchPage() {
  const { t } = useTranslation('verify');
  return (
    <Page width="text" title={t('title')} lead={t('lead')}>
      <NumberForm />
      <CheckYourself />
    </Page>
  );
}
