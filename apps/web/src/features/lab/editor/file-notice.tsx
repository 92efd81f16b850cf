import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import type { FileStore } from '../files/file-store.ts';
import type { OpenFile } from '../files/open-file.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import styles from './editor.module.css';

interface Props {
  readonly file: OpenFile;
  readonly files: FileStore;
}

/** A line above the text when something about the file needs the candidate. */
export function FileNotice({ file, files }: Props) {
  const { t } = useTranslation('lab');
  const [comparing, setComparing] = useState(false);
  const reason = file.error ? t(`error.${file.error}`) : '';
  const { path } = file;

  switch (file.phase) {
    case 'conflict': {
      const gone = file.conflict?.content === null;
      return (
        <>
          <Notice text={t(gone ? 'file.conflictGone' : 'file.conflict')}>
            <Button size="small" onClick={() => setComparing(true)}>
              {t('file.compare')}
            </Button>
          </Notice>
          {comparing && <ConflictDialog file={file} files={files} onClose={() => setComparing(false)} />}
        </>
      );
    }
    case 'gone':
      return (
        <Notice text={t('file.gone')}>
          <Button size="small" onClick={() => void files.save(path)}>
            {t('file.saveAgain')}
          </Button>
          <Button size="small" tone="quiet" onClick={() => files.close(path)}>
            {t('common:action.close')}
          </Button>
        </Notice>
      );
    case 'failed':
      return (
        <Notice text={t('file.failed', { reason })}>
          <Button size="small" onClick={() => void files.save(path)}>
            {t('file.saveAgain')}
          </Button>
        </Notice>
      );
    case 'unreadable':
      return <Notice text={t('file.unreadable', { reason })} />;
    default:
      return null;
  }
}

function Notice({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.notice} role="alert">
      <Icon name="warning" />
      <span className={styles.noticeText}>{text}</span>
      {children}
    </div>
  );
}
