import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AttemptView } from '@ennead/contracts';
import { eventually } from '@ennead/testing';
import type { Page } from 'playwright-core';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';
import { beginExam } from './harness/sit-exam.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

/** How many pixels of the question lie under a bar, wherever the page is scrolled to. */
const coveredPx = async (page: Page): Promise<number> =>
  Number(
    await page.evaluate(`(() => {
      const question = document.querySelector('article');
      const bars = [...document.querySelectorAll('header, nav')].filter((each) => !question.contains(each));
      const covered = () => {
        const { top, bottom } = question.getBoundingClientRect();
        return bars.reduce((sum, bar) => {
          const rect = bar.getBoundingClientRect();
          const seen = [Math.max(top, rect.top, 0), Math.min(bottom, rect.bottom, innerHeight)];
          return sum + Math.max(0, seen[1] - seen[0]);
        }, 0);
      };
      let most = 0;
      for (let at = 0; at <= document.documentElement.scrollHeight; at += 20) {
        scrollTo(0, at);
        most = Math.max(most, covered());
      }
      return Math.round(most);
    })()`),
  );

it('no bar of the exam covers the question in a low window', async () => {
  const { page } = await house.person('candidate2');
  await beginExam(page);
  for (const size of [
    { width: 1280, height: 400 },
    { width: 360, height: 400 },
    { width: 320, height: 256 },
  ]) {
    await page.setViewportSize(size);
    await picture(page, `exam-${size.width}x${size.height}`);
    expect({ ...size, coveredPx: await coveredPx(page) }).toEqual({ ...size, coveredPx: 0 });
  }
}, 60_000);

it('a table that is wider than the page is reached by keyboard, whichever question has one', async () => {
  const { page } = await house.person('candidate3', { locale: 'en', width: 360, height: 740 });
  const cells = Array.from({ length: 12 }, (_, at) => `column ${at}`);
  const table = [cells, cells.map(() => '---'), cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
  await page.route(/\/api\/(attempts\/[0-9a-f-]{36}|entries\/[^?]+\/attempt)$/, async (route) => {
    const answer = await route.fetch();
    const view = (await answer.json()) as AttemptView;
    const items = view.items?.map((item) => ({ ...item, stem: { 'zh-CN': table, en: table } }));
    await route.fulfill({ response: answer, json: { ...view, items } });
  });
  await beginExam(page);
  await page.reload();
  const wide = page.locator('article table').first();
  await wide.waitFor();
  expect(await wide.evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(true);
  await expectAccessible(page);
  await wide.focus();
  await page.keyboard.press('ArrowRight');
  await eventually(() => wide.evaluate((each) => each.scrollLeft > 0));
}, 60_000);
