import { isTyping, useKeys } from '../../lib/use-keys.ts';

interface Acts {
  readonly save: () => void;
  readonly check: () => void;
  readonly help: () => void;
  /** Moves the focus to the region before (-1) or after (1) the one that has it. */
  readonly moveRegion: (by: 1 | -1) => void;
  /** Takes the focus out of the editor or terminal, to the head of its panel. */
  readonly leave: () => void;
}

const takesEveryKey = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-lab-editor], [data-lab-terminal]') !== null;

/** The workbench's keys. They are heard before editor and terminal hear them, which would keep them. */
export function useShortcuts(acts: Acts): void {
  useKeys((event) => actFor(event, acts), { walking: /^F6$/, first: true });
}

function actFor(event: KeyboardEvent, acts: Acts): (() => void) | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (altKey) return null;
  if ((ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 's') return acts.save;
  if (ctrlKey && !shiftKey && key.toLowerCase() === 'm') return takesEveryKey(target) ? acts.leave : null;
  if (ctrlKey || metaKey) return null;
  if (key === 'F6') return () => acts.moveRegion(shiftKey ? -1 : 1);
  if (key === 'F9') return acts.check;
  if (key === '?' && !takesEveryKey(target) && !isTyping(target)) return acts.help;
  return null;
}
