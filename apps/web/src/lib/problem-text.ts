import { useCallback } from 'react';
import { textOf } from '../i18n/i18n.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { ApiProblem } from './api-problem.ts';

/**
 * What an error says to the reader. The server's refusals bring their text in both languages; the `problems`
 * namespace holds what only the browser can know, and may say a server's code better.
 */
export function useProblemText(): (error: unknown) => string {
  const { t, locale } = useTranslation('problems');
  return useCallback(
    (error) => {
      if (!(error instanceof ApiProblem)) return t('UNKNOWN');
      return textOf('problems', error.code) ?? error.text?.[locale] ?? t('UNKNOWN');
    },
    [t, locale],
  );
}

/** The server's message for one field of the form, or null. */
export function fieldError(error: unknown, path: string): string | null {
  if (!(error instanceof ApiProblem)) return null;
  return error.errors.find((fault) => fault.path === path)?.message ?? null;
}
