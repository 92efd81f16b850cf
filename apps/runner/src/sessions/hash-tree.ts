import { hashContent } from '@ennead/domain';
import type { TreeEntry } from '@ennead/persistence';

/** Entries in the order of their paths' code units, which is the order a tree is hashed in. */
export const sortTree = (tree: readonly TreeEntry[]): TreeEntry[] =>
  tree
    .map(({ path, sha256, sizeBytes, executable }) => ({ path, sha256, sizeBytes, executable }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

/** SHA-256 over paths, contents and executable bits: two trees hash equally when and only when they are equal. */
export const hashTree = (tree: readonly TreeEntry[]): string => hashContent(sortTree(tree));
