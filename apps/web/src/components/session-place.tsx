import type { OwnEntry } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import { dateTimeIn } from '../lib/day-in.ts';
import { useFormat } from '../lib/format.ts';
import { ownZoneName, zoneName } from '../lib/zone-name.ts';
import styles from './states.module.css';

type Held = Pick<OwnEntry, 'opensAt' | 'closesAt'> & {
  readonly place: Pick<OwnEntry['place'], 'venue' | 'halls' | 'timeZone'>;
};

/** When, as it is announced and as the reader's clock has it, and where. */
export function SessionPlace({ session: { opensAt, closesAt, place } }: { readonly session: Held }) {
  const { t, locale } = useTranslation();
  const format = useFormat();
  const announced = {
    from: dateTimeIn(opensAt, locale, place.timeZone),
    to: dateTimeIn(closesAt, locale, place.timeZone),
  };
  const own = { from: format.dateTime(opensAt), to: format.dateTime(closesAt) };
  const isElsewhere = own.from !== announced.from || own.to !== announced.to;
  const where = [place.venue, place.halls.length > 0 ? format.list(place.halls) : null].filter(Boolean);
  return (
    <>
      <p className={styles.soft}>
        {t('sessionPlace.window', { ...announced, zone: zoneName(place.timeZone, locale) })}
      </p>
      {isElsewhere && (
        <p className={styles.soft}>{t('sessionPlace.own', { ...own, zone: ownZoneName(locale) })}</p>
      )}
      {where.length > 0 && (
        <p className={styles.soft}>{t('sessionPlace.venue', { place: where.join(' · ') })}</p>
      )}
    </>
  );
}
