import { describe, expect, it } from '@jest/globals';
import { decodeRoster } from './decode-roster.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodeRoster', () => {
  it('reads UTF-8 and drops its byte order mark', () => {
    expect(decodeRoster(utf8('\uFEFF邮箱,姓名')).text).toBe('邮箱,姓名');
  });

  it('reads GBK, as spreadsheets on Chinese Windows write it', () => {
    // 姓名 in GBK
    expect(decodeRoster(bytes(0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x61)).text).toBe('姓名,a');
  });

  it('reads UTF-16 by its mark', () => {
    expect(decodeRoster(bytes(0xff, 0xfe, 0xd3, 0x59, 0x0d, 0x54)).text).toBe('姓名');
  });

  it.each([
    ['a workbook', bytes(0x50, 0x4b, 0x03, 0x04, 0x14), 'workbook'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'workbook'],
    ['a binary file', bytes(0x61, 0x00, 0x62), 'unreadable'],
    ['too long a file', utf8('a'.repeat(400_001)), 'tooLong'],
  ] as const)('refuses %s', (_, content, fault) => {
    expect(decodeRoster(content)).toEqual({ text: null, fault });
  });
});
