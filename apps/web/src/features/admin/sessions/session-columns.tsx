import type { ExamSessionView } from '@ennead/contracts';
import { Link } from 'react-router';
import { SessionParts } from '../../../components/session-parts.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import type { Column } from '../../../components/table-view.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { useSessionParts } from '../../../lib/session-parts.ts';
import styles from '../admin.module.css';
import { SessionWindow, useSpan } from './session-window.tsx';

export function useSessionColumns(): readonly Column<ExamSessionView>[] {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  const format = useFormat();
  const spanOf = useSpan();
  const roleOf = ({ role, level }: ExamSessionView) =>
    `${t(`common:role.${role}`)} · ${t(`common:level.${level}`)}`;
  const partsOf = useSessionParts();
  return [
    {
      key: 'name',
      header: t('sessions.name'),
      cell: ({ id, title }) => (
        <Link to={`/admin/sessions/${id}`} className={styles.name}>
          {text(title)}
        </Link>
      ),
      sortBy: ({ title }) => text(title),
    },
    { key: 'role', header: t('sessions.role'), cell: roleOf, sortBy: roleOf },
    {
      key: 'window',
      header: t('sessions.window'),
      cell: (session) => <SessionWindow session={session} />,
      sortBy: ({ opensAt }) => opensAt,
      text: spanOf,
    },
    {
      key: 'enrolled',
      header: t('sessions.enrolled'),
      cell: ({ enrolledCount }) => format.number(enrolledCount),
      sortBy: ({ enrolledCount }) => enrolledCount,
      align: 'end',
    },
    {
      key: 'access',
      header: t('newSession.access'),
      cell: ({ access }) => t(`newSession.circle.${access}`),
      sortBy: ({ access }) => t(`newSession.circle.${access}`),
    },
    {
      key: 'registrars',
      header: t('sessions.registrars'),
      cell: (session) =>
        isUnattended(session) ? (
          <StateMark tone="warn">{t('sessions.nobody')}</StateMark>
        ) : (
          format.number(session.registrarCount)
        ),
      sortBy: ({ registrarCount }) => registrarCount,
      align: 'end',
    },
    {
      key: 'exam',
      header: t('sessions.exam'),
      cell: ({ parts }) => <SessionParts parts={parts} />,
      text: ({ parts }) =>
        partsOf(parts)
          .map(({ facts, contentId }) => `${facts} · ${contentId}`)
          .join('; '),
    },
    {
      key: 'scheme',
      header: t('sessions.scheme'),
      cell: ({ scheme }) => (
        <span className={styles.oneLine}>{t('sessions.schemeVersion', { version: scheme.version })}</span>
      ),
      text: ({ scheme }) => `${scheme.id} ${scheme.version}`,
    },
  ];
}

/** What is to be seen to in such a session, nobody sees. */
const isUnattended = ({ registrarCount, state, window }: ExamSessionView): boolean =>
  registrarCount === 0 && state === 'scheduled' && window !== 'closed';
