import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from '../../../i18n/en/admin.ts';
import { findText, type Dictionary } from '../../../i18n/find-text.ts';
import zh from '../../../i18n/zh-CN/admin.ts';
import { groupedActions } from './audit-actions.ts';

const api = join(import.meta.dirname, '../../../../../api/src');

/** The actions that the server's own sources name. */
function recordedActions(): string[] {
  const sources = readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(api, name), 'utf8'));
  const named = sources.flatMap((source) => [...source.matchAll(/action: '([a-z-]+\.[a-z-]+)'/g)]);
  return [...new Set(named.map((match) => match[1] ?? ''))].sort();
}

const known = groupedActions.flatMap(({ actions }) => actions);

it('offers every action that the server records', () => {
  const recorded = recordedActions();
  expect(recorded.length).toBeGreaterThan(10);
  expect(recorded.filter((action) => !known.includes(action))).toEqual([]);
});

it.each([
  ['zh-CN', zh],
  ['en', en],
] as const)('has words for every action in %s', (locale, dictionary: Dictionary) => {
  const wordless = known.filter((action) => !findText(dictionary, `action.${action}`, undefined, locale));
  expect(wordless).toEqual([]);
});
