import { useEffect, useEffectEvent } from 'react';

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

const isTyping = (target: EventTarget | null): boolean =>
  takesEveryKey(target) ||
  (target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null);

/** The workbench's keys. They are heard before editor and terminal hear them, which would keep them. */
export function useShortcuts(acts: Acts): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const act = actFor(event, acts);
    // An open dialogue is a world of its own.
    if (!act || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}

function actFor(event: KeyboardEvent, acts: Acts): (() => void) | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (altKey) return null;
  if ((ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 's') return acts.save;
  if (ctrlKey && !shiftKey && key.toLowerCase() === 'm') return takesEveryKey(target) ? acts.leave : null;
  if (ctrlKey || metaKey) return null;
  if (key === 'F6') return () => acts.moveRegion(shiftKey ? -1 : 1);
  if (key === 'F9') return acts.check;
  if (key === '?' && !isTyping(target)) return acts.help;
  return null;
}
