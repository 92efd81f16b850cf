import { Dialog } from '../../components/dialog.tsx';
import { SingleKeysSwitch } from '../../components/single-keys-switch.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './reviews.module.css';

const keys = [
  ['0 – 4', 'points'],
  ['↑ ↓', 'arrows'],
  ['N', 'next'],
  ['P', 'previous'],
  ['S', 'submit'],
  ['J', 'script'],
  ['?', 'help'],
] as const;

/** Every key of the marking page. */
export function ShortcutsDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('reviews');
  return (
    <Dialog open={open} onClose={onClose} title={t('shortcuts.title')}>
      <dl className={styles.keys}>
        {keys.map(([key, meaning]) => (
          <div key={meaning}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`shortcuts.${meaning}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.hint}>{t('shortcuts.hint')}</p>
      <SingleKeysSwitch />
    </Dialog>
  );
}
