import { describe, expect, it } from '@jest/globals';
import { aptProgress } from './apt.ts';

describe('aptProgress', () => {
  it.each([
    ['dlstatus:3:41.2500:Retrieving file 3 of 9\n', 'downloading 41 %'],
    ['pmstatus:redis-server:60.0000:Installing redis-server (amd64)\n', 'installing 60 %'],
    ['pmstatus:libc6:amd64:12.5:Unpacking libc6:amd64\n', 'installing 13 %'],
    ['dlstatus:1:10:a\npmstatus:x:99.9:b\n', 'installing 100 %'],
    ['Reading package lists...', undefined],
    ['', undefined],
  ])('reads %j', (text, progress) => {
    expect(aptProgress(text)).toBe(progress);
  });
});
