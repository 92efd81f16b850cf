import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@ennead/testing';
import type { Locator, Page } from 'playwright-core';
import type { PersonOptions } from './harness/browser.ts';
import { missing, register } from './harness/come-alone.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { beginExam } from './harness/sit-exam.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const settings: [string, PersonOptions][] = [
  ['zh-CN, light, 1280 px', { locale: 'zh-CN', theme: 'light', width: 1280 }],
  ['en, dark, 360 px', { locale: 'en', theme: 'dark', width: 360, height: 740 }],
];

/** The page as it stands can be used by everybody, and is no wider than the screen. */
const inspect = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  const { width } = page.viewportSize()!;
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
};

/** The wrong row was pressed: what was set down is taken back, with why. */
const takeBackIdentity = async (page: Page, row: Locator): Promise<void> => {
  await row.locator('button').click();
  await page.getByRole('menuitem', { name: /撤回身份核对|Take back identity/ }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.locator('footer button').last().click();
  await dialog.locator('textarea[aria-invalid=true]').waitFor();
  await expectAccessible(page);
  await dialog.locator('textarea').fill('按错了一行。The wrong row was pressed.');
  await dialog.locator('footer button').last().click();
  await dialog.waitFor({ state: 'detached' });
  await eventually(async () => (await row.locator('button').count()) === 2);
};

/** The mark of what waits leads to whom it is about; all of them are chosen at once, and the act stays in view. */
const seeTheHall = async (page: Page, row: Locator): Promise<void> => {
  await page.getByTestId('summary').locator('a[href*="missing=identity"]').click();
  await page.waitForURL('**missing=identity**');
  await row.waitFor();
  await page.getByLabel(/选择本页全部|Choose all on this page/).check();
  await page.evaluate('scrollTo(0, 0)');
  const act = page.getByRole('button', { name: /^(登记1人身份核对|Set down identity of 1)/ });
  const { y, height } = (await act.boundingBox())!;
  expect(y + height).toBeLessThanOrEqual(page.viewportSize()!.height);
  await inspect(page);
  await act.click();
  await row.waitFor({ state: 'detached' });
  await act.waitFor({ state: 'detached' });
  await inspect(page);
};

it.each(settings)(
  'somebody without an institution enrols, gives what is asked, is seen by the registrar and begins: %s',
  async (_, options) => {
    const name = options.locale === 'en' ? 'Zoë Lin' : '林悦';
    const email = `alone-${options.width}@example.org`;
    const { page } = await house.visitor(options);
    const newcomer = { name, email, latinName: 'Lin Yue' };
    await register(house, page, newcomer, inspect);
    await inspect(page);
    await missing(page, 'application').locator('button').click();
    await page.locator('dialog[open] input[name=name]').fill('Somebody');
    await page.locator('dialog[open] a[href="/non-disclosure"][target=_blank]').waitFor();
    await page.locator('dialog[open] h3').first().waitFor();
    await expectAccessible(page);
    await page.locator('dialog[open] input[name=name]').fill(name);
    await page.locator('dialog[open] button[type=submit]').click();
    await missing(page, 'application').waitFor({ state: 'detached' });
    await missing(page, 'names').locator('button').click();
    await page.locator('dialog[open] input[name=latinName]').fill('林');
    await page.locator('dialog[open] button[type=submit]').click();
    await page.locator('dialog[open] input[name=latinName][aria-invalid]').waitFor();
    await expectAccessible(page);
    await page.locator('dialog[open] input[name=latinName]').fill('Lin Yue');
    await page.locator('dialog[open] button[type=submit]').click();
    await missing(page, 'names').waitFor({ state: 'detached' });
    expect(await page.locator('main a[href^="/exam/start/"]').count()).toBe(0);

    const desk = await house.person('registrar', options);
    await desk.page.waitForURL('**/desk');
    const row = desk.page.locator('tr', { hasText: email });
    await row.waitFor();
    await inspect(desk.page);
    await row.locator('button').last().click();
    await desk.page.locator('[role=menuitem]').first().click();
    await desk.page.locator('dialog[open] textarea').waitFor();
    await expectAccessible(desk.page);
    await desk.page.locator('dialog[open] footer button').first().click();
    await row.locator('button').first().click();
    await eventually(async () => (await row.locator('button').count()) === 1);
    await inspect(desk.page);
    await takeBackIdentity(desk.page, row);
    await seeTheHall(desk.page, row);

    await page.reload();
    await page.locator('main a[href^="/exam/start/"]').waitFor();
    await inspect(page);
    const { items } = await beginExam(page);
    expect(items.length).toBeGreaterThan(0);
  },
  240_000,
);
