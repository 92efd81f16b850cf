import { IconButton } from '../../components/button.tsx';
import { Menu, MenuChoice, MenuNote } from '../../components/menu.tsx';
import { useLocale, useTranslation } from '../../i18n/use-translation.ts';
import { useChooseLocale } from '../../queries/choose-locale.ts';
import { setTheme, useTheme } from '../../lib/theme.ts';

const languages = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
] as const;

/** Language and appearance in one menu: the header has no room for two. */
export function OptionsMenu() {
  const { t } = useTranslation('lab');
  const choose = useChooseLocale();
  const locale = useLocale();
  const theme = useTheme();
  return (
    <Menu trigger={<IconButton icon="language" label={t('menu')} />}>
      <MenuChoice value={locale} onChange={choose} choices={languages} />
      <MenuNote>{t('common:shell.theme')}</MenuNote>
      <MenuChoice
        value={theme}
        onChange={setTheme}
        choices={[
          { value: 'light', label: t('common:shell.themeLight'), icon: 'sun' },
          { value: 'dark', label: t('common:shell.themeDark'), icon: 'moon' },
          { value: 'system', label: t('common:shell.themeSystem'), icon: 'system' },
        ]}
      />
    </Menu>
  );
}
