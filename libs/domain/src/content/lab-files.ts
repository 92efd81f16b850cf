import type { LabFile, LabFiles } from '@ennead/contracts/internal';

/** Files as a body of the bank holds them. */
export const encodeFiles = (files: readonly LabFile[]): LabFiles => ({
  files: files.map(({ path, bytes, executable }) => ({
    path,
    executable,
    base64: Buffer.from(bytes).toString('base64'),
  })),
});

/** The files of a body. */
export const decodeFiles = ({ files }: LabFiles): LabFile[] =>
  files.map(({ path, executable, base64 }) => ({ path, executable, bytes: Buffer.from(base64, 'base64') }));
