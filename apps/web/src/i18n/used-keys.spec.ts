import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dictionary } from './find-text.ts';

const folder = import.meta.dirname;
const sources = readdirSync(join(folder, '..'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.spec)\.tsx?$/.test(path) && !/^i18n.(en|zh-CN)\b/.test(path))
  .map((path) => readFileSync(join(folder, '..', path), 'utf8'))
  .join('\n');

/** Quoted words that may name a text, without their namespace. */
const literals = new Set(
  [...sources.matchAll(/['"`](?:[\w-]+:)?([\w-]+(?:\.[\w-]+)*)['"`]/g)].map(([, key]) => key!),
);
/** Names that are put together from words and values: any value may stand where one is filled in. */
const patterns = [
  ...sources.matchAll(/`(?:[\w-]+:)?((?:[\w.-]|\$\{[^}]*\})*\$\{[^}]*\}(?:[\w.-]|\$\{[^}]*\})*)`/g),
]
  .map(([, made]) => made!.split(/\$\{[^}]*\}/).map((words) => words.replaceAll('.', '\\.')))
  // A value alone says nothing about what is used.
  .filter((words) => words.some((word) => /\w/.test(word)))
  .map((words) => new RegExp(`^${words.join('[\\w./-]+')}$`));
/** Put together of nothing but values, in `part-states.ts`. */
const states = /^(account|exam|lab|portfolio|result)\.[\w-]+$/;
const isUsed = (key: string) => literals.has(key) || patterns.some((pattern) => pattern.test(key));

const keysOf = (dictionary: Dictionary, prefix = ''): string[] =>
  Object.entries(dictionary).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );

it.each(readdirSync(join(folder, 'en')))('%s has no text that nothing shows', async (name) => {
  const { default: dictionary } = (await import(join(folder, 'en', name))) as { default: Dictionary };
  const keys = [...new Set(keysOf(dictionary).map((key) => key.replace(/_(one|other)$/, '')))];
  const unused = keys.filter((key) => !isUsed(key));
  expect(name === 'institution.ts' ? unused.filter((key) => !states.test(key)) : unused).toEqual([]);
});
