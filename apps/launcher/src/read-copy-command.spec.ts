import { expect, it } from '@jest/globals';
import { copyUsage, readCopyCommand } from './read-copy-command.ts';

it.each(['to-bucket', 'to-folder'])('takes %s', (target) => {
  expect(readCopyCommand([target])).toBe(target);
});

it.each([[[]], [['bucket']], [['--help']], [['to-bucket', 'to-folder']]])(
  '%j is refused, and says how',
  (words) => {
    expect(() => readCopyCommand(words)).toThrow(copyUsage);
  },
);
