import type { NoticeView } from '@ennead/contracts';
import { ButtonLink } from '../../components/button.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { Badge } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMe } from '../../queries/me.ts';
import styles from './notices.module.css';
import { pathOfNotice } from './path-of-notice.ts';

interface Props {
  readonly notice: NoticeView;
  /** Somebody looks at what it says. */
  readonly onRead: () => void;
}

/** One notice: what it is about, and opened, all that it says. */
export function Notice({ notice, onRead }: Props) {
  const { t } = useTranslation('notices');
  const { person } = useMe();
  const { kind, letter, at, readAt } = notice;
  const path = pathOfNotice(notice, person?.roles ?? []);
  return (
    <li>
      <details className={styles.notice} onToggle={(event) => event.currentTarget.open && onRead()}>
        <summary className={styles.head}>
          <span className={styles.subject} data-unread={readAt === null}>
            {letter?.subject ?? t(`kind.${kind}`)}
          </span>
          {readAt === null && <Badge>{t('unread')}</Badge>}
          <span className={styles.when}>
            <DateTime instant={at} />
          </span>
        </summary>
        <div className={styles.body}>
          <p className={styles.text}>{letter?.text ?? t('unwritten')}</p>
          {path && (
            <ButtonLink to={path} size="small" iconAfter="right">
              {t('openSubject')}
            </ButtonLink>
          )}
        </div>
      </details>
    </li>
  );
}
