import { useEffect, useEffectEvent } from 'react';
import { changeLocale, currentLocale } from '../i18n/i18n.ts';
import { forgetChoice, readChoice } from '../i18n/locale.ts';
import { useChooseLocale } from '../queries/choose-locale.ts';
import { useMe } from '../queries/me.ts';

/**
 * The language that a person chose for the account comes with them to any browser; one that they chose on the page before they logged
 * in is later than that, and becomes the account's.
 */
export function useFollowPersonLocale(): void {
  const { person } = useMe();
  const locale = person?.locale;
  const choose = useChooseLocale();
  const follow = useEffectEvent(() => {
    const chosen = readChoice();
    forgetChoice();
    if (chosen && chosen !== locale) void choose(chosen);
    else if (locale && locale !== currentLocale()) void changeLocale(locale);
  });
  useEffect(() => {
    if (locale) follow();
  }, [locale]);
}
