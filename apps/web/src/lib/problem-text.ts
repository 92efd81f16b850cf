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

/** Whether the server named this field of the input as faulty; what to say about it is the form's own text. */
export const hasFault = (error: unknown, path: string): boolean =>
  error instanceof ApiProblem && error.errors.some((fault) => fault.path === path);
