import { expect, it } from '@jest/globals';
import { freeze } from './freeze.ts';

it('freezes to the depth, and hands back the same thing', () => {
  const given = { list: [{ text: 'a' }], nothing: null, absent: undefined, count: 1 };
  expect(freeze(given)).toBe(given);
  expect(() => given.list.push({ text: 'b' })).toThrow(TypeError);
  expect(() => (given.list[0]!.text = 'b')).toThrow(TypeError);
  expect(() => (given.count = 2)).toThrow(TypeError);
});

it('leaves bytes as they are, beside which the rest is frozen', () => {
  const given = { bytes: new Uint8Array([1, 2]), more: { buffer: Buffer.from('a') } };
  freeze(given);
  given.bytes[0] = 7;
  given.more.buffer[0] = 7;
  expect([given.bytes[0], given.more.buffer[0]]).toEqual([7, 7]);
  expect(Object.isFrozen(given.more)).toBe(true);
});

it.each([null, undefined, 'text', 1, true])('takes %p', (value) => {
  expect(freeze(value)).toBe(value);
});

it('comes to an end where data leads back to itself', () => {
  const given: { self?: unknown } = {};
  given.self = given;
  expect(Object.isFrozen(freeze(given))).toBe(true);
});
