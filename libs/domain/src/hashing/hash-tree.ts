import { hashContent } from './hash-content.ts';

/** A file of a workspace. */
export interface TreeFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly executable: boolean;
}

/** Entries in the order of their paths' code units (no two are alike), which is the order a tree is hashed in. */
export const sortTree = (tree: readonly TreeFile[]): TreeFile[] =>
  tree
    .map(({ path, sha256, sizeBytes, executable }) => ({ path, sha256, sizeBytes, executable }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** SHA-256 over paths, contents and executable bits: two trees hash equally when and only when they are equal. */
export const hashTree = (tree: readonly TreeFile[]): string => hashContent(sortTree(tree));
