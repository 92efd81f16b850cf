import type { ContentPage, Scheme } from '@ennead/contracts';
import { Locale, PageId } from '@ennead/contracts';
import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import { baseName, findRepeats } from './find-repeats.ts';
import type { Bank } from './read-bank.ts';
import type { Parsed } from './read-yaml.ts';

/** Where what is recorded of people stands: other places show it from there. */
const retentionPage: PageId = 'privacy';

/** Every page is there once, in the file of its name; its links to other pages lead somewhere. */
export function checkPages({ pages, schemes }: Bank, prefix: string): Fault[] {
  const { parsed, complete } = pages;
  return [
    ...(complete ? checkPresent(parsed, prefix) : []),
    ...parsed.flatMap((page) => [
      ...checkPlace(page),
      ...checkRetention(page),
      ...checkPeriods(page, schemes.parsed),
      ...findRepeats(
        'the section',
        page.value.sections.map(({ id }, at) => ({ id, source: page, path: ['sections', at, 'id'] })),
      ),
      ...findRepeats(
        'the row',
        (page.value.retention ?? []).map(({ id }, at) => ({
          id,
          source: page,
          path: ['retention', at, 'id'],
        })),
      ),
      ...(complete ? checkLinks(page, anchorsOf(parsed)) : []),
    ]),
  ];
}

function checkPresent(pages: readonly Parsed<ContentPage>[], prefix: string): Fault[] {
  return PageId.options
    .filter((id) => !pages.some(({ value }) => value.id === id))
    .map((id) => ({
      file: `${prefix}pages`,
      line: 1,
      message: `the page \`${id}\` is missing`,
      fix: `write pages/${id}.yaml`,
    }));
}

function checkPlace(page: Parsed<ContentPage>): Fault[] {
  const name = baseName(page.file);
  if (page.value.id === name) return [];
  const message = `the page is \`${page.value.id}\` but its file is ${name}.yaml`;
  return [faultAt(page, ['id'], message, 'name the file after the page')];
}

function checkRetention(page: Parsed<ContentPage>): Fault[] {
  const isHere = page.value.retention !== undefined;
  if (isHere === (page.value.id === retentionPage)) return [];
  return isHere
    ? [
        faultAt(
          page,
          ['retention'],
          `the page \`${page.value.id}\` has a table of retention of its own`,
          `keep one, in pages/${retentionPage}.yaml`,
        ),
      ]
    : [
        faultAt(
          page,
          ['id'],
          'the table of retention is missing',
          'say under `retention` what is kept, and until when',
        ),
      ];
}

/** What the newest scheme erases by itself stands in the table that people read, with the days that it says. */
function checkPeriods(page: Parsed<ContentPage>, schemes: readonly Parsed<Scheme>[]): Fault[] {
  if (page.value.id !== retentionPage) return [];
  const rows = page.value.retention ?? [];
  const newest = schemes
    .map(({ value }) => value)
    .toSorted((a, b) => a.version - b.version)
    .at(-1);
  return (newest?.rules.retention?.erased ?? []).flatMap(({ kind, days }) => {
    const at = rows.findIndex(({ id }) => id === kind);
    const says = (text: string) => new RegExp(`(^|\\D)${days}(\\D|$)`).test(text);
    if (at >= 0 && Locale.options.every((locale) => says(rows[at]!.until[locale]))) return [];
    const message = `the scheme erases \`${kind}\` after ${days} days, which the table does not say`;
    const path = at < 0 ? ['retention'] : ['retention', at, 'until'];
    return [faultAt(page, path, message, `give the row \`${kind}\` its days, in both languages`)];
  });
}

const anchorsOf = (pages: readonly Parsed<ContentPage>[]): ReadonlySet<string> =>
  new Set(
    pages.flatMap(({ value }) => [`/${value.id}`, ...value.sections.map(({ id }) => `/${value.id}#${id}`)]),
  );

/** Links to a place within a page; where others lead, such as to the levels, the web alone knows. */
function checkLinks(page: Parsed<ContentPage>, anchors: ReadonlySet<string>): Fault[] {
  const isOfPages = (target: string) =>
    target.includes('#') || PageId.options.some((id) => target === `/${id}`);
  return page.value.sections.flatMap(({ text }, at) =>
    Locale.options.flatMap((locale) =>
      [...text[locale].matchAll(/\]\((\/[^)\s]*)\)/g)]
        .map(([, target]) => target!)
        .filter((target) => isOfPages(target) && !anchors.has(target))
        .map((target) =>
          faultAt(
            page,
            ['sections', at, 'text', locale],
            `the link to \`${target}\` leads nowhere`,
            'name a page and one of its sections',
          ),
        ),
    ),
  );
}
