import type { AuditEventView } from '@ennead/contracts';
import { textOf } from '../i18n/i18n.ts';

/**
 * What was done, in words of the `admin` namespace, which the caller loads; an action that is newer than this page
 * keeps its code. A moderator's review is recorded as any other, with its kind beside it.
 */
export function auditText({ action, detail }: Pick<AuditEventView, 'action' | 'detail'>): string {
  const settles = detail['kind'] === 'adjudication' ? textOf('admin', `adjudication.${action}`) : null;
  return settles ?? textOf('admin', `action.${action}`) ?? action;
}
