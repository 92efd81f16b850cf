import { useTranslation } from '../i18n/use-translation.ts';
import { IconButton } from '../components/button.tsx';
import type { IconName } from '../components/icon.tsx';
import { Menu, MenuChoice } from '../components/menu.tsx';
import { setTheme, useTheme, type Theme } from '../lib/theme.ts';

const icons: Record<Theme, IconName> = { light: 'sun', dark: 'moon', system: 'system' };

export function ThemeSwitch() {
  const { t } = useTranslation();
  const theme = useTheme();
  const labels: Record<Theme, string> = {
    light: t('shell.themeLight'),
    dark: t('shell.themeDark'),
    system: t('shell.themeSystem'),
  };
  const choices = (['light', 'dark', 'system'] as const).map((value) => ({
    value,
    label: labels[value],
    icon: icons[value],
  }));
  return (
    <Menu trigger={<IconButton icon={icons[theme]} label={t('shell.theme')} />}>
      <MenuChoice value={theme} onChange={setTheme} choices={choices} />
    </Menu>
  );
}
