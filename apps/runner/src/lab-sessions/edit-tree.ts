import type { TreeEntry } from '@ennead/persistence';

const isBelow = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

/** The tree with this file in place of what is at its path. */
export const withFile = (tree: readonly TreeEntry[], file: TreeEntry): TreeEntry[] => [
  ...tree.filter(({ path }) => !isBelow(path, file.path)),
  file,
];

/** The tree without a file, or without a directory and all it holds. */
export const without = (tree: readonly TreeEntry[], place: string): TreeEntry[] =>
  tree.filter(({ path }) => !isBelow(path, place));

/** The tree with a file or directory moved. */
export const moved = (tree: readonly TreeEntry[], place: string, newPlace: string): TreeEntry[] =>
  tree.map((file) =>
    isBelow(file.path, place) ? { ...file, path: newPlace + file.path.slice(place.length) } : file,
  );
