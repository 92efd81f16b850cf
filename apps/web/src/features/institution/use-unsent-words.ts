import type { MailedAgain, UndoneImport, WithdrawnMember } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** What was not sent by an act of a manager, and why, in words. */
export function useUnsentWords() {
  const { t } = useTranslation('institution');
  return {
    mailedAgain: ({ mailed, tooSoon, tooMany }: MailedAgain): string =>
      [
        t('mailAgain.done', { mailed, tooSoon }),
        ...(tooMany > 0 ? [t('unsent.tooMany', { count: tooMany })] : []),
      ].join(' '),
    withdrawn: ({ unwritten, reasonHeld }: WithdrawnMember): string[] => {
      if (unwritten) return [t('unsent.noLetter')];
      return reasonHeld ? [t('unsent.noReason')] : [];
    },
    undone: ({ unwritten, reasonHeld }: UndoneImport): string[] => [
      ...(unwritten > 0 ? [t('unsent.tooMany', { count: unwritten })] : []),
      ...(reasonHeld > 0 ? [t('unsent.reasonsHeld', { count: reasonHeld })] : []),
    ],
  };
}
