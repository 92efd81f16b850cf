import { useEffect, useEffectEvent } from 'react';
import { singleKeysAreOn } from './single-keys.ts';

/** What a press does; null leaves it to the browser. */
type ActFor = (event: KeyboardEvent) => (() => void) | null;

interface Options {
  /** Keys that go on acting while they are held. */
  readonly walking?: RegExp;
  /** Hears keys before what has the focus, which then never hears those that act. */
  readonly first?: boolean;
}

/** The keys of a whole page, while nothing else is meant by them. */
export function useKeys(actFor: ActFor, { walking, first = false }: Options = {}): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (heedKey(event, actFor, walking) && first) event.stopPropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen, { capture: first });
    return () => window.removeEventListener('keydown', listen, { capture: first });
  }, [first]);
}

/**
 * Acts upon a press, unless somebody else has done so, it is part of a character that is being composed, a dialogue
 * is open, which is a world of its own, or it is a single character and those are turned off. A key that is held acts once and is still kept from the browser.
 *
 * @returns whether the press was ours
 */
export function heedKey(event: KeyboardEvent, actFor: ActFor, walking?: RegExp): boolean {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return false;
  if (!singleKeysAreOn() && event.key.length === 1 && isPlain(event)) return false;
  const act = actFor(event);
  if (!act) return false;
  event.preventDefault();
  if (!event.repeat || walking?.test(event.key)) act();
  return true;
}

type Press = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** Whether a key was pressed as itself. Shift may be held: some need it for a digit, most for a question mark. */
export const isPlain = ({ ctrlKey, metaKey, altKey, isComposing }: Press): boolean =>
  !ctrlKey && !metaKey && !altKey && !isComposing;

const pressedTypes = new Set(['radio', 'checkbox', 'button', 'submit', 'reset', 'file']);

/** Whether keys write there: in a field, in a list that is searched by letters, in a text that can be edited. */
export function isTyping(target: EventTarget | null): boolean {
  const { tagName, type = '', isContentEditable } = (target ?? {}) as Partial<HTMLInputElement>;
  if (tagName === 'INPUT') return !pressedTypes.has(type);
  return tagName === 'TEXTAREA' || tagName === 'SELECT' || isContentEditable === true;
}
