import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import type { FileStore } from '../files/file-store.ts';
import { isUnsaved } from '../files/open-file.ts';
import { useStore } from '../../../lib/store.ts';
import { CodeEditor } from './code-editor.tsx';
import { EditorTabs } from './editor-tabs.tsx';
import { FileNotice } from './file-notice.tsx';
import { useMonaco } from './use-monaco.ts';
import styles from './editor.module.css';

/** Tabs, what there is to say about the file, and the text. */
export function EditorPanel({ files }: { readonly files: FileStore }) {
  const { t } = useTranslation('lab');
  const monaco = useMonaco();
  const { open, active } = useStore(files.state);
  const [closing, setClosing] = useState<string | null>(null);
  const file = open.find(({ path }) => path === active);
  const shown = file && file.phase !== 'loading' && file.phase !== 'unreadable';

  const close = (path: string) => {
    const unsaved = files.file(path);
    if (unsaved && isUnsaved(unsaved)) setClosing(path);
    else files.close(path);
  };

  return (
    <div className={styles.panel}>
      <EditorTabs open={open} active={active} onChoose={(path) => files.activate(path)} onClose={close} />
      {file && <FileNotice file={file} files={files} />}
      <div className={styles.body}>
        {monaco === 'failed' && (
          <div className={styles.message} role="alert">
            <p>{t('file.monacoFailed')}</p>
            {/* A browser does not fetch a module again that failed once; the page has to begin anew. */}
            <Button icon="refresh" onClick={() => window.location.reload()}>
              {t('common:action.reload')}
            </Button>
          </div>
        )}
        {monaco === null && <p className={styles.message}>{t('file.monacoLoading')}</p>}
        {monaco && monaco !== 'failed' && (
          <div className={styles.stage} hidden={!shown}>
            <CodeEditor monaco={monaco} files={files} />
          </div>
        )}
        {monaco && !file && (
          <div className={styles.message}>
            <strong>{t('file.none')}</strong>
            <p>{t('file.noneHint')}</p>
          </div>
        )}
        {monaco && file?.phase === 'loading' && <p className={styles.message}>{t('file.loading')}</p>}
      </div>
      <ConfirmDialog
        open={closing !== null}
        onClose={() => setClosing(null)}
        onConfirm={() => {
          if (closing !== null) files.close(closing);
          setClosing(null);
        }}
        title={t('file.closeTitle', { path: closing ?? '' })}
        confirmLabel={t('file.closeAct')}
        tone="danger"
      >
        <p>{t('file.closeText')}</p>
      </ConfirmDialog>
    </div>
  );
}
