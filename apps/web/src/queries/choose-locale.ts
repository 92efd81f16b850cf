import type { Locale, SessionView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { changeLocale } from '../i18n/i18n.ts';
import { changeAccountLocale } from './identity.ts';
import { sessionKey } from '../lib/query-client.ts';

/** Changes the language here at once, and in the account of whoever is logged in. */
export function useChooseLocale(): (locale: Locale) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    (locale) => {
      const session = client.getQueryData<SessionView>(sessionKey);
      if (session?.person) {
        client.setQueryData<SessionView>(sessionKey, { person: { ...session.person, locale } });
        // The page is in the new language already; should this fail, the choice still holds in this browser.
        changeAccountLocale(locale).catch(() => undefined);
      }
      return changeLocale(locale);
    },
    [client],
  );
}
