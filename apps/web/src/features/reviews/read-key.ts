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
export function readKey({ key, ctrlKey, metaKey, altKey, isComposing }: Pressed): Shortcut | null {
  if (ctrlKey || metaKey || altKey || isComposing) return null;
  if (/^[0-4]$/.test(key)) return { kind: 'points', points: Number(key) };
  const kind = letters[key.toLowerCase()];
  return kind ? { kind } : null;
}

/** Whether somebody is writing, or answering a dialogue: keys are theirs then. */
export function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'radio';
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}
