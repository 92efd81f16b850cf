import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Tokens = Readonly<Record<string, string>>;

/** Without indentation: a rule may stand in another. */
const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8').replace(/^ +/gm, '');

/** The colours that one rule of tokens.css declares. */
function colours(selector: string): Tokens {
  const start = css.indexOf(`\n${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no rule ${selector}`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, WCAG 2.2: 1 to 21. */
function contrast(tokens: Tokens, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => {
    const hex = tokens[name];
    if (!hex) throw new Error(`no colour --${name}`);
    return luminance(hex);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const light = colours(':root');
const dark = { ...light, ...colours(":root[data-theme='dark']") };
const themes: readonly (readonly [string, Tokens])[] = [
  ['light', light],
  ['dark', dark],
  ['light, more contrast', { ...light, ...colours(":root[data-contrast='more']") }],
  ['dark, more contrast', { ...dark, ...colours(":root[data-contrast='more'][data-theme='dark']") }],
];

const papers = ['paper', 'paper-raised', 'paper-sunken'];
const AAA = 7;
const AA = 4.5;
const CONTROL = 3;

const pairs: readonly (readonly [string, string, number])[] = [
  // What exams are written in.
  ...papers.flatMap((paper) => [['ink', paper, AAA] as const, ['ink-soft', paper, AAA] as const]),
  // Everything else that is read.
  ...papers.flatMap((paper) =>
    ['ink-faint', 'seal-text', 'good-text', 'warn-text'].map((front) => [front, paper, AA] as const),
  ),
  ['good-text', 'good-soft', AA],
  ['warn-text', 'warn-soft', AA],
  ['seal-text', 'seal-soft', AA],
  ['on-seal', 'seal', AA],
  ['on-seal', 'seal-hover', AA],
  ['on-ink', 'ink', AAA],
  ['ink', 'warn-soft', AAA],
  // Edges of controls, marks and focus.
  ...papers.flatMap((paper) =>
    ['line-strong', 'focus', 'good', 'warn', 'seal'].map((front) => [front, paper, CONTROL] as const),
  ),
];

describe.each(themes)('%s theme', (_, tokens) => {
  it.each(pairs)('%s on %s has a contrast of at least %d', (front, back, least) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(least);
  });
});
