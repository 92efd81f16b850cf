import { Dialog } from '../../components/dialog.tsx';
import { SingleKeysSwitch } from '../../components/single-keys-switch.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './exam-page.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function KeysDialog({ open, onClose }: Props) {
  const { t } = useTranslation('exam');
  const keys = [
    ['A–E', t('keys.letters')],
    ['1–8', t('keys.digits')],
    ['← →', t('keys.arrows')],
    ['↑ ↓', t('keys.upDown')],
    ['F', t('keys.flag')],
    ['O', t('keys.overview')],
    ['?', t('keys.help')],
  ] as const;
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')}>
      <p>{t('keys.lead')}</p>
      <dl className={styles.keys}>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <SingleKeysSwitch />
    </Dialog>
  );
}
