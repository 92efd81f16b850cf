import { useCallback } from 'react';
import { textOf } from '../../../i18n/i18n.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';

/** Words for what is recorded; an action or a kind of subject that is newer than this page keeps its code. */
export function useAuditWords() {
  const { t, locale } = useTranslation('admin');
  const words = useCallback(
    (path: string, code: string) => textOf('admin', `${path}.${code}`) ?? code,
    // The language is part of what is said.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [locale],
  );
  return {
    t,
    action: (code: string) => words('action', code),
    subject: (kind: string) => words('subject', kind),
  };
}
