import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
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
