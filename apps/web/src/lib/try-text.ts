import type { EntryCause } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';

interface Try {
  readonly number: number;
  readonly cause: EntryCause;
}

/** Which try of an enrolment an entry is, and why; null of a first one, of which nothing need be said. */
export function useTryText(): (entry: Try) => string | null {
  const { t } = useTranslation();
  return ({ number, cause }) => {
    if (cause === 'mock') return t('entry.cause.mock');
    if (number === 1 && cause === 'first') return null;
    return t('entry.try', { number, cause: t(`entry.cause.${cause}`) });
  };
}
