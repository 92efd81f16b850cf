export type TarFile = { readonly path: string; readonly content: Buffer; readonly executable: boolean };

const blockBytes = 512;

/**
 * A tar archive (POSIX ustar) of regular files owned by root, with no times, so that the same files give the same
 * bytes. @throws RangeError for a path over 100 bytes.
 */
export const packTar = (files: readonly TarFile[]): Buffer => {
  const blocks = files.flatMap((file) => {
    const padding = (blockBytes - (file.content.length % blockBytes)) % blockBytes;
    return [header(file), file.content, Buffer.alloc(padding)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * blockBytes)]);
};

const header = ({ path, content, executable }: TarFile): Buffer => {
  const block = Buffer.alloc(blockBytes);
  if (Buffer.byteLength(path) > 100) throw new RangeError(`path too long for a build: ${path}`);
  const octal = (value: number, at: number, length: number) =>
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'ascii');
  block.write(path, 0, 'utf8');
  octal(executable ? 0o755 : 0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(content.length, 124, 12);
  octal(0, 136, 12);
  block.write('        0', 148, 'ascii');
  block.write('ustar\x0000', 257, 'latin1');
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  );
  block.write(' ', 155, 'ascii');
  return block;
};
