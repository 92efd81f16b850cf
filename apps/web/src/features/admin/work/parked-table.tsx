import type { ParkedEvent } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/button.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import type { Column } from '../../../components/table-view.ts';
import { Table } from '../../../components/table.tsx';
import { textOf } from '../../../i18n/i18n.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useProblemText } from '../../../lib/problem-text.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import styles from '../admin.module.css';
import { useAuditWords } from '../audit/audit-words.ts';
import { retryParked, workQuery } from '../../../queries/work.ts';

const keyOf = ({ handler, eventId }: ParkedEvent) => `${handler}/${eventId}`;

/** What failed so often that it waits for somebody to look; each can be tried again. */
export function ParkedTable({ events }: { readonly events: readonly ParkedEvent[] }) {
  const { t } = useTranslation('admin');
  return (
    <Table
      name="parked"
      caption={t('work.parked')}
      columns={useColumns()}
      rows={events}
      rowKey={keyOf}
      initialSort="parkedAt"
    />
  );
}

function useColumns(): Column<ParkedEvent>[] {
  const { t } = useTranslation('admin');
  const { action, subject } = useAuditWords();
  const handler = (event: ParkedEvent) => textOf('admin', `work.handler.${event.handler}`) ?? event.handler;
  const subjectText = ({ subjectKind, subjectId }: ParkedEvent) => `${subject(subjectKind)} ${subjectId}`;
  return [
    {
      key: 'handler',
      header: t('work.undone'),
      sortBy: handler,
      cell: (event) => <span className={styles.name}>{handler(event)}</span>,
    },
    {
      key: 'event',
      header: t('work.because'),
      sortBy: ({ name }) => action(name),
      text: (event) => `${action(event.name)} ${subjectText(event)}`,
      cell: (event) => (
        <>
          {action(event.name)}
          <br />
          <code className={styles.code}>{subjectText(event)}</code>
        </>
      ),
    },
    {
      key: 'fault',
      header: t('work.fault'),
      text: ({ fault }) => fault,
      cell: ({ fault, tries }) => (
        <>
          <span lang="en">{fault}</span>
          <br />
          <span className={styles.faint}>{t('work.tries', { count: tries })}</span>
        </>
      ),
    },
    {
      key: 'parkedAt',
      header: t('work.parkedAt'),
      sortBy: ({ parkedAt }) => parkedAt,
      cell: ({ parkedAt }) => <DateTime instant={parkedAt} />,
    },
    {
      key: 'behind',
      header: t('work.behind'),
      align: 'end',
      sortBy: ({ behindCount }) => behindCount,
      cell: ({ behindCount }) => behindCount,
    },
    {
      key: 'acts',
      header: t('work.acts'),
      plain: true,
      cell: (event) => <Retry event={event} label={t('work.retryOf', { what: handler(event) })} />,
    },
  ];
}

function Retry({ event, label }: { readonly event: ParkedEvent; readonly label: string }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const problemText = useProblemText();
  const retry = useAct({
    mutationFn: () => retryParked({ handler: event.handler, eventId: event.eventId }),
    onSuccess: () => toast(t('work.retried')),
    onError: (error) => toast(problemText(error), { tone: 'bad' }),
    onSettled: () => client.invalidateQueries(workQuery),
  });
  return (
    <Button size="small" busy={retry.isPending} aria-label={label} onClick={() => retry.mutate()}>
      {t('work.retry')}
    </Button>
  );
}
