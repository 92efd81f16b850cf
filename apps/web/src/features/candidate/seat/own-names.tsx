import type { OwnEntry } from '@ennead/contracts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { hasEnded } from '../../../lib/has-ended.ts';
import { useMe } from '../../../queries/me.ts';
import styles from '../candidate-page.module.css';

/** The names as they were confirmed, in both scripts, for as long as something may come of the entry. */
export function OwnNames({ entry: { state, missing } }: { readonly entry: OwnEntry }) {
  const { t } = useTranslation('candidate');
  const { person } = useMe();
  if (!person?.latinName || missing.includes('names') || hasEnded(state)) return null;
  const names = [...new Set([person.name, person.latinName])].join(' · ');
  return <p className={styles.about}>{t('seat.confirmedNames', { names })}</p>;
}
