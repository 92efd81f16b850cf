import type { Locale } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from '../components/button.tsx';
import { useChooseLocale } from '../queries/choose-locale.ts';
import { useLocale } from '../i18n/use-translation.ts';

const other: Record<Locale, { readonly locale: Locale; readonly name: string }> = {
  'zh-CN': { locale: 'en', name: 'English' },
  en: { locale: 'zh-CN', name: '中文' },
};

/** One button that names the other language in that language. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const choose = useChooseLocale();
  const { locale, name } = other[useLocale()];
  return (
    <Button
      tone="quiet"
      size="small"
      lang={locale}
      title={t('shell.language')}
      onClick={() => void choose(locale)}
    >
      {name}
    </Button>
  );
}
