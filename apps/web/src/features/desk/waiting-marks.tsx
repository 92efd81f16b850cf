import type { DeskCounts, MissingClearance } from '@ennead/contracts';
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

/** What is still to be seen to in a session, each with for how many people. */
export function WaitingMarks({ counts }: { readonly counts: DeskCounts }) {
  const { t } = useTranslation('desk');
  const lacking = missingKinds.flatMap((kind) => {
    const count = counts.missingCounts[kind] ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
  return (
    <div className={styles.summary} data-testid="summary">
      {counts.requestedCount > 0 && (
        <StateMark tone="warn">{t('requested', { count: counts.requestedCount })}</StateMark>
      )}
      {lacking.map(({ kind, count }) => (
        <StateMark key={kind} tone="active">
          {t('lacks', { what: t(`common:clearance.${kind}`), count })}
        </StateMark>
      ))}
      {counts.requestedCount === 0 && lacking.length === 0 && (
        <StateMark tone="good">{t('complete')}</StateMark>
      )}
    </div>
  );
}
