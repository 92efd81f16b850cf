import type { EventSubject } from '@ennead/contracts';
import { useCallback } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';

/** What something happened to, by its names, the nearest first: "Zhou Yu’an · Engineer Junior · Autumn". Empty where nothing has a name. */
export function useSubjectText(): (subject: EventSubject) => string {
  const { t, locale } = useTranslation();
  return useCallback(
    ({ person, roleName, level, session, cohort, institution, certificate, lab }) =>
      [
        certificate,
        lab?.[locale],
        person?.name,
        [roleName?.[locale], level && t(`level.${level}`)].filter(Boolean).join(locale === 'en' ? ' ' : ''),
        cohort,
        institution?.[locale],
        session?.[locale],
      ]
        .filter(Boolean)
        .join(' · '),
    [t, locale],
  );
}
