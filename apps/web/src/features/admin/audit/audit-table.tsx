import type { NamedAuditEvent } from '@ennead/contracts';
import { Link } from 'react-router';
import { DateTime } from '../../../components/date-time.tsx';
import tableStyles from '../../../components/table.module.css';
import styles from '../admin.module.css';
import { auditDetail } from '../../../lib/audit-detail.ts';
import { useSubjectText } from '../../../lib/subject-text.ts';
import { useAuditWords } from './audit-words.ts';

/** The events as they were recorded. The order is theirs, so the table does not sort. */
export function AuditTable({ events }: { readonly events: readonly NamedAuditEvent[] }) {
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
  readonly event: NamedAuditEvent;
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
        className={styles.oneLine}
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
    <Subject key="subject" event={event} />,
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

/** What it happened to, by its names; to the trail of its case where it belongs to one. */
function Subject({
  event: { subject, subjectKind, subjectId, entryId },
}: {
  readonly event: NamedAuditEvent;
}) {
  const words = useAuditWords();
  const name = useSubjectText()(subject);
  return (
    <span className={styles.subject}>
      <span>{words.subject(subjectKind)}</span>
      {name === '' ? (
        <code className={styles.code}>{subjectId.slice(0, 16)}</code>
      ) : entryId === null ? (
        <span className={styles.soft}>{name}</span>
      ) : (
        <Link to={`/trail/${entryId}`}>{name}</Link>
      )}
    </span>
  );
}

/** What was recorded with the event in words, and everything to the letter. */
function Detail({ event }: { readonly event: NamedAuditEvent }) {
  const { t } = useAuditWords();
  const { action, subjectKind, subjectId, entryId, detail } = event;
  const whole = {
    action,
    subject: `${subjectKind} ${subjectId}`,
    ...(entryId && { entryId }),
    ...detail,
  };
  return (
    <div className={styles.detail}>
      {auditDetail(event).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <details>
        <summary>{t('audit.asRecorded')}</summary>
        <pre>{JSON.stringify(whole, null, 2)}</pre>
      </details>
    </div>
  );
}
