import { useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../../../components/icon.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useStore } from '../../../lib/store.ts';
import type { FileStore } from './file-store.ts';
import { isUnsaved } from './open-file.ts';
import { moveInTree, treeRows, type TreeRow } from './tree-rows.ts';
import styles from './file-tree.module.css';

interface Props {
  readonly files: FileStore;
  readonly selected: string | null;
  readonly onSelect: (row: TreeRow) => void;
  readonly onOpen: (path: string) => void;
  readonly onRename: (path: string) => void;
  readonly onRemove: (path: string) => void;
}

/** The workspace by the WAI-ARIA tree pattern: arrows move, Enter opens, F2 renames, Delete deletes. */
export function FileTree({ files, selected, onSelect, onOpen, onRename, onRemove }: Props) {
  const { t } = useTranslation('lab');
  const { tree, open, active } = useStore(files.state);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLUListElement>(null);

  if (tree === null) return <p className={styles.note}>{t('tree.loading')}</p>;
  if (tree.length === 0) return <p className={styles.note}>{t('tree.empty')}</p>;
  const rows = treeRows(
    tree.map(({ path }) => path),
    closed,
  );
  const current = rows.find(({ path }) => path === selected) ?? rows[0];

  const toggle = (path: string) =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(path)) after.add(path);
      return after;
    });
  const choose = (row: TreeRow) => {
    onSelect(row);
    if (row.kind === 'folder') toggle(row.path);
    else onOpen(row.path);
  };
  const focusRow = (path: string) => {
    const row = rows.find((one) => one.path === path);
    if (row) onSelect(row);
    list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, row: TreeRow) => {
    const move = moveInTree(rows, row.path, event.key);
    if (move?.toggle) toggle(move.toggle);
    else if (move?.focus) focusRow(move.focus);
    else if (event.key === 'Enter' || event.key === ' ') choose(row);
    else if (event.key === 'F2') onRename(row.path);
    else if (event.key === 'Delete') onRemove(row.path);
    else return;
    event.preventDefault();
  };

  return (
    <ul ref={list} className={styles.tree} role="tree" aria-label={t('files')}>
      {rows.map((row) => {
        const file = open.find(({ path }) => path === row.path);
        const unsaved = file !== undefined && isUnsaved(file);
        return (
          <li
            key={row.path}
            role="treeitem"
            className={styles.row}
            data-path={row.path}
            data-level={Math.min(row.level, 8)}
            data-active={row.path === active}
            data-region-focus={row === current || undefined}
            tabIndex={row === current ? 0 : -1}
            aria-level={row.level}
            aria-posinset={row.position}
            aria-setsize={row.siblings}
            aria-selected={row.path === selected}
            aria-expanded={row.kind === 'folder' ? row.expanded : undefined}
            onClick={() => choose(row)}
            onKeyDown={(event) => onKeyDown(event, row)}
          >
            <Icon name={row.kind === 'file' ? 'file' : row.expanded ? 'down' : 'right'} size={14} />
            <span className={styles.name}>{row.name}</span>
            {unsaved && (
              <span className={styles.unsaved}>
                <span className="visually-hidden">{t('tree.unsaved')}</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
