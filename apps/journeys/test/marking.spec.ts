import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@ennead/testing';
import type { Page } from 'playwright-core';
import { connectionLost, refusedWith, type Desk } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { submitPortfolio } from './harness/show-portfolio.ts';

let house: House;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  const candidate = await house.person('candidate1');
  await submitPortfolio(candidate.page);
  await candidate.context.close();
  desk = await house.person('assessor1');
  page = desk.page;
  await page.goto('/reviews');
  await page.locator('table a').first().click();
  await criteria().first().waitFor();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const criteria = () => page.locator('[data-criterion]');
const submit = () => page.getByRole('button', { name: '提交评分……' });
const total = () => page.getByTestId('review-total');
/** What the server has kept. */
const kept = async () => {
  const id = page.url().split('/').at(-1)!.split('?')[0]!;
  return (await (await page.request.get(`/api/reviews/${id}`)).json()) as {
    marks: Record<string, { points: number; note?: string }>;
    state: string;
  };
};
const keptCount = async () => Object.keys((await kept()).marks).length;

it('cannot be submitted before every criterion has its points', async () => {
  expect(await submit().isDisabled()).toBe(true);
  await page.keyboard.press('s');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  await page.locator('[data-current] input[value="3"]').focus();
  await page.keyboard.press('3');
  await page.locator('[data-current] input[value="3"]:checked').waitFor();
  await eventually(async () => (await keptCount()) === 1);
  expect(await submit().isDisabled()).toBe(true);
  await expectAccessible(page);
});

it('takes letters of a note for a note', async () => {
  const note = page.locator('[data-current] textarea');
  await note.fill('');
  await note.pressSequentially('sn 4 p');
  expect(await note.inputValue()).toBe('sn 4 p');
  expect(await page.locator('[data-current] input[value="3"]').isChecked()).toBe(true);
  expect(await page.locator('dialog[open]').count()).toBe(0);
  await eventually(async () => Object.values((await kept()).marks)[0]?.note === 'sn 4 p');
});

it('keeps marks that could not be saved, over a closed page', async () => {
  desk.foresee(connectionLost);
  desk.foresee(/ERR_FAILED/);
  const saves = '**/api/reviews/*';
  await page.route(saves, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  await page.keyboard.press('Escape');
  await page.locator('[data-current] input[value="3"]').focus();
  await page.keyboard.press('n');
  await page.locator('[data-criterion]:nth-child(2)[data-current]').waitFor();
  await page.keyboard.press('2');
  await page.locator('[data-current] input[value="2"]:checked').waitFor();
  const before = await total().innerText();
  expect(await keptCount()).toBe(1);
  await page.reload();
  await page.getByText('已恢复上次没来得及保存的评分。').waitFor();
  expect(await total().innerText()).toBe(before);
  await page.unroute(saves);
  await page.reload();
  await eventually(async () => (await keptCount()) === 2);
});

it('is submitted once, with what was marked last, and says why when it is refused', async () => {
  // The page was loaded anew by the test before, and may still be on its way.
  await criteria().first().waitFor();
  const count = await criteria().count();
  for (let at = 2; at < count; at += 1) {
    await criteria().nth(at).getByRole('button').first().click();
    await page.locator(`[data-criterion]:nth-child(${at + 1})[data-current] input[value="4"]`).check();
  }
  const sent: string[] = [];
  let refuses = true;
  await page.route('**/submit', async (route) => {
    sent.push(new URL(route.request().url()).pathname);
    if (!refuses) return route.continue();
    const json = { status: 429, code: 'TOO_MANY_REQUESTS', title: 'Too many requests' };
    return route.fulfill({ status: 429, contentType: 'application/problem+json', json });
  });
  desk.foresee(refusedWith(429));
  await submit().click();
  const confirm = page.locator('dialog[open] footer button').last();
  await confirm.dblclick();
  await page.locator('dialog[open] [role=alert]').waitFor();
  expect(sent).toHaveLength(1);
  expect(await kept()).toMatchObject({ state: 'assigned' });
  expect(await keptCount()).toBe(count);
  refuses = false;
  await confirm.dblclick();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  expect(sent).toHaveLength(2);
  expect(await kept()).toMatchObject({ state: 'submitted' });
  // What is submitted is not changed by a key.
  const final = await total().innerText();
  await page.keyboard.press('0');
  expect(await total().innerText()).toBe(final);
  expect(await page.locator('[data-current] input[value="4"]').isDisabled()).toBe(true);
});
