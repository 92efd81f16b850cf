import { expect, it } from '@jest/globals';
import { keysUsage, readKeysCommand } from './read-keys-command.ts';

it.each([
  [[], { act: 'list' }],
  [['help'], { act: 'help' }],
  [['--help'], { act: 'help' }],
  [['rotate', 'verdict'], { act: 'rotate', purpose: 'verdict' }],
  [['rotate', 'credential'], { act: 'rotate', purpose: 'credential' }],
])('%j asks for something', (words, command) => {
  expect(readKeysCommand(words)).toEqual(command);
});

it.each([
  [['turn'], '"turn" is not something that can be done with keys'],
  [['verdict'], '"verdict" is not something'],
  [['--rotate', 'verdict'], '"--rotate" is not something'],
  [['rotate'], 'Say which key'],
  [['rotate', 'verdicts'], 'There is no key for "verdicts"'],
  [['rotate', 'verdict', 'receipt'], 'One key is replaced at a time'],
])('%j is refused, and says why and how', (words, why) => {
  expect(() => readKeysCommand(words)).toThrow(why);
  expect(() => readKeysCommand(words)).toThrow(keysUsage);
});
