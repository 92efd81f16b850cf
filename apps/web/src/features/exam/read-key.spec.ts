import { describe, expect, it } from '@jest/globals';
import { optionLetters } from '@ennead/contracts';
import { readKey, type ExamKey, type KeyPress } from './read-key.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...held,
});

describe('readKey', () => {
  it.each<[string, ExamKey | null]>([
    ['a', { kind: 'choice', at: 0 }],
    ['E', { kind: 'choice', at: 4 }],
    ['6', { kind: 'choice', at: 5 }],
    ['f', { kind: 'flag' }],
    ['ArrowLeft', { kind: 'previous' }],
    ['ArrowRight', { kind: 'next' }],
    ['ArrowDown', null],
    ['？', { kind: 'help' }],
    ['Enter', null],
    ['Tab', null],
    [' ', null],
    ['9', null],
  ])('%s', (key, meaning) => {
    expect(readKey(press(key), 'elsewhere')).toEqual(meaning);
  });

  it('reaches every option by its digit, and no more', () => {
    const places = [...optionLetters].map((_, at) => at);
    expect(places.map((at) => readKey(press(String(at + 1)), 'elsewhere'))).toEqual(
      places.map((at) => ({ kind: 'choice', at })),
    );
    expect(readKey(press(String(places.length + 1)), 'elsewhere')).toBeNull();
  });

  it('leaves every key to a text that is being typed', () => {
    for (const key of ['a', 'F', '1', '?', 'ArrowLeft']) expect(readKey(press(key), 'text')).toBeNull();
  });

  it('leaves arrows to what scrolls', () => {
    expect(readKey(press('ArrowRight'), 'scroller')).toBeNull();
    expect(readKey(press('f'), 'scroller')).toEqual({ kind: 'flag' });
  });

  it.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const)('leaves keys with %s alone', (held) => {
    expect(readKey(press('f', { [held]: true }), 'elsewhere')).toBeNull();
  });
});
