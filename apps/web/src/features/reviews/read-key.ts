import { isPlain } from '../../lib/use-keys.ts';

export type Shortcut =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'next' | 'previous' | 'script' | 'help' | 'submit' };

const letters: Readonly<Record<string, Exclude<Shortcut['kind'], 'points'>>> = {
  n: 'next',
  p: 'previous',
  j: 'script',
  s: 'submit',
  '?': 'help',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** What a key means on the marking page, null where it means nothing. */
export function readKey(press: Pressed): Shortcut | null {
  if (!isPlain(press)) return null;
  const { key } = press;
  if (/^[0-4]$/.test(key)) return { kind: 'points', points: Number(key) };
  const kind = letters[key.toLowerCase()];
  return kind ? { kind } : null;
}
