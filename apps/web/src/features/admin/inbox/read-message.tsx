import type { MessageRow, MessageView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { CopyButton } from '../../../components/copy-button.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { EmailText } from '../../../components/email-text.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { messageQuery } from '../../../queries/messages.ts';
import styles from './inbox.module.css';
import { MessageStateMark } from './message-state.tsx';
import { SendAgain } from './send-again.tsx';
import { ShowLink } from './show-link.tsx';

interface Props {
  readonly message: MessageRow;
  readonly onClose: () => void;
}

/** One letter as it would look, with what became of it and what can be done about it. */
export function ReadMessage({ message, onClose }: Props) {
  const { t } = useTranslation('admin');
  const view = useQuery(messageQuery(message.id));
  return (
    <Dialog open kind="wide" onClose={onClose} title={t('inbox.letter.title', { name: message.name })}>
      {view.isPending && <Loading lines={8} />}
      {view.isError && <ErrorState error={view.error} onRetry={() => void view.refetch()} />}
      {view.data && <Letter message={view.data} onSent={onClose} />}
    </Dialog>
  );
}

const mayBeSentAgain = ({ state }: MessageView): boolean => state === 'uncertain' || state === 'refused';

function Letter({ message, onSent }: { readonly message: MessageView; readonly onSent: () => void }) {
  const { t } = useTranslation('admin');
  const { letter, locale, linkState, reason, fault } = message;
  return (
    <div className={styles.message}>
      {reason && <p className={styles.reason}>{t(`inbox.reason.${reason}`)}</p>}
      <Facts message={message} />
      {fault && (
        <div>
          <div className={styles.label}>{t('inbox.letter.serverSaid')}</div>
          <pre className={styles.fault}>{fault}</pre>
        </div>
      )}
      {letter ? (
        <article className={styles.letter} lang={locale}>
          <h3>{letter.subject}</h3>
          <p>{letter.text}</p>
        </article>
      ) : (
        <p>{t('inbox.letter.unwritten')}</p>
      )}
      {linkState === 'masked' && <ShowLink id={message.id} />}
      {mayBeSentAgain(message) && <SendAgain id={message.id} onSent={onSent} />}
    </div>
  );
}

function Facts({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation('admin');
  const { address, state, queuedAt, settledAt, dueAt, tries, sentBy, messageId } = message;
  return (
    <dl className={styles.facts}>
      <dt>{t('inbox.address')}</dt>
      <dd>
        <EmailText email={address} />
      </dd>
      <dt>{t('inbox.state')}</dt>
      <dd>
        <MessageStateMark state={state} />
      </dd>
      <dt>{t('inbox.queuedAt')}</dt>
      <dd>
        <DateTime instant={queuedAt} />
      </dd>
      {settledAt && (
        <>
          <dt>{t('inbox.letter.settledAt')}</dt>
          <dd>
            <DateTime instant={settledAt} />
          </dd>
        </>
      )}
      {dueAt && (
        <>
          <dt>{t('inbox.letter.dueAt')}</dt>
          <dd>
            <DateTime instant={dueAt} />
          </dd>
        </>
      )}
      {tries > 0 && (
        <>
          <dt>{t('inbox.letter.tries')}</dt>
          <dd>{tries}</dd>
        </>
      )}
      <dt>{t('inbox.letter.sentBy')}</dt>
      <dd>{sentBy?.name ?? t('inbox.letter.nobody')}</dd>
      <dt>{t('inbox.letter.messageId')}</dt>
      <dd className={styles.copied}>
        {messageId}
        <CopyButton text={messageId} />
      </dd>
    </dl>
  );
}
