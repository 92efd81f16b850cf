import { isTyping, useKeys } from '../../lib/use-keys.ts';
import { readKey } from './read-key.ts';

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
  useKeys(
    (event) => {
      const shortcut = isTyping(event.target) ? null : readKey(event);
      if (shortcut?.kind === 'points') return () => shortcuts.points(shortcut.points);
      return shortcut && shortcuts[shortcut.kind];
    },
    { walking: /^[np]$/i },
  );
}
