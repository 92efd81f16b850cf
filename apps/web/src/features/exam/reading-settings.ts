import { useEffect, useState } from 'react';

const textSizes = ['normal', 'large', 'larger', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

interface Settings {
  readonly textSize: TextSize;
  readonly contrast: boolean;
}

const KEY = 'ennead.reading';

function readSettings(): Settings {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>;
    return {
      textSize: textSizes.find((size) => size === stored.textSize) ?? 'normal',
      contrast: stored.contrast === true,
    };
  } catch {
    return { textSize: 'normal', contrast: false };
  }
}

export interface ReadingSettings extends Settings {
  readonly growText: () => void;
  readonly toggleContrast: () => void;
}

/** How the exam is set for this reader; remembered in this browser, and in force only while the exam is shown. */
export function useReadingSettings(): ReadingSettings {
  const [settings, setSettings] = useState(readSettings);
  const { textSize, contrast } = settings;
  useEffect(() => {
    const page = document.documentElement.dataset;
    page['examText'] = textSize;
    if (contrast) page['contrast'] = 'more';
    return () => {
      delete page['examText'];
      delete page['contrast'];
    };
  }, [textSize, contrast]);
  const change = (next: Settings) => {
    setSettings(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // It holds for this page at least.
    }
  };
  return {
    textSize,
    contrast,
    growText: () => {
      const at = (textSizes.indexOf(textSize) + 1) % textSizes.length;
      change({ textSize: textSizes[at] ?? 'normal', contrast });
    },
    toggleContrast: () => change({ textSize, contrast: !contrast }),
  };
}
