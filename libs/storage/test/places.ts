import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Double } from '@ennead/testing/s3-double';
import { FolderStorage, S3Storage, type Storage } from '../src/index.ts';
import type { Patience } from '../src/s3-client.ts';

/** Where a storage keeps its files, as a spec needs it: opened as often as wanted, looked into, damaged. */
export type Place = {
  /** As a process does that starts. */
  readonly open: () => Promise<Storage>;
  /** The local file in which a content lies. */
  readonly fileOf: (sha256: string) => string;
  /** What waits to be kept. */
  readonly waiting: () => Promise<string[]>;
  readonly leave: () => Promise<void>;
};

const aFolder = () => mkdtemp(join(tmpdir(), 'storage-'));
const keyOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;
const removeFolder = (root: string) => rm(root, { recursive: true, force: true });
const waitingIn = (root: string) => readdir(join(root, 'incoming'));

export const inFolder = async (): Promise<Place & { readonly root: string }> => {
  const root = await aFolder();
  return {
    root,
    open: () => FolderStorage.at(root),
    fileOf: (sha256) => join(root, keyOf(sha256)),
    waiting: () => waitingIn(root),
    leave: () => removeFolder(root),
  };
};

export type S3Place = Omit<Place, 'open'> & {
  /** With the usual patience where none is named: a busy machine may take seconds to answer. */
  readonly open: (patience?: Patience) => Promise<S3Storage>;
  readonly root: string;
  readonly double: S3Double;
};

export const inS3Double = async (): Promise<S3Place> => {
  const root = await aFolder();
  const double = await S3Double.start();
  return {
    root,
    double,
    open: (patience) => S3Storage.of(double.settings, root, patience),
    fileOf: (sha256) => double.fileOf(keyOf(sha256)),
    waiting: () => waitingIn(root),
    leave: async () => {
      await double.close();
      await removeFolder(root);
    },
  };
};
