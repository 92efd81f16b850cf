import { useTranslation } from '../i18n/use-translation.ts';
import { setSingleKeys, useSingleKeys } from '../lib/single-keys.ts';
import { Checkbox } from './checkbox.tsx';

/** Where keys are explained they can be turned off. */
export function SingleKeysSwitch() {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={t('singleKeys.label')}
      hint={t('singleKeys.hint')}
      checked={useSingleKeys()}
      onChange={(event) => setSingleKeys(event.target.checked)}
    />
  );
}
