import type { LocalizedText } from '@ennead/contracts';
import { useCallback } from 'react';
import { useLocale } from '../i18n/use-translation.ts';

/** A function that picks the page's language out of a text that the server sends in both. */
export function useLocalized(): (text: LocalizedText) => string {
  const locale = useLocale();
  return useCallback((text) => text[locale], [locale]);
}
