import { useSyncExternalStore } from 'react';

/** Room for columns side by side; below it, one panel at a time. */
const wide = window.matchMedia('(min-width: 60rem)');

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}

export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
