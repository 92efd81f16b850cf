import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../i18n/use-translation.ts';
import type { FileStore } from '../files/file-store.ts';
import { useStore } from '../../../lib/store.ts';
import { EditorModels } from './editor-models.ts';
import type { MonacoApi } from './load-monaco.ts';
import styles from './editor.module.css';

interface Props {
  readonly monaco: MonacoApi;
  readonly files: FileStore;
}

/** Monaco over the active file. Models live as long as their tabs, so that undo and place survive switching. */
export function CodeEditor({ monaco, files }: Props) {
  const { t } = useTranslation('lab');
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<ReturnType<MonacoApi['editor']['create']> | null>(null);
  const models = useRef<EditorModels | null>(null);
  const { open, active } = useStore(files.state);
  const file = open.find(({ path }) => path === active);
  const label = file ? `${t('file.label', { path: file.path })} ${t('leaveHint')}` : '';

  useEffect(() => {
    if (!host.current) return;
    const created = monaco.editor.create(host.current, {
      model: null,
      automaticLayout: true,
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
      fontLigatures: false,
      fontSize: 14,
      lineHeight: 22,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      renderLineHighlightOnlyWhenFocus: true,
      wordBasedSuggestions: 'currentDocument',
      fixedOverflowWidgets: true,
      unicodeHighlight: { ambiguousCharacters: false },
      padding: { top: 8, bottom: 8 },
      tabSize: 4,
      accessibilitySupport: 'auto',
      stickyScroll: { enabled: false },
      contextmenu: false,
    });
    editor.current = created;
    models.current = new EditorModels(monaco, created, files);
    return () => {
      models.current?.dispose();
      created.dispose();
      editor.current = null;
      models.current = null;
    };
  }, [monaco, files]);

  useEffect(() => models.current?.follow(open, active), [monaco, files, open, active]);
  useEffect(() => editor.current?.updateOptions({ ariaLabel: label }), [monaco, label]);

  return <div ref={host} className={styles.host} data-lab-editor />;
}
