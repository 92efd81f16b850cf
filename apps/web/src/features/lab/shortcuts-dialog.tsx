import { Dialog } from '../../components/dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './workbench.module.css';

const shortcuts = [
  ['save', 'Ctrl S'],
  ['leave', 'Ctrl M'],
  ['nextPanel', 'F6'],
  ['previousPanel', 'Shift F6'],
  ['check', 'F9'],
  ['find', 'Ctrl F'],
  ['comment', 'Ctrl /'],
  ['copy', 'Ctrl Shift C'],
  ['paste', 'Ctrl Shift V'],
  ['rename', 'F2'],
  ['remove', 'Delete'],
  ['resize', '← → ↑ ↓ Enter'],
  ['help', '?'],
] as const;

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** On a Mac the command key saves and finds, as everywhere there; Ctrl M is the same on every system. */
const keysHere = (keys: string): readonly string[] =>
  (isMac && /^Ctrl (S|F|\/)$/.test(keys) ? keys.replace('Ctrl', '⌘') : keys).split(' ');

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('lab');
  return (
    <Dialog open onClose={onClose} title={t('keys.title')}>
      <dl className={styles.keys}>
        {shortcuts.map(([name, keys]) => (
          <div key={name}>
            <dt>{t(`keys.${name}`)}</dt>
            <dd>
              {keysHere(keys).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
