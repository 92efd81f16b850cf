import { isPlain } from '../../lib/use-keys.ts';

export type ExamKey =
  | { readonly kind: 'choice'; readonly at: number }
  | { readonly kind: 'previous' | 'next' | 'flag' | 'overview' | 'help' };

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** Where the press happened: typed text keeps all its keys, a box that scrolls keeps its arrows. */
export type KeyPlace = 'text' | 'scroller' | 'elsewhere';

/** What a key asks of the exam page; null leaves the key to the browser. */
export function readKey(press: KeyPress, place: KeyPlace): ExamKey | null {
  if (!isPlain(press) || place === 'text') return null;
  const { key } = press;
  if (key === 'ArrowLeft') return place === 'scroller' ? null : { kind: 'previous' };
  if (key === 'ArrowRight') return place === 'scroller' ? null : { kind: 'next' };
  if (key === '?' || key === '？') return { kind: 'help' };
  const letter = key.toUpperCase();
  if (letter === 'F') return { kind: 'flag' };
  if (letter === 'O') return { kind: 'overview' };
  // F flags, so that letters choose up to E only; a digit reaches every option.
  if (/^[1-8]$/.test(key)) return { kind: 'choice', at: Number(key) - 1 };
  if (/^[A-E]$/.test(letter)) return { kind: 'choice', at: letter.charCodeAt(0) - 65 };
  return null;
}
