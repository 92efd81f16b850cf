import { useEffect, useLayoutEffect, useRef } from 'react';
import { readKey, type ExamKey, type KeyPlace } from './read-key.ts';

const textTypes = new Set(['text', 'search', 'number', 'email', 'password', 'url', 'tel']);

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.isContentEditable || target.matches('textarea, select')) return 'text';
  if (target instanceof HTMLInputElement && textTypes.has(target.type)) return 'text';
  return target.matches('pre, table') ? 'scroller' : 'elsewhere';
}

/** Listens to the whole page while no dialogue is open. */
export function useExamKeys(onKey: (key: ExamKey) => void): void {
  const latest = useRef(onKey);
  useLayoutEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const key = readKey(event, placeOf(event.target));
      if (!key || (event.repeat && key.kind !== 'previous' && key.kind !== 'next')) return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
