import { formatScore, type AuditEventView } from '@ennead/contracts';
import type { TextValues } from '../i18n/find-text.ts';
import { textOf } from '../i18n/i18n.ts';

type Detail = AuditEventView['detail'];

const word = (path: string, values?: TextValues): string[] => {
  const text = textOf('admin', `detail.${path}`, values);
  return text === null ? [] : [text];
};

const gradeText = (grade: unknown): string =>
  (typeof grade === 'number' ? textOf('admin', 'detail.grade', { grade }) : null) ??
  textOf('admin', 'detail.noGrade') ??
  '';

/** How each thing that may be recorded with an action reads; whatever else there is has no words and is left out. */
const readers: readonly ((detail: Detail) => readonly string[])[] = [
  ({ outcome }) => (typeof outcome === 'string' ? word(`outcome.${outcome}`) : []),
  ({ grade }) => (typeof grade === 'number' ? [gradeText(grade)] : []),
  (detail) =>
    'gradeAfter' in detail
      ? word('grades', { before: gradeText(detail['gradeBefore']), after: gradeText(detail['gradeAfter']) })
      : [],
  ({ cause }) => (typeof cause === 'string' ? word(`cause.${cause}`) : []),
  ({ kind }) => (typeof kind === 'string' ? word(`kind.${kind}`) : []),
  ({ dimension }) =>
    typeof dimension === 'string' ? [textOf('common', `dimension.${dimension}`) ?? []].flat() : [],
  ({ scoreCents }) =>
    typeof scoreCents === 'number' ? word('score', { score: formatScore(scoreCents) }) : [],
  ({ writer }) => (typeof writer === 'number' ? word('writer', { page: writer }) : []),
  ({ number }) => (typeof number === 'number' ? word('version', { number }) : []),
  ({ count }) => (typeof count === 'number' ? word('count', { count }) : []),
  ({ addressCount }) => (typeof addressCount === 'number' ? word('addresses', { count: addressCount }) : []),
  ({ reason }) => (typeof reason === 'string' ? word('reason', { reason }) : []),
];

/** What was recorded with an action, in words of the `admin` namespace, which the caller loads. */
export const auditDetail = ({ detail, action }: Pick<AuditEventView, 'detail' | 'action'>): string[] =>
  // Of scoring runs the cause is one of the machinery's own.
  readers.flatMap((read) => read(action.startsWith('score-run.') ? { ...detail, cause: null } : detail));
