import { expect, it } from '@jest/globals';
import * as contracts from '@ennead/contracts';
import type { Lifecycle } from '@ennead/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from '../../../i18n/en/admin.ts';
import { findText, type Dictionary } from '../../../i18n/find-text.ts';
import zh from '../../../i18n/zh-CN/admin.ts';
import { groupedActions } from './audit-actions.ts';

const root = join(import.meta.dirname, '../../../../../..');
const recording = [
  'apps/api/src',
  'apps/runner/src',
  'apps/worker/src',
  'libs/persistence/src',
  'libs/scoring/src',
];

/** The actions that the sources of whatever records them name. */
function recordedActions(): string[] {
  const sources = recording
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(root, name), 'utf8'));
  const named = sources.flatMap((source) => [...source.matchAll(/action: '([a-z-]+\.[a-z-]+)'/g)]);
  return [...new Set(named.map((match) => match[1] ?? ''))].sort();
}

const known = groupedActions.flatMap(({ actions }) => actions);

/** The actions that the moves of things with states leave behind. */
function movedActions(): string[] {
  const lifecycles = Object.entries(contracts).flatMap(([name, value]) =>
    name.endsWith('Lifecycle') && typeof value === 'object' ? (value as Lifecycle) : [],
  );
  return lifecycles.flatMap(({ thing, events }) =>
    Object.values(events).map(({ done }) => `${thing}.${done}`),
  );
}

it('offers every action that the server records', () => {
  const [recorded, moved] = [recordedActions(), movedActions()];
  expect(recorded.length).toBeGreaterThan(10);
  expect(moved.length).toBeGreaterThan(20);
  const all = new Set([...recorded, ...moved]);
  expect([...all].filter((action) => !known.includes(action))).toEqual([]);
  expect(known.filter((action) => !all.has(action))).toEqual([]);
});

it('has words for whatever a move happens to', () => {
  const things = new Set(movedActions().map((action) => action.split('.')[0] ?? ''));
  expect([...things].filter((thing) => !findText(zh, `subject.${thing}`, undefined, 'zh-CN'))).toEqual([]);
});

it.each([
  ['zh-CN', zh],
  ['en', en],
] as const)('has words for every action in %s', (locale, dictionary: Dictionary) => {
  const wordless = known.filter((action) => !findText(dictionary, `action.${action}`, undefined, locale));
  expect(wordless).toEqual([]);
  const groups = groupedActions.map(({ group }) => group);
  expect(groups.filter((group) => !findText(dictionary, `group.${group}`, undefined, locale))).toEqual([]);
});
