import type { AuditEventView } from '@ennead/contracts';
import { textOf } from '../../../i18n/i18n.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { auditText } from '../../../lib/audit-text.ts';

/** Words for what is recorded; a kind of subject that is newer than this page keeps its code. */
export function useAuditWords() {
  const { t } = useTranslation('admin');
  return {
    t,
    /** What was done in one event. */
    event: (event: AuditEventView) => auditText(event),
    /** What an action is called where no event stands behind it. */
    action: (code: string) => auditText({ action: code, detail: {} }),
    subject: (kind: string) => textOf('admin', `subject.${kind}`) ?? kind,
  };
}
