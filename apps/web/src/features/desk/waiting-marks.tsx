import type { DeskCounts, MissingClearance } from '@ennead/contracts';
import { Link } from 'react-router';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './desk.module.css';

export const missingKinds: readonly MissingClearance[] = [
  'address',
  'application',
  'names',
  'experience',
  'identity',
];

interface Props {
  readonly sessionId: string;
  readonly counts: DeskCounts;
}

/** What is still to be seen to in a session, each with for how many people and the way to them. */
export function WaitingMarks({ sessionId, counts }: Props) {
  const { t } = useTranslation('desk');
  const lacking = missingKinds.flatMap((kind) => {
    const count = counts.missingCounts[kind] ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
  const to = (filter: Record<string, string>) => ({
    search: new URLSearchParams({ session: sessionId, ...filter }).toString(),
  });
  return (
    <div className={styles.summary} data-testid="summary">
      {counts.requestedCount > 0 && (
        <Link className={styles.mark} to={to({ state: 'requested' })}>
          <StateMark tone="warn">{t('requested', { count: counts.requestedCount })}</StateMark>
        </Link>
      )}
      {lacking.map(({ kind, count }) => (
        <Link key={kind} className={styles.mark} to={to({ missing: kind })}>
          <StateMark tone="active">{t('lacks', { what: t(`common:clearance.${kind}`), count })}</StateMark>
        </Link>
      ))}
      {counts.requestedCount === 0 && lacking.length === 0 && (
        <StateMark tone="good">{t('complete')}</StateMark>
      )}
    </div>
  );
}
