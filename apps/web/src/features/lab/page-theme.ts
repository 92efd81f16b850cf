import { useSyncExternalStore } from 'react';

/** What decides the page's colours: theme and contrast, as <html> says. Changes when either does. */
const read = (): string => {
  const { theme = 'light', contrast = '' } = document.documentElement.dataset;
  return `${theme} ${contrast}`.trim();
};

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-contrast'] });
  return () => observer.disconnect();
}

export const usePageTheme = (): string => useSyncExternalStore(subscribe, read);

export const isDark = (): boolean => document.documentElement.dataset['theme'] === 'dark';

/** The present value of a design token; colours come as #rrggbb. */
export const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
