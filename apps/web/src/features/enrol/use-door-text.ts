import type { OpenSession } from '@ennead/contracts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useEnteringText } from '../../lib/entering-text.ts';
import { useNextSentence } from '../../lib/next-sentence.ts';

/** Why a session cannot be entered now, whether by its own door or by the rules of tries; or what closes soon. */
export function useDoorText(): (session: OpenSession) => readonly string[] {
  const { t } = useTranslation('enrol');
  const nextSentence = useNextSentence();
  const enteringText = useEnteringText();
  return (session) => {
    const { entering } = session;
    if (entering.kind === 'allowed') return enteringText({ ...session, entering });
    switch (entering.code) {
      case 'TRY_OPEN':
        return [t('tryOpen')];
      case 'TRY_OPEN_ELSEWHERE':
      case 'TRY_NOT_OFFERED':
      case 'GRADE_AT_TOP':
      case 'TRY_TOO_EARLY':
      case 'TRIES_USED_UP':
        return [nextSentence(entering)];
      // Said beside the places that are left.
      case 'SESSION_FULL':
        return [];
      default:
        return enteringText({ ...session, entering });
    }
  };
}
