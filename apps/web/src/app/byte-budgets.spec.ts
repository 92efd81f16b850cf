import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';

type Chunk = { readonly file: string; readonly imports?: string[]; readonly isDynamicEntry?: boolean };

/** The web as it was built; `npm test` builds it first. */
const dist = join(import.meta.dirname, '../../../../dist/web');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** Bytes of script, gzipped: what a page needs before it can be used, texts of one language included. */
const budgets: readonly [pages: RegExp, bytes: number][] = [
  // Not a page of an exam: everything that one may do about an account, or a cohort of hundreds.
  [/\/identity\/account-page/, 165_000],
  [/\/institution\/cohort-page/, 200_000],
  [/\/(exam|home|identity|verify|standard)\//, 160_000],
  [/\/lab\/lab-page/, 360_000],
  [/-page\.tsx$/, 190_000],
];
/** Parts that come after their page. */
const parts: readonly [part: RegExp, bytes: number][] = [
  [/\/lab\/editor\/monaco\.ts$/, 960_000],
  [/\/lib\/form\/contract-check\.ts$/, 60_000],
];

const weigh = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

const filesOf = (keys: readonly string[]): Set<string> => {
  const files = new Set<string>();
  const collect = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(collect);
  };
  keys.forEach(collect);
  return files;
};

const scriptOf = (keys: readonly string[]): number =>
  [...filesOf(keys)].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + weigh(file), 0);

/** The texts that every page has, and those of its feature, each in the language where they are longer. */
const textsOf = (page: string): string[] => {
  const feature = /features\/([^/]+)\//.exec(page)?.[1] ?? '';
  return ['common', 'problems', feature].flatMap((namespace) => {
    const both = ['zh-CN', 'en'].map((locale) => `src/i18n/${locale}/${namespace}.ts`);
    const [longer] = both
      .filter((key) => manifest[key])
      .sort((a, b) => weigh(manifest[b]!.file) - weigh(manifest[a]!.file));
    return longer ? [longer] : [];
  });
};

const pages = Object.keys(manifest).filter((key) => /features\/.*-page\.tsx$/.test(key));

it('knows the pages', () => {
  expect(pages.length).toBeGreaterThan(25);
  expect(existsSync(join(dist, 'first-paint.js'))).toBe(true);
});

it.each(pages)('%s stays within its budget', (page) => {
  const [, budget] = budgets.find(([pattern]) => pattern.test(page))!;
  expect(scriptOf(['index.html', page, ...textsOf(page)]) + weigh('first-paint.js')).toBeLessThan(budget);
});

it.each(pages)('%s comes without zod', (page) => {
  const withZod = [...filesOf(['index.html', page])].filter(
    (file) => file.endsWith('.js') && readFileSync(join(dist, file), 'utf8').includes('_zod'),
  );
  expect(withZod).toEqual([]);
});

it.each(parts)('what comes later, %s, as well', (pattern, budget) => {
  const keys = Object.keys(manifest).filter((key) => pattern.test(key));
  expect(keys).toHaveLength(1);
  expect(scriptOf(keys)).toBeLessThan(budget);
});
