import type { CohortMember, MeasuredAccommodation } from '@ennead/contracts';
import { AccommodationMark } from '../../components/accommodation-mark.tsx';
import { Button } from '../../components/button.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMeasureWords } from '../../lib/measure-words.ts';
import styles from './institution.module.css';

interface Props {
  readonly member: CohortMember;
  /** Of the whole cohort, the latest first; null while they are not known. */
  readonly known: readonly MeasuredAccommodation[] | null;
  readonly onAsk: () => void;
}

/** The measure that stands and the one that waits, never why; and how one is asked for in a member's name. */
export function MemberAccommodation({ member: { entryId, name, result, seat }, known, onAsk }: Props) {
  const { t } = useTranslation('accommodations');
  const words = useMeasureWords();
  if (!known) return null;
  const own = known.filter((one) => one.entryId === entryId);
  const shown = own.filter(({ state }) => state === 'asked' || state === 'approved');
  const mayAsk = result === 'undecided' && seat === 'entered' && !own.some(({ state }) => state === 'asked');
  return (
    <span className={styles.marks}>
      {shown.map(({ id, state, asked, measures }) => (
        <span key={id} className={styles.lines}>
          <span>{words(measures ?? asked)}</span>
          <AccommodationMark state={state} />
        </span>
      ))}
      {shown.length === 0 && !mayAsk && <span className={styles.faint}>{t('member.none')}</span>}
      {mayAsk && (
        <Button
          size="small"
          tone="quiet"
          className={styles.oneLine}
          aria-label={t('member.askFor', { name })}
          onClick={onAsk}
        >
          {t('member.ask')}
        </Button>
      )}
    </span>
  );
}
