import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';

const eslint = new ESLint();
/** What the rule says of each line that it refuses. */
const refusedLines = async (rule: string, filePath: string, lines: readonly string[]): Promise<string[]> => {
  const [result] = await eslint.lintText(lines.join('\n'), { filePath });
  const at = new Set(result!.messages.filter(({ ruleId }) => ruleId === rule).map(({ line }) => line));
  return lines.filter((_, index) => at.has(index + 1));
};

describe('a page', () => {
  const refused = (lines: readonly string[]) =>
    refusedLines('no-restricted-syntax', 'apps/web/src/lib/format.ts', lines);

  it('does not ask the reader’s clock, by whatever name', async () => {
    const asking = [
      'export const a = Date.now();',
      'export const b = new Date();',
      'export const c = Date();',
      'export const d = globalThis.Date.now();',
      'export const e = window.Date;',
      "export const f = Date['now']();",
      "export const g = globalThis['Date'];",
      'export const { now } = Date;',
      'export const h = Date;',
      'export const i = [1].map(Date.now);',
    ];
    expect(await refused(asking)).toEqual(asking);
  });

  it('may read an instant that it was given', async () => {
    const reading = [
      "export const a = new Date('2026-03-01T10:00:00Z');",
      "export const b = Date.parse('2026-03-01T10:00:00Z');",
      'export const c = Date.UTC(2026, 2, 1);',
      'export const d = (value: unknown): value is Date => value instanceof Date;',
      'export const e: Date[] = [];',
    ];
    expect(await refused(reading)).toEqual([]);
  });
});

it('a rule of the domain compares no state with a name', async () => {
  const comparing = [
    "export const a = (x: { state: string }) => x.state === 'open';",
    "export const b = (x?: { state: string }) => x?.state !== 'open';",
    "export const c = ({ state }: { state: string }) => 'open' === state;",
    "export const d = (x: { state: string }) => x['state'] === 'open';",
    'export const e = (x: { state: string }) => x.state === `open`;',
    "export const f = (x: { state: string }) => ['open', 'over'].includes(x.state);",
    "export const g = (x: { state: string }) => { switch (x.state) { case 'open': return 1; default: return 2; } };",
  ];
  const asking = 'export const h = (x: { state: string }, open: string) => x.state === open;';
  const path = 'libs/domain/src/tries/uses-try.ts';
  expect(await refusedLines('no-restricted-syntax', path, [...comparing, asking])).toEqual(comparing);
});

it('a journey does not wait by a predicate in the page', async () => {
  const lines = [
    "import type { Page } from 'playwright-core';",
    'export const a = (page: Page) => page.waitForFunction(() => true);',
    'export const { waitForFunction } = {} as Page;',
    'export const b = (page: Page) => page.getByRole("button").waitFor();',
  ];
  const path = 'apps/journeys/test/pages.spec.ts';
  expect(await refusedLines('no-restricted-properties', path, lines)).toEqual(lines.slice(1, 3));
});
