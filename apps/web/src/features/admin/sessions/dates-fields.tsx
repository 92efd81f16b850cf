import type { ExamSessionView } from '@ennead/contracts';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { usePartWords } from '../../../lib/part-words.ts';
import { withPlaces } from '../../../lib/place-parts.ts';
import { ownZoneName } from '../../../lib/zone-name.ts';
import styles from '../admin.module.css';
import { toDates, type DatesPlan } from './plan-dates.ts';

interface Props {
  readonly session: ExamSessionView;
  readonly dates: DatesPlan;
  readonly onChange: (dates: DatesPlan) => void;
  readonly checked: boolean;
  /** Of an extension, only ends move. */
  readonly endsOnly?: boolean;
}

/** When a session opens and closes, and each part that closes on a date of its own. */
export function DatesFields({ session, dates, onChange, checked, endsOnly }: Props) {
  const { t, locale } = useTranslation('admin');
  const words = usePartWords();
  const zone = t('newSession.zone', { zone: ownZoneName(locale) });
  const isFaulty = checked && toDates(dates, session) === null;
  return (
    <div className={styles.pair}>
      {!endsOnly && (
        <TextField
          label={t('newSession.opensAt')}
          hint={zone}
          type="datetime-local"
          value={dates.opensAt}
          error={isFaulty && !dates.opensAt ? t('newSession.opensFault') : null}
          onChange={(event) => onChange({ ...dates, opensAt: event.target.value })}
        />
      )}
      <TextField
        label={t('newSession.closesAt')}
        hint={zone}
        type="datetime-local"
        value={dates.closesAt}
        error={isFaulty ? t('newSession.closesFault') : null}
        onChange={(event) => onChange({ ...dates, closesAt: event.target.value })}
      />
      {withPlaces(session.parts).map(({ part, place }) =>
        part.closesAt === null ? null : (
          <TextField
            key={part.id}
            label={t('newSession.partCloses', { part: words.title(place) })}
            hint={t('newSession.partClosesHint')}
            required={false}
            type="datetime-local"
            value={dates.parts[part.id] ?? ''}
            onChange={(event) =>
              onChange({ ...dates, parts: { ...dates.parts, [part.id]: event.target.value } })
            }
          />
        ),
      )}
    </div>
  );
}
