import { isTyping, useKeys } from '../../lib/use-keys.ts';
import { readKey, type ExamKey, type KeyPlace } from './read-key.ts';

function placeOf(target: EventTarget | null): KeyPlace {
  if (isTyping(target)) return 'text';
  return target instanceof HTMLElement && target.matches('pre, table') ? 'scroller' : 'elsewhere';
}

/** Listens to the whole page while no dialogue is open. */
export function useExamKeys(onKey: (key: ExamKey) => void): void {
  useKeys(
    (event) => {
      const key = readKey(event, placeOf(event.target));
      return key && (() => onKey(key));
    },
    { walking: /^Arrow/ },
  );
}
