import type { KeyboardEvent } from 'react';
import styles from './panel.module.css';

interface Props<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly value: T; readonly label: string; readonly panelId: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export const tabId = (panelId: string): string => `${panelId}-tab`;

/**
 * Tabs whose panels stand elsewhere and stay in the document, so that editor and terminal keep their state and long
 * texts their place (WAI-ARIA tabs pattern).
 */
export function PanelTabs<T extends string>({ label, tabs, value, onChange }: Props<T>) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = tabs.findIndex((tab) => tab.value === value);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length];
    if (!tab) return;
    onChange(tab.value);
    document.getElementById(tabId(tab.panelId))?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={tabId(tab.panelId)}
          className={styles.tab}
          aria-selected={tab.value === value}
          aria-controls={tab.panelId}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
