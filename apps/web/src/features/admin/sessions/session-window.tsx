import type { ExamSessionView } from '@ennead/contracts';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import styles from '../admin.module.css';

type Windowed = Pick<ExamSessionView, 'state' | 'window' | 'opensAt' | 'closesAt'>;

export function useSpan(): (session: Pick<Windowed, 'opensAt' | 'closesAt'>) => string {
  const { t } = useTranslation('admin');
  const format = useFormat();
  return ({ opensAt, closesAt }) =>
    t('sessions.state.span', { from: format.dateTime(opensAt), to: format.dateTime(closesAt) });
}

/** Where a session's window is, or that it will not be held. */
export function SessionWindow({ session }: { readonly session: Windowed }) {
  const { t } = useTranslation('admin');
  const span = useSpan();
  return (
    <span className={styles.window}>
      {session.state === 'cancelled' ? (
        <StateMark tone="warn" icon="cross">
          {t('sessions.state.cancelled')}
        </StateMark>
      ) : (
        <StateMark
          tone={session.window === 'open' ? 'good' : 'neutral'}
          icon={session.window === 'closed' ? 'lock' : 'clock'}
        >
          {t(`sessions.state.${session.window}`)}
        </StateMark>
      )}
      <span className={styles.faint}>{span(session)}</span>
    </span>
  );
}
