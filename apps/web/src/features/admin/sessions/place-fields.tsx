import { TextArea, TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from '../admin.module.css';
import { areHallsFit, isVenueFit, type PlacePlan } from './plan-place.ts';

interface Props {
  readonly place: PlacePlan;
  readonly onChange: (place: PlacePlan) => void;
  readonly checked: boolean;
}

/** Where people come to, and which halls there are. */
export function PlaceFields({ place, onChange, checked }: Props) {
  const { t } = useTranslation('admin');
  return (
    <div className={styles.pair}>
      <TextField
        label={t('newSession.venue')}
        hint={t('newSession.venueHint')}
        required={false}
        autoComplete="off"
        value={place.venue}
        error={checked && !isVenueFit(place) ? t('newSession.venueFault') : null}
        onChange={(event) => onChange({ ...place, venue: event.target.value })}
      />
      <TextArea
        label={t('newSession.halls')}
        hint={t('newSession.hallsHint')}
        required={false}
        rows={3}
        value={place.halls}
        error={checked && !areHallsFit(place) ? t('newSession.hallsFault') : null}
        onChange={(event) => onChange({ ...place, halls: event.target.value })}
      />
    </div>
  );
}
