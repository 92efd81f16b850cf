import type { OwnEnrolment, OwnEntry } from '@ennead/contracts';
import { Badge, StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { hasEnded, isPending } from '../../lib/has-ended.ts';
import { useTryText } from '../../lib/try-text.ts';
import styles from './candidate-page.module.css';
import { reasonOf } from './reason-of.ts';
import { useCountedText } from './tries/counted-text.ts';

interface Props {
  readonly entry: OwnEntry;
  readonly enrolment: OwnEnrolment | null;
}

/** Which try it is and how many count, and what became of it where that is not told by its parts. */
export function EntryState({ entry, enrolment }: Props) {
  const { t } = useTranslation('candidate');
  const tryText = useTryText()(entry);
  const countedText = useCountedText();
  const { state, cause } = entry;
  const special = hasEnded(state) || isPending(state) || state === 'reopened' ? state : null;
  const reason = enrolment && reasonOf(entry, enrolment.tries);
  // Of a try that is over, the way to the next one says how many count.
  const counted = enrolment && state === 'entered' ? countedText(enrolment) : null;
  return (
    <>
      <div className={styles.marks}>
        <Badge>{tryText}</Badge>
        {!special && <Badge>{t(`common:supervision.${entry.place.supervision}`)}</Badge>}
        {special && (
          <StateMark tone={special === 'reopened' ? 'active' : 'neutral'}>
            {entry.isCancelled ? t('entryState.cancelledMark') : t(`common:entry.state.${special}`)}
          </StateMark>
        )}
      </div>
      {counted && <p className={styles.about}>{counted}</p>}
      {special && <p className={styles.about}>{t(`entryState.${aboutOf(entry, special)}`)}</p>}
      {state === 'missed' && enrolment?.countedTries.includes(entry.number) && (
        <p className={styles.about}>{t('entryState.missedUses')}</p>
      )}
      {entry.fallenReason && (
        <p className={styles.about}>{t('entryState.reason', { text: entry.fallenReason })}</p>
      )}
      {reason && !entry.fallenReason && (
        <p className={styles.about}>
          {reason.replaced === null
            ? t('entryState.reason', { text: reason.text })
            : t('entryState.freeSitting', { number: reason.replaced, text: reason.text })}
        </p>
      )}
      {!special && cause === 'mock' && <p className={styles.about}>{t('entryState.mock')}</p>}
    </>
  );
}

/** What became of it, in the words for that. */
const aboutOf = <Special extends string>(
  { isCancelled, result }: OwnEntry,
  special: Special,
): Special | 'reopenedWithdrawn' | 'cancelled' => {
  if (isCancelled) return 'cancelled';
  return special === 'reopened' && result.outcome === 'withdraw' ? 'reopenedWithdrawn' : special;
};
