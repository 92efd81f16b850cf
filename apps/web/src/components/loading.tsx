import { useTranslation } from '../i18n/use-translation.ts';
import styles from './states.module.css';

/** Lines where text will stand; shown only after a moment, so that fast answers do not flicker. */
export function Loading({ lines = 4, label }: { readonly lines?: number; readonly label?: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{label ?? t('state.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.skeleton} aria-hidden="true" />
      ))}
    </div>
  );
}
