import type { MessageRow } from '@ennead/contracts';
import { Button } from '../../../components/button.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { EmailText } from '../../../components/email-text.tsx';
import type { Column } from '../../../components/table-view.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import styles from '../admin.module.css';
import { MessageStateMark } from './message-state.tsx';

export function useMessageColumns(onRead: (message: MessageRow) => void): readonly Column<MessageRow>[] {
  const { t } = useTranslation('admin');
  const { t: notices } = useTranslation('notices');
  const format = useFormat();
  const kindOf = ({ kind }: MessageRow) => notices(`kind.${kind}`);
  return [
    {
      key: 'name',
      header: t('inbox.to'),
      cell: ({ name }) => <span className={styles.name}>{name}</span>,
      sorts: true,
      text: ({ name }) => name,
    },
    {
      key: 'address',
      header: t('inbox.address'),
      cell: ({ address }) => <EmailText email={address} />,
      text: ({ address }) => address,
    },
    { key: 'kind', header: t('inbox.kind'), cell: kindOf, sorts: true, text: kindOf },
    {
      key: 'state',
      header: t('inbox.state'),
      cell: ({ state }) => <MessageStateMark state={state} />,
      text: ({ state }) => t(`inbox.messageState.${state}`),
    },
    {
      key: 'queuedAt',
      header: t('inbox.queuedAt'),
      cell: ({ queuedAt }) => <DateTime instant={queuedAt} />,
      sorts: true,
      text: ({ queuedAt }) => format.dateTime(queuedAt),
    },
    {
      key: 'action',
      header: t('inbox.action'),
      plain: true,
      cell: (message) => (
        <Button
          size="small"
          aria-label={t('inbox.readOf', { name: message.name, kind: kindOf(message) })}
          onClick={() => onRead(message)}
        >
          {t('inbox.read')}
        </Button>
      ),
    },
  ];
}
