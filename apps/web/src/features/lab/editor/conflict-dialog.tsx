import { useEffect, useRef } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import type { FileStore } from '../files/file-store.ts';
import type { OpenFile } from '../files/open-file.ts';
import { languageOf } from './language-of.ts';
import { useMonaco } from './use-monaco.ts';
import styles from './editor.module.css';

interface Props {
  readonly file: OpenFile;
  readonly files: FileStore;
  readonly onClose: () => void;
}

/** Both texts side by side, and a button for each. Closing decides nothing. */
export function ConflictDialog({ file, files, onClose }: Props) {
  const { t } = useTranslation('lab');
  const theirs = file.conflict?.content ?? null;
  return (
    <Dialog
      open
      kind="wide"
      onClose={onClose}
      title={t('file.conflictTitle', { path: file.path })}
      footer={
        <>
          <Button
            onClick={() => {
              onClose();
              files.takeTheirs(file.path);
            }}
          >
            {t(theirs === null ? 'file.keepGone' : 'file.keepTheirs')}
          </Button>
          <Button
            onClick={() => {
              onClose();
              void files.keepMine(file.path);
            }}
          >
            {t('file.keepMine')}
          </Button>
        </>
      }
    >
      <p>{t('file.conflictText')}</p>
      {theirs === null ? (
        <p>{t('file.theirsGone')}</p>
      ) : (
        <Comparison path={file.path} theirs={theirs} mine={file.text} />
      )}
    </Dialog>
  );
}

interface ComparisonProps {
  readonly path: string;
  readonly theirs: string;
  readonly mine: string;
}

function Comparison({ path, theirs, mine }: ComparisonProps) {
  const { t } = useTranslation('lab');
  const monaco = useMonaco();
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!monaco || monaco === 'failed' || !host.current) return;
    const original = monaco.editor.createModel(theirs, languageOf(path));
    const modified = monaco.editor.createModel(mine, languageOf(path));
    const editor = monaco.editor.createDiffEditor(host.current, {
      automaticLayout: true,
      readOnly: true,
      // One column at every width, so that the legend is right.
      renderSideBySide: false,
      minimap: { enabled: false },
      fontLigatures: false,
      scrollBeyondLastLine: false,
      renderOverviewRuler: false,
      contextmenu: false,
      originalAriaLabel: t('file.theirs'),
      modifiedAriaLabel: t('file.mine'),
    });
    editor.setModel({ original, modified });
    return () => {
      editor.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [monaco, path, theirs, mine, t]);

  return (
    <div>
      <p className={styles.legend}>
        <span className={styles.theirs}>− {t('file.theirs')}</span>
        <span className={styles.mine}>+ {t('file.mine')}</span>
      </p>
      <div ref={host} className={styles.comparison} data-lab-editor />
    </div>
  );
}
