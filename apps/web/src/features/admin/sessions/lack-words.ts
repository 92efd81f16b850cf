import { useTranslation } from '../../../i18n/use-translation.ts';
import type { Missing } from './describe-missing.ts';

/** What is lacking for a session, in words. */
export function useLackWords(): (missing: Missing) => string {
  const { t } = useTranslation('admin');
  return (missing) => {
    if (missing.kind === 'items') {
      const { competency, asked, available } = missing;
      return t('newSession.shortage', { competency, asked, available });
    }
    if (missing.kind === 'unusable')
      return t('newSession.unusable', {
        content: t(`newSession.unusableKind.${missing.content}`),
        id: missing.contentId,
      });
    return missing.kind === 'other'
      ? t('newSession.otherContent')
      : t(`newSession.missingKind.${missing.kind}`);
  };
}
