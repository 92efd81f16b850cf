import type { AuditEventView } from '@ennead/contracts';
import { Link } from 'react-router';
import { DateTime } from '../../../components/date-time.tsx';
import tableStyles from '../../../components/table.module.css';
import styles from '../admin.module.css';
import { useAuditWords } from './audit-words.ts';

/** The events as they were recorded. The order is theirs, so the table does not sort. */
export function AuditTable({ events }: { readonly events: readonly AuditEventView[] }) {
  const { t } = useAuditWords();
  const headers = [
    t('audit.at'),
    t('audit.actor'),
    t('audit.action'),
    t('audit.subject'),
    t('audit.detail'),
  ] as const;
  return (
    <table className={tableStyles.table} role="table">
      <caption className="visually-hidden">{t('audit.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {headers.map((header) => (
            <th key={header} scope="col" role="columnheader">
              <span className={tableStyles.head}>{header}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {events.map((event) => (
          <Row key={event.id} event={event} headers={headers} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly event: AuditEventView;
  readonly headers: readonly [string, string, string, string, string];
}

function Row({ event, headers }: RowProps) {
  const words = useAuditWords();
  const { t } = words;
  const cells = [
    <DateTime key="at" instant={event.at} />,
    event.actor ? (
      <Link
        key="actor"
        to={{ search: new URLSearchParams({ actor: event.actor.id }).toString() }}
        title={t('audit.onlyActor', { name: event.actor.name })}
      >
        {event.actor.name}
      </Link>
    ) : (
      <span key="actor" className={styles.soft}>
        {t('audit.platform')}
      </span>
    ),
    <strong key="action" className={styles.name}>
      {words.event(event)}
    </strong>,
    <span key="subject">
      {words.subject(event.subjectKind)} <code className={styles.code}>{event.subjectId.slice(0, 8)}</code>
    </span>,
    <Detail key="detail" event={event} />,
  ];
  return (
    <tr role="row">
      {cells.map((cell, index) => (
        <td key={headers[index]} role="cell" data-label={headers[index]}>
          <div className={tableStyles.cell}>{cell}</div>
        </td>
      ))}
    </tr>
  );
}

/** Everything that was recorded with the event, to the letter. */
function Detail({ event }: { readonly event: AuditEventView }) {
  const { t } = useAuditWords();
  const { action, subjectKind, subjectId, entryId, detail } = event;
  const whole = {
    action,
    subject: `${subjectKind} ${subjectId}`,
    ...(entryId && { entryId }),
    ...detail,
  };
  return (
    <details className={styles.detail}>
      <summary>{t('audit.showDetail')}</summary>
      <pre>{JSON.stringify(whole, null, 2)}</pre>
    </details>
  );
}
