import type { ITheme } from '@xterm/xterm';
import { isDark, token } from '../page-theme.ts';

/** The sixteen colours of a terminal on the page's own paper; xterm raises contrast where a program mixes them badly. */
const light = {
  black: '#1b2534',
  red: '#a5321a',
  green: '#245a40',
  yellow: '#744a00',
  blue: '#1f5fb0',
  magenta: '#84357a',
  cyan: '#0f6470',
  white: '#626a76',
  brightBlack: '#626a76',
  brightRed: '#bb3a20',
  brightGreen: '#2c6a4c',
  brightYellow: '#8f5c00',
  brightBlue: '#1f5fb0',
  brightMagenta: '#84357a',
  brightCyan: '#0f6470',
  brightWhite: '#1b2534',
} as const;

const dark = {
  black: '#303a48',
  red: '#f39a82',
  green: '#8fd0ad',
  yellow: '#ecc37a',
  blue: '#8db9f5',
  magenta: '#dba6d4',
  cyan: '#86cdd6',
  white: '#c3c1ba',
  brightBlack: '#a09f9b',
  brightRed: '#f8b5a2',
  brightGreen: '#a9dfc2',
  brightYellow: '#f3d49c',
  brightBlue: '#aecdf9',
  brightMagenta: '#e7c0e2',
  brightCyan: '#a6dde4',
  brightWhite: '#efe9dc',
} as const;

/** Made of the tokens as they are now; ask again when the theme changes. */
export const terminalTheme = (): ITheme => ({
  ...(isDark() ? dark : light),
  background: token('paper-raised'),
  foreground: token('ink'),
  cursor: token('ink'),
  cursorAccent: token('paper-raised'),
  selectionBackground: `${token('focus')}55`,
});
