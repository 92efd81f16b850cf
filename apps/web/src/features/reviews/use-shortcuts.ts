import { useEffect, useRef } from 'react';
import { isBusy, readKey } from './read-key.ts';

export interface Shortcuts {
  readonly points: (points: number) => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly script: () => void;
  readonly submit: () => void;
  readonly help: () => void;
}

/** Listens for the marking keys while nobody is typing. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const newest = useRef(shortcuts);
  useEffect(() => {
    newest.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const shortcut = isBusy(event.target) ? null : readKey(event);
      if (!shortcut) return;
      event.preventDefault();
      if (shortcut.kind === 'points') newest.current.points(shortcut.points);
      else newest.current[shortcut.kind]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
