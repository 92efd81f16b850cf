import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Dictionary } from './find-text.ts';

/** Names and terms that Chinese texts write in Latin letters too. */
const latinTerms = new Set(
  [
    'Ennead Docker Python Markdown JavaScript GitHub Git Linux Monaco Postgres Redis README',
    'RAG LoRA LLM GPU CPU API HTTP URL JSON YAML CSV xlsx PDF ZIP PNG JPEG QR ID IP UTC SHA MB KB GB AI OpenAPI',
    'http https Ctrl Alt Shift Enter Esc Tab Home End PageUp PageDown',
  ]
    .join(' ')
    .split(' '),
);

const folder = import.meta.dirname;
const namesIn = (language: string) =>
  readdirSync(join(folder, language)).filter((name) => name.endsWith('.ts'));
const load = async (language: string, name: string) =>
  ((await import(join(folder, language, name))) as { default: Dictionary }).default;

function flatten(dictionary: Dictionary, prefix = ''): [string, string][] {
  return Object.entries(dictionary).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

const keyStems = (dictionary: Dictionary) =>
  [...new Set(flatten(dictionary).map(([key]) => key.replace(/_(one|other)$/, '')))].sort();
const valuesOf = (text: string) => [...new Set(text.match(/{{\w+}}/g) ?? [])].sort();
const withoutValues = (text: string) => text.replace(/{{\w+}}/g, '').replace(/<\/?\w+>/g, '');

it('has the same namespaces in both languages', () => {
  expect(namesIn('en')).toEqual(namesIn('zh-CN'));
});

describe.each([
  ['zh-CN', '未授予等级'],
  ['en', 'No grade granted'],
])('in %s', (language, words) => {
  it.each([
    ['candidate', 'result.none'],
    ['result', 'headline.refused'],
    ['result', 'decision.refuse'],
    ['tries', 'history.refuse'],
    ['decisions', 'outcome.refuse'],
    ['decisions', 'decided.refuse'],
    ['institution', 'result.refused'],
    ['admin', 'entries.state.refuse'],
  ])('a refusal has one name: %s:%s', async (name, key) => {
    expect(new Map(flatten(await load(language, `${name}.ts`))).get(key)).toBe(words);
  });
});

describe.each(namesIn('zh-CN'))('%s', (name) => {
  it('has the same keys with the same values to fill in', async () => {
    const [chinese, english] = await Promise.all([load('zh-CN', name), load('en', name)]);
    expect(keyStems(english)).toEqual(keyStems(chinese));
    const englishTexts = new Map(flatten(english));
    const differing = flatten(chinese).filter(([key, text]) => {
      const other = englishTexts.get(key);
      return other !== undefined && valuesOf(other).join() !== valuesOf(text).join();
    });
    expect(differing).toEqual([]);
  });

  it('is Chinese in Chinese', async () => {
    const texts = flatten(await load('zh-CN', name));
    const stray = texts.filter(([, text]) =>
      (withoutValues(text).match(/[A-Za-z]{2,}/g) ?? []).some((word) => !latinTerms.has(word)),
    );
    expect(stray).toEqual([]);
    const withoutHan = texts.filter(([, text]) => {
      const rest = withoutValues(text).replace(/[A-Za-z]+/g, (word) => (latinTerms.has(word) ? '' : word));
      return /\p{L}/u.test(rest) && !/\p{Script=Han}/u.test(rest);
    });
    expect(withoutHan).toEqual([]);
  });

  it('calls a grade 等级', async () => {
    const texts = flatten(await load('zh-CN', name));
    expect(texts.filter(([, text]) => text.includes('等次'))).toEqual([]);
  });

  it('calls what waits for a second person 建议, and what became of it 待复核 and 已退回', async () => {
    const texts = flatten(await load('zh-CN', name));
    const others = /提议|否决|未获确认|待确认|申请撤回|撤回申请|由重考代替/;
    expect(texts.filter(([, text]) => others.test(text))).toEqual([]);
  });

  it('calls the body 颁证机构, what candidates do 报考 and saying no to an invitation 放弃', async () => {
    const texts = flatten(await load('zh-CN', name));
    const others =
      /考核机构|认证机构|认证方|发证机构|谢绝|核准|(不能|取消|直接|确认|这次|算)报名|报名(申请|时间|成功)/;
    expect(texts.filter(([, text]) => others.test(text))).toEqual([]);
  });

  it('sets Chinese punctuation full width', async () => {
    const texts = flatten(await load('zh-CN', name));
    expect(texts.filter(([, text]) => /\p{Script=Han}[,;:?!()]|[,;?!(]\p{Script=Han}/u.test(text))).toEqual(
      [],
    );
  });

  it('leaves the space between Chinese and Latin to the style sheet', async () => {
    const texts = flatten(await load('zh-CN', name));
    expect(texts.filter(([, text]) => /\p{Script=Han} [\w{]|[\w}] \p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('has no Chinese in English', async () => {
    const texts = flatten(await load('en', name));
    expect(texts.filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
