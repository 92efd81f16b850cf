import { Store, useStore } from './store.ts';

export type Theme = 'light' | 'dark' | 'system';

const KEY = 'ennead.theme';
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

function readTheme(): Theme {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

const chosen = new Store(readTheme());

function apply(): void {
  const theme = readTheme();
  document.documentElement.dataset['theme'] =
    theme === 'system' ? (systemDark.matches ? 'dark' : 'light') : theme;
  const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
  if (paper) document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper);
  chosen.set(theme);
}

/** Follows the system while the person has not chosen, and other tabs when they choose there. */
export function watchTheme(): void {
  apply();
  systemDark.addEventListener('change', apply);
  window.addEventListener('storage', (event) => {
    if (event.key === KEY) apply();
  });
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  apply();
}

export const useTheme = (): Theme => useStore(chosen);
