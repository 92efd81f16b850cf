import { expect, it } from '@jest/globals';
import { zoneName } from './zone-name.ts';

it.each([
  ['Asia/Shanghai', 'zh-CN', '北京时间'],
  ['Asia/Shanghai', 'en', 'China Standard Time'],
  ['Asia/Tokyo', 'zh-CN', '日本标准时间'],
  ['UTC', 'en', 'Coordinated Universal Time'],
] as const)('calls %s in %s %s', (zone, locale, name) => {
  expect(zoneName(zone, locale)).toBe(name);
});
