import type { EntryCause } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';

interface Try {
  readonly number: number;
  readonly cause: EntryCause;
}

/** Why a try was made; null of the very first, of which nothing need be said. */
export function useCauseText(): (entry: Try) => string | null {
  const { t } = useTranslation();
  return ({ number, cause }) => {
    if (cause !== 'first') return t(`entry.cause.${cause}`);
    // The first that counts comes after others that do not: excused, or made good for.
    return number === 1 ? null : t('entry.uncounted');
  };
}

/** Which try of an enrolment an entry is, and why. */
export function useTryText(): (entry: Try) => string {
  const { t } = useTranslation();
  const causeText = useCauseText();
  return (entry) => {
    const cause = causeText(entry);
    if (cause !== null && entry.cause === 'mock') return cause;
    const { number } = entry;
    return cause === null ? t('entry.number', { number }) : t('entry.try', { number, cause });
  };
}
