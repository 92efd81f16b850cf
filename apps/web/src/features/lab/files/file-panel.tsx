import { useState, type ReactNode } from 'react';
import { IconButton } from '../../../components/button.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import panel from '../layout/panel.module.css';
import { useStore } from '../../../lib/store.ts';
import { CreateFileDialog, RemoveFileDialog, RenameFileDialog } from './file-dialogs.tsx';
import type { FileStore } from './file-store.ts';
import { FileTree } from './file-tree.tsx';
import { parentOf, type TreeRow } from './tree-rows.ts';
import styles from './file-tree.module.css';

interface Props {
  readonly files: FileStore;
  /** Called with every file that is opened from here. */
  readonly onOpen: () => void;
  /** Stands last in the head: the button that collapses the panel. */
  readonly aside?: ReactNode;
}

type Asked = { readonly act: 'create' | 'rename' | 'remove'; readonly path: string } | null;

/** The tree and what can be done with it. */
export function FilePanel({ files, onOpen, aside }: Props) {
  const { t } = useTranslation('lab');
  const { active } = useStore(files.state);
  const [chosen, setChosen] = useState<Pick<TreeRow, 'path' | 'kind'> | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const selected = chosen ?? (active === null ? null : { path: active, kind: 'file' as const });
  const place = selected?.path ?? null;
  const folder = selected?.kind === 'folder' ? selected.path : parentOf(selected?.path ?? '');
  const done = () => setAsked(null);

  return (
    <div className={styles.panel}>
      <div className={panel.head}>
        <h2 className={panel.title}>{t('files')}</h2>
        <IconButton
          className={panel.tool}
          icon="plus"
          label={t('tree.create')}
          onClick={() => setAsked({ act: 'create', path: folder === '' ? '' : `${folder}/` })}
        />
        <IconButton
          className={panel.tool}
          icon="edit"
          label={t('tree.rename')}
          disabled={place === null}
          onClick={() => place !== null && setAsked({ act: 'rename', path: place })}
        />
        <IconButton
          className={panel.tool}
          icon="trash"
          label={t('tree.remove')}
          disabled={place === null}
          onClick={() => place !== null && setAsked({ act: 'remove', path: place })}
        />
        {aside}
      </div>
      <FileTree
        files={files}
        selected={selected?.path ?? null}
        onSelect={setChosen}
        onOpen={(path) => {
          files.open(path);
          onOpen();
        }}
        onRename={(path) => setAsked({ act: 'rename', path })}
        onRemove={(path) => setAsked({ act: 'remove', path })}
      />
      {asked?.act === 'create' && (
        <CreateFileDialog
          under={asked.path}
          onClose={done}
          onCreate={async (path) => {
            await files.create(path);
            setChosen({ path, kind: 'file' });
            onOpen();
          }}
        />
      )}
      {asked?.act === 'rename' && (
        <RenameFileDialog
          path={asked.path}
          onClose={done}
          onRename={async (newPath) => {
            await files.rename(asked.path, newPath);
            setChosen(selected && { ...selected, path: newPath });
          }}
        />
      )}
      {asked?.act === 'remove' && (
        <RemoveFileDialog
          path={asked.path}
          onClose={done}
          onRemove={async () => {
            await files.remove(asked.path);
            setChosen(null);
          }}
        />
      )}
    </div>
  );
}
