import { expect, it } from '@jest/globals';
import { isReason } from './limits.ts';
import { Reason } from './reason.ts';

it.each([
  ['', false],
  ['nine char', false],
  ['  nine char  ', false],
  ['ten chars.', true],
  ['  ten chars.\n', true],
  ['因急诊缺考，已核对病历', true],
  ['\u200b'.repeat(12), false],
  ['ten chars.\u200b\u202e', true],
  ['𠮷'.repeat(9), false],
  ['𠮷'.repeat(10), true],
  ['𠮷'.repeat(2000), true],
  ['𠮷'.repeat(2001), false],
  ['x'.repeat(2000), true],
  ['x'.repeat(2001), false],
])('a reason of %j is one: %s, with the schema and without', (text, holds) => {
  expect(isReason(text)).toBe(holds);
  expect(Reason.safeParse(text).success).toBe(holds);
});
