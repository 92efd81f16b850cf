import { describe, expect, it } from '@jest/globals';
import { LabFiles } from '@ennead/contracts/internal';
import fc from 'fast-check';
import { decodeFiles, encodeFiles } from './lab-files.ts';

const aFile = fc.record({
  path: fc.constantFrom('Dockerfile', 'src/main.py', 'docs/说明.md'),
  bytes: fc.uint8Array(),
  executable: fc.boolean(),
});

describe('files of a lab', () => {
  it('are the same bytes after going through JSON', () => {
    fc.assert(
      fc.property(fc.array(aFile), (files) => {
        const stored = LabFiles.parse(JSON.parse(JSON.stringify(encodeFiles(files))));
        expect(decodeFiles(stored).map((file) => ({ ...file, bytes: new Uint8Array(file.bytes) }))).toEqual(
          files,
        );
      }),
    );
  });
});
