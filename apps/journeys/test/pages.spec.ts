import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Desk, PersonOptions } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { markFirstScript } from './harness/mark-portfolio.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';
import { partOf, readEntry } from './harness/own-entry.ts';
import { beginExam, handInExam } from './harness/sit-exam.ts';
import { submitPortfolio } from './harness/show-portfolio.ts';
import { enterLab, handInLab } from './harness/work-in-lab.ts';

let house: House;
/** The entry of whoever went the whole way of a candidate. */
let assessed: string;

beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

/** What people use: a desk in daylight in Chinese, a phone at night in English. */
const settings: [string, PersonOptions][] = [
  ['zh-CN, light, 1280 px', { locale: 'zh-CN', theme: 'light', width: 1280 }],
  ['en, dark, 360 px', { locale: 'en', theme: 'dark', width: 360, height: 740 }],
];

const pagesOf: Record<string, readonly string[]> = {
  assessor1: ['/reviews', '/interests'],
  moderator: ['/adjudications'],
  certifier: ['/decisions'],
  registrar: [
    '/desk',
    '/assessment',
    '/addresses',
    '/accommodations',
    '/same-people',
    '/registrars',
    '/interests',
    '/threats',
  ],
  manager: ['/institution'],
  trainer: ['/institution'],
  admin: ['/admin', '/admin/institutions', '/admin/sessions', '/admin/inbox', '/admin/work', '/admin/audit'],
};
const openPages = [
  '/',
  '/log-in',
  '/register',
  '/forgotten',
  '/standard',
  '/standard/application-engineer',
  '/levels',
  '/verify',
  '/verify/000-000-000-000-000-000-000-000-000',
  '/help',
  '/help#manager',
  '/contact',
  '/privacy',
  '/terms',
  '/application',
  '/conduct',
  '/non-disclosure',
  '/no-such-page',
];

/** A text without a Chinese character and with three English words in a row: a sentence that was forgotten. */
const leftEnglish = async (page: Page): Promise<string[]> => {
  const texts = (await page.evaluate(`(() => {
    const skip = 'code, pre, [lang=en], script, style, .xterm, .monaco-editor, [translate=no]';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement && !parentElement.closest(skip) && parentElement.checkVisibility()) found.push(textContent);
    }
    return found;
  })()`)) as string[];
  return texts.filter(
    (text) => !/\p{Script=Han}/u.test(text) && /[A-Za-z]{2,}(\s+[A-Za-z]{2,}){2}/.test(text),
  );
};

const inspected = new Set<string>();

const inspect = async ({ page, faults }: Desk, { locale, width }: PersonOptions): Promise<void> => {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  const at = page.url();
  inspected.add(new URL(at).pathname);
  await picture(
    page,
    `${locale}-${new URL(at).pathname.replaceAll('/', '_').replaceAll(/[0-9a-f-]{36}/g, 'id')}-${inspected.size}`,
  );
  if (locale === 'zh-CN') expect({ at, english: await leftEnglish(page) }).toEqual({ at, english: [] });
  expect({ at, lang: await page.locator('html').getAttribute('lang') }).toEqual({ at, lang: locale });
  const overflow = Number(await page.evaluate('document.documentElement.scrollWidth'));
  expect({ at, overflow: overflow > width! }).toEqual({ at, overflow: false });
  expect({ at, faults }).toEqual({ at, faults: [] });
};

describe.each(settings)('in %s', (_, options) => {
  it('the open pages', async () => {
    const desk = await house.visitor(options);
    for (const path of openPages) {
      await desk.page.goto(path);
      await inspect(desk, options);
    }
    await desk.context.close();
  }, 120_000);

  it.each(Object.keys(pagesOf))(
    'the pages of %s',
    async (account) => {
      const desk = await house.person(account, options);
      await desk.page.goto('/account');
      await chooseLocale(desk.page, options);
      for (const path of [...pagesOf[account]!, '/notices', '/account', '/account/second-factor']) {
        await desk.page.goto(path);
        await inspect(desk, options);
      }
      await desk.context.close();
    },
    120_000,
  );

  it('the way of a candidate', async () => {
    const account = options.locale === 'en' ? 'candidate2' : 'candidate1';
    const desk = await house.person(account, options);
    const { page } = desk;
    for (const path of ['/sessions', '/candidate']) {
      await page.goto(path);
      await inspect(desk, options);
    }
    await beginExam(page);
    await inspect(desk, options);
    await page.keyboard.press('?');
    await page.locator('dialog[open]').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    if (options.width === 360) await page.keyboard.press('o');
    await handInExam(page);
    await inspect(desk, options);
    const entry = await readEntry(page);
    const { attemptId } = partOf(entry, 'form');
    const { partId } = partOf(entry, 'portfolio');
    for (const path of [
      `/exam/${attemptId}/report`,
      `/portfolio/${entry.id}/${partId}`,
      `/result/${entry.id}`,
      '/history',
    ]) {
      await page.goto(path);
      await inspect(desk, options);
    }
    await enterLab(page);
    await inspect(desk, options);
    // One of the two goes the whole way, for those who assess and decide.
    if (options.locale === 'zh-CN') {
      await handInLab(page);
      await inspect(desk, options);
      await submitPortfolio(page);
      await inspect(desk, options);
      assessed = entry.id;
    }
    await desk.context.close();
  }, 240_000);

  it.each<[account: string, list: string, first: string]>([
    ['assessor1', '/reviews', 'table a[href^="/reviews/"]'],
    ['manager', '/institution', 'a[href^="/institution/cohorts/"]'],
    ['admin', '/admin/sessions', 'a[href^="/admin/sessions/"]'],
  ])(
    'the first of what %s has at %s',
    async (account, list, first) => {
      const desk = await house.person(account, options);
      await desk.page.goto(list);
      await desk.page.locator(first).first().click();
      await desk.page.waitForURL((url) => url.pathname !== list);
      await inspect(desk, options);
      if (account === 'manager') {
        await desk.page.goto(`${new URL(desk.page.url()).pathname}/import`);
        await inspect(desk, options);
      }
      await desk.context.close();
    },
    120_000,
  );

  it('the case of somebody who sat everything', async () => {
    const desk = await house.person('certifier', options);
    await desk.page.goto(`/decisions/${assessed}`);
    await inspect(desk, options);
    await desk.context.close();
  }, 120_000);

  it('the trail of that case, and all that it rests on', async () => {
    const desk = await house.person('admin', options);
    for (const path of [
      `/admin/audit?about=${assessed}`,
      `/trail/${assessed}`,
      `/trail/${assessed}/record`,
    ]) {
      await desk.page.goto(path);
      await inspect(desk, options);
    }
    // Opened, an item shows what was saved.
    await desk.page.locator('#exam details summary').first().click();
    await inspect(desk, options);
    await desk.context.close();
  }, 120_000);
});

describe('marks too far apart', () => {
  beforeAll(async () => {
    for (const [account, points] of [
      ['assessor1', 1],
      ['assessor2', 4],
    ] as const)
      await markFirstScript((await house.person(account)).page, points);
  }, 120_000);

  it.each(settings)(
    'are put before a third reader, in %s',
    async (_, options) => {
      const desk = await house.person('moderator', options);
      await desk.page.goto('/account');
      await chooseLocale(desk.page, options);
      await desk.page.goto('/adjudications');
      await desk.page.locator('table a[href^="/adjudications/"]').first().click();
      await desk.page.waitForURL('**/adjudications/*');
      await inspect(desk, options);
      await desk.context.close();
    },
    60_000,
  );
});

/** Pages that hang on what somebody was sent or given, and the journey that inspects each of them instead. */
const inspectedElsewhere: Record<string, string> = {
  'certificate/:number': 'tries',
  'exam/start/:entryId/:partId': 'enrolment',
  'invitation/:token': 'impartiality',
  'link/:token': 'accounts',
};

it('leave out none that there is', async () => {
  const features = 'apps/web/src/features';
  const files = (await readdir(features, { recursive: true })).filter((file) => file.endsWith('routes.tsx'));
  const sources = await Promise.all(files.map((file) => readFile(join(features, file), 'utf8')));
  const routes = sources.flatMap((source) =>
    [...source.matchAll(/path: '([^']+)'/g)].map(([, path]) => path!),
  );
  expect(routes.length).toBeGreaterThan(40);
  const paths = [...inspected];
  const isInspected = (route: string) => {
    const address = new RegExp(`^/${route.replaceAll(/:\w+/g, '[^/]+')}$`);
    return paths.some((path) => address.test(path));
  };
  expect(routes.filter((route) => !isInspected(route)).toSorted()).toEqual(
    Object.keys(inspectedElsewhere).toSorted(),
  );
});

const chooseLocale = async (page: Page, { locale }: PersonOptions): Promise<void> => {
  const choice = page.locator(`input[type=radio][value="${locale}"]`);
  if (await choice.isChecked()) return;
  // Leaving before the server has the choice would break it off.
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/locale') && answer.ok());
  await choice.check();
  await saved;
  await page.locator(`html[lang="${locale}"]`).waitFor();
};
