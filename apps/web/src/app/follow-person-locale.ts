import { useEffect } from 'react';
import { changeLocale, currentLocale } from '../i18n/i18n.ts';
import { useMe } from '../queries/me.ts';

/** The language that a person chose for the account comes with them to any browser. */
export function useFollowPersonLocale(): void {
  const { person } = useMe();
  const locale = person?.locale;
  useEffect(() => {
    if (locale && locale !== currentLocale()) void changeLocale(locale);
  }, [locale]);
}
