import { describe, expect, it } from '@jest/globals';
import { readKey } from './read-key.ts';

const press = (key: string, more: Partial<Parameters<typeof readKey>[0]> = {}) =>
  readKey({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...more });

describe('readKey', () => {
  it.each([
    ['0', { kind: 'points', points: 0 }],
    ['4', { kind: 'points', points: 4 }],
    ['5', null],
    ['n', { kind: 'next' }],
    ['P', { kind: 'previous' }],
    ['j', { kind: 'script' }],
    ['s', { kind: 'submit' }],
    ['?', { kind: 'help' }],
    ['x', null],
    ['Enter', null],
  ])('reads %j', (key, meaning) => expect(press(key)).toEqual(meaning));

  it('leaves the browser its own and a half-typed character alone', () => {
    expect(press('s', { ctrlKey: true })).toBeNull();
    expect(press('n', { isComposing: true })).toBeNull();
  });
});
