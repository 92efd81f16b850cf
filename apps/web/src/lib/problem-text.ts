import { useCallback } from 'react';
import { textOf } from '../i18n/i18n.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { ApiProblem } from './api-problem.ts';
import { useFormat } from './format.ts';
import { problemCount, problemInstant, waitSeconds } from './problem-instant.ts';

/**
 * What an error says to the reader. The server's refusals bring their text in both languages; the `problems`
 * namespace holds what only the browser can know, and may say a server's code better: `dated` those that name a date, `held` those that name how many.
 */
export function useProblemText(): (error: unknown) => string {
  const { t, locale } = useTranslation('problems');
  const format = useFormat();
  return useCallback(
    (error) => {
      if (!(error instanceof ApiProblem)) return t('UNKNOWN');
      const seconds = waitSeconds(error);
      const soon = seconds && textOf('problems', `soon.${error.code}`, { count: seconds });
      if (soon) return soon;
      const held = problemCount(error);
      const counted = held !== null && textOf('problems', `held.${error.code}`, { count: held });
      if (counted) return counted;
      const instant = problemInstant(error);
      const dated = instant && textOf('problems', `dated.${error.code}`, { time: format.dateTime(instant) });
      const text = dated ?? textOf('problems', error.code) ?? error.text?.[locale] ?? t('UNKNOWN');
      // With a fault of ours, what to tell whoever can look it up.
      return error.status >= 500 && error.requestId
        ? t('withReference', { text, reference: error.requestId })
        : text;
    },
    [t, locale, format],
  );
}
