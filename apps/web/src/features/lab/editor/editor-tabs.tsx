import { Icon } from '../../../components/icon.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { isUnsaved, type OpenFile } from '../files/open-file.ts';
import styles from './editor.module.css';

interface Props {
  readonly open: readonly OpenFile[];
  readonly active: string | null;
  readonly onChoose: (path: string) => void;
  readonly onClose: (path: string) => void;
}

/** The open files. A list of buttons rather than ARIA tabs, because every entry has a button of its own to close it. */
export function EditorTabs({ open, active, onChoose, onClose }: Props) {
  const { t } = useTranslation('lab');
  return (
    <ul role="list" className={styles.tabs} aria-label={t('file.openFiles')}>
      {open.map((file) => {
        const current = file.path === active;
        const name = file.path.slice(file.path.lastIndexOf('/') + 1);
        return (
          <li key={file.path} className={styles.tab} data-current={current}>
            <button
              type="button"
              className={styles.name}
              aria-current={current || undefined}
              data-region-focus={current || undefined}
              title={file.path}
              onClick={() => onChoose(file.path)}
              onAuxClick={() => onClose(file.path)}
              onKeyDown={(event) => event.key === 'Delete' && onClose(file.path)}
            >
              {name}
              {isUnsaved(file) && (
                <span className={styles.unsaved}>
                  <span className="visually-hidden">{t('tree.unsaved')}</span>
                </span>
              )}
            </button>
            <button
              type="button"
              className={styles.close}
              aria-label={t('file.close', { path: file.path })}
              title={t('file.close', { path: file.path })}
              onClick={() => onClose(file.path)}
            >
              <Icon name="cross" size={14} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
