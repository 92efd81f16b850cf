import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setSingleKeys } from './single-keys.ts';
import { heedKey, isPlain, isTyping } from './use-keys.ts';

const page = globalThis as { document?: unknown };
let dialogue: object | null;
beforeEach(() => {
  dialogue = null;
  page.document = { querySelector: () => dialogue };
});
afterEach(() => {
  delete page.document;
});

type Press = Partial<Pick<KeyboardEvent, 'key' | 'repeat' | 'isComposing' | 'defaultPrevented'>>;

const pressed = (more: Press = {}) => {
  const preventDefault = jest.fn();
  return { key: 's', repeat: false, isComposing: false, defaultPrevented: false, preventDefault, ...more };
};

/** What became of a press, where the page has a use for every key. */
const heed = (more: Press = {}, walking?: RegExp) => {
  const event = pressed(more);
  const act = jest.fn();
  const isOurs = heedKey(event as unknown as KeyboardEvent, () => act, walking);
  return { isOurs, acts: act.mock.calls.length, kept: event.preventDefault.mock.calls.length };
};

const untouched = { isOurs: false, acts: 0, kept: 0 };

describe('heedKey', () => {
  it('acts, and keeps the key from the browser', () => {
    expect(heed()).toEqual({ isOurs: true, acts: 1, kept: 1 });
  });

  it('leaves single characters to the browser where they are turned off, and no other key', () => {
    setSingleKeys(false);
    expect(heed()).toEqual(untouched);
    expect(heed({ key: '?' })).toEqual(untouched);
    expect(heed({ key: 'ArrowLeft' })).toEqual({ isOurs: true, acts: 1, kept: 1 });
    setSingleKeys(true);
    expect(heed()).toEqual({ isOurs: true, acts: 1, kept: 1 });
  });

  it('leaves a key to the browser that means nothing', () => {
    const event = pressed();
    expect(heedKey(event as unknown as KeyboardEvent, () => null)).toBe(false);
    expect(event.preventDefault).not.toHaveBeenCalled();
  });

  it.each(['defaultPrevented', 'isComposing'] as const)('leaves a press alone that is %s', (state) => {
    expect(heed({ [state]: true })).toEqual(untouched);
  });

  it('leaves every key to an open dialogue', () => {
    dialogue = {};
    expect(heed()).toEqual(untouched);
  });

  it('acts once while a key is held, which the browser does not get all the same', () => {
    expect(heed({ repeat: true })).toEqual({ isOurs: true, acts: 0, kept: 1 });
  });

  it('goes on with a key that walks', () => {
    expect(heed({ key: 'ArrowLeft', repeat: true }, /^Arrow/)).toEqual({ isOurs: true, acts: 1, kept: 1 });
  });
});

describe('isPlain', () => {
  const bare = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };

  it('takes a key by itself', () => expect(isPlain(bare)).toBe(true));

  it.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const)('leaves one with %s', (held) => {
    expect(isPlain({ ...bare, [held]: true })).toBe(false);
  });
});

describe('isTyping', () => {
  it.each([
    ['a field', { tagName: 'INPUT', type: 'text' }, true],
    ['a number', { tagName: 'INPUT', type: 'number' }, true],
    ['a date', { tagName: 'INPUT', type: 'date' }, true],
    ['a text', { tagName: 'TEXTAREA', type: 'textarea' }, true],
    ['a list', { tagName: 'SELECT', type: 'select-one' }, true],
    ['an editor', { tagName: 'DIV', isContentEditable: true }, true],
    ['a radio button', { tagName: 'INPUT', type: 'radio' }, false],
    ['a checkbox', { tagName: 'INPUT', type: 'checkbox' }, false],
    ['a button', { tagName: 'BUTTON', type: 'button' }, false],
    ['the page', { tagName: 'BODY', isContentEditable: false }, false],
    ['nothing', null, false],
  ])('at %s', (_, target, writes) => expect(isTyping(target as unknown as EventTarget)).toBe(writes));
});
