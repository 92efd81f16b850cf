import type { Locale } from '@ennead/contracts';
import { use, useCallback } from 'react';
import { useStore } from '../lib/store.ts';
import type { TextValues } from './find-text.ts';
import { isLoaded, loadNamespace, shownLocale, textOf } from './i18n.ts';
import type { Namespace, TextKey } from './namespaces.ts';

export type Translate<N extends Namespace> = (key: TextKey<N>, values?: TextValues) => string;

export interface Translation<N extends Namespace> {
  readonly t: Translate<N>;
  readonly locale: Locale;
}

/**
 * Texts of a namespace in the page's language: `t('lead')`, `t('left', { count: 3 })`, `t('common:action.save')`.
 * Suspends while the dictionary is on its way; pages made with `lazyPage` have it already.
 */
export function useTranslation<N extends Namespace = 'common'>(namespace?: N): Translation<N> {
  const own: Namespace = namespace ?? 'common';
  const locale = useStore(shownLocale);
  if (!isLoaded(own)) use(loadNamespace(own));
  const t = useCallback<Translate<N>>(
    (key, values) => {
      const [first = '', second] = key.split(':');
      const text = second === undefined ? textOf(own, first, values) : textOf(first, second, values);
      return text ?? key;
    },
    // The language is part of what `t` says, so that memos that depend on it are made again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [own, locale],
  );
  return { t, locale };
}

/** The language the page is shown in. */
export const useLocale = (): Locale => useStore(shownLocale);
