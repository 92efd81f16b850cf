import type { Locale, MeView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { changeLocale } from '../i18n/i18n.ts';
import { forgetChoice, rememberChoice } from '../i18n/locale.ts';
import { changeAccountLocale } from './identity.ts';
import { meKey } from '../lib/query-client.ts';

/** Changes the language here at once, and in the account of whoever is logged in or logs in next. */
export function useChooseLocale(): (locale: Locale) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    (locale) => {
      const me = client.getQueryData<MeView>(meKey);
      if (me?.person) {
        forgetChoice();
        client.setQueryData<MeView>(meKey, { person: { ...me.person, locale } });
        // The page is in the new language already; should this fail, the choice still holds in this browser.
        changeAccountLocale(locale).catch(() => undefined);
      } else {
        rememberChoice(locale);
      }
      return changeLocale(locale);
    },
    [client],
  );
}
