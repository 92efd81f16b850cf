import { Store, useStore } from './store.ts';

const KEY = 'ennead.single-keys';

function readSetting(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

const areOn = new Store(readSetting());

/**
 * Whether a letter or figure pressed by itself does something. Who dictates, or touches keys unawares, turns that off
 * (WCAG 2.1.4); it is remembered in this browser.
 */
export const singleKeysAreOn = (): boolean => areOn.get();

export const useSingleKeys = (): boolean => useStore(areOn);

export function setSingleKeys(on: boolean): void {
  areOn.set(on);
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // It holds for this page at least.
  }
}
