import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';
import { scheduleSession } from './harness/schedule-session.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const hour = 3_600_000;

it('a free sitting is given where it can be entered, and the rest says why not', async () => {
  const { page, faults } = await house.person('admin');
  await page.goto('/admin/sessions');
  const own = page.locator('table a').last();
  const title = await own.innerText();
  const now = Date.now();
  const opensAt = now - hour;
  await scheduleSession(page, '今天结束的一场', { opensAt, closesAt: now + 2 * hour });
  await scheduleSession(page, '下周结束的一场', { opensAt, closesAt: now + 7 * 24 * hour });
  await own.click();
  await page
    .getByRole('button', { name: /免费重考$/ })
    .first()
    .click();
  const dialog = page.locator('dialog[open]');
  const card = (name: string) => dialog.locator('label', { hasText: name });
  await card('今天结束的一场').getByText('24小时内结束').waitFor();
  await picture(page, 'free-sitting');
  await expectAccessible(page);
  expect(await card('下周结束的一场').innerText()).not.toContain('24小时');
  expect(await card(title).innerText()).toContain('已报过这一场');
  expect(await card(title).locator('input').isDisabled()).toBe(true);
  await card('下周结束的一场').locator('input').check();
  await dialog.locator('textarea').fill('考场断网一小时，责任在我方。');
  await dialog.locator('footer button').last().click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('已安排免费重考').first().waitFor();
  // Nothing is asked that would be refused by now.
  await page.waitForLoadState('networkidle');
  expect(faults).toEqual([]);
}, 60_000);
