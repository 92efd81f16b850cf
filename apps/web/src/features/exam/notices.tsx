import type { PublicItem } from '@ennead/contracts';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import type { ExamSaver } from './exam-saver.ts';
import styles from './exam-page.module.css';
import type { SaverState } from './saver-state.ts';

interface Props {
  readonly items: readonly PublicItem[];
  readonly saver: ExamSaver;
  readonly state: SaverState;
}

/** What the candidate must know before going on, above the item and out of the way of reading it. */
export function Notices({ items, saver, state }: Props) {
  const { t } = useTranslation('exam');
  const format = useFormat();
  const pending = state.queue.pending.length;
  const numbers = items.flatMap(({ id }, at) => (state.overruled.includes(id) ? [String(at + 1)] : []));
  return (
    <>
      {state.phase === 'moved' && (
        <Notice
          icon="lock"
          title={t('moved.title')}
          action={<Button onClick={() => void saver.takeOver()}>{t('moved.action')}</Button>}
        >
          {t('moved.text')}
          {pending > 0 && ` ${t('moved.unsaved', { count: pending })}`}
        </Notice>
      )}
      {state.phase === 'logged-out' && (
        <Notice
          icon="warning"
          title={t('loggedOut.title')}
          action={
            <Button icon="external" onClick={() => window.open('/log-in', '_blank', 'noopener')}>
              {t('loggedOut.action')}
            </Button>
          }
        >
          {t('loggedOut.text')}
        </Notice>
      )}
      {numbers.length > 0 && (
        <Notice
          icon="info"
          title={t('overruled.title')}
          action={
            <IconButton
              icon="cross"
              label={t('common:action.dismiss')}
              onClick={() => saver.dismissOverruled()}
            />
          }
        >
          {t('overruled.text', { items: format.list(numbers) })} {t('overruled.refusedHint')}
        </Notice>
      )}
    </>
  );
}

interface NoticeProps {
  readonly icon: IconName;
  readonly title: string;
  readonly action: ReactNode;
  readonly children: ReactNode;
}

function Notice({ icon, title, action, children }: NoticeProps) {
  return (
    <section className={styles.notice} role="alert">
      <Icon name={icon} />
      <div className={styles.noticeWords}>
        <strong>{title}</strong>
        <p>{children}</p>
      </div>
      {action}
    </section>
  );
}
