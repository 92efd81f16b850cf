export interface TreeRow {
  readonly path: string;
  readonly name: string;
  readonly kind: 'folder' | 'file';
  /** From 1, as aria-level counts. */
  readonly level: number;
  readonly expanded: boolean;
  readonly position: number;
  readonly siblings: number;
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: Set<string>;
}

const emptyFolder = (): Folder => ({ folders: new Map(), files: new Set() });

const byName = new Intl.Collator('en', { numeric: true }).compare;

/** The rows of a file tree that are in view: folders first, then files, each by name; closed folders hide theirs. */
export function treeRows(paths: readonly string[], closed: ReadonlySet<string>): TreeRow[] {
  const root = emptyFolder();
  for (const path of paths) place(root, path.split('/'));
  return rowsOf(root, '', 1, closed);
}

function place(folder: Folder, [first = '', ...rest]: readonly string[]): void {
  if (rest.length === 0) {
    folder.files.add(first);
    return;
  }
  const inner = folder.folders.get(first) ?? emptyFolder();
  folder.folders.set(first, inner);
  place(inner, rest);
}

function rowsOf(folder: Folder, under: string, level: number, closed: ReadonlySet<string>): TreeRow[] {
  const siblings = folder.folders.size + folder.files.size;
  const folders = [...folder.folders].sort(([a], [b]) => byName(a, b));
  const rows = folders.flatMap(([name, inner], index) => {
    const path = under + name;
    const expanded = !closed.has(path);
    const row: TreeRow = { path, name, kind: 'folder', level, expanded, position: index + 1, siblings };
    return expanded ? [row, ...rowsOf(inner, `${path}/`, level + 1, closed)] : [row];
  });
  const files = [...folder.files].sort(byName).map((name, index): TreeRow => ({
    path: under + name,
    name,
    kind: 'file',
    level,
    expanded: false,
    position: folders.length + index + 1,
    siblings,
  }));
  return [...rows, ...files];
}

/** Where the arrow keys lead in a tree (WAI-ARIA tree pattern); null where they lead nowhere. */
export function moveInTree(
  rows: readonly TreeRow[],
  from: string,
  key: string,
): { readonly focus?: string; readonly toggle?: string } | null {
  const index = rows.findIndex(({ path }) => path === from);
  const row = rows[index];
  if (!row) return null;
  const at = (position: number) => (rows[position] ? { focus: rows[position].path } : null);
  switch (key) {
    case 'ArrowDown':
      return at(index + 1);
    case 'ArrowUp':
      return at(index - 1);
    case 'Home':
      return at(0);
    case 'End':
      return at(rows.length - 1);
    case 'ArrowRight':
      if (row.kind === 'file') return null;
      return row.expanded ? at(index + 1) : { toggle: row.path };
    case 'ArrowLeft':
      if (row.kind === 'folder' && row.expanded) return { toggle: row.path };
      return at(rows.findIndex(({ path }) => path === parentOf(from)));
    default:
      return null;
  }
}

export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
