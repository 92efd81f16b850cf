import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { refusedWith, type Desk } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';
import { beginExam } from './harness/sit-exam.ts';

let house: House;
let admin: Desk;
beforeAll(async () => {
  house = await openHouse();
  admin = await house.person('admin');
}, 240_000);
afterAll(() => house?.close(), 60_000);

const dialogOf = (page: Page) => page.locator('dialog[open]');
const confirm = (page: Page) => dialogOf(page).locator('footer button').last().click();
const closed = (page: Page) => dialogOf(page).waitFor({ state: 'detached' });
const fieldOf = (page: Page, label: string) => dialogOf(page).getByLabel(label);
/** A `datetime-local` value so many minutes later than the one that stands there. */
const later = async (page: Page, label: string, minutes: number): Promise<void> => {
  const field = fieldOf(page, label);
  const at = new Date(`${await field.inputValue()}:00.000Z`).getTime() + minutes * 60_000;
  await field.fill(new Date(at).toISOString().slice(0, 16));
};
const day = 24 * 60;

it('a session is scheduled with venue and halls, postponed, and cancelled with a reason', async () => {
  const { page } = admin;
  await page.goto('/admin/sessions');
  await page.getByRole('button', { name: '安排场次' }).click();
  await fieldOf(page, '中文名称').fill('夏季考核');
  await fieldOf(page, '英文名称').fill('Summer session');
  await fieldOf(page, '考点').fill('示范大学三号楼');
  await fieldOf(page, '考场').fill('第一考场\n第一考场');
  await dialogOf(page).locator('footer button').last().click();
  await dialogOf(page).getByText('不能重复').nth(0).waitFor();
  await fieldOf(page, '考场').fill('第一考场\n第二考场');
  await expectAccessible(page);
  await dialogOf(page).locator('footer button').last().click();
  await closed(page);
  await page.getByRole('link', { name: '夏季考核' }).click();
  await page.getByText('示范大学三号楼 · 第一考场和第二考场').waitFor();
  await expectAccessible(page);
  // Postponed by a week: without a reason it is not sent.
  await page.getByRole('button', { name: '更改', exact: true }).click();
  await later(page, '开放时间', 7 * day);
  await later(page, '截止时间', 7 * day);
  await confirm(page);
  await dialogOf(page).getByText('请写10至2000个字符').waitFor();
  await picture(page, 'session-change');
  await expectAccessible(page);
  await dialogOf(page).locator('textarea').last().fill('考点临时停电，顺延一周举行。');
  await confirm(page);
  await closed(page);
  await page.getByText('场次已更改').first().waitFor();
  await page.getByRole('button', { name: '取消场次' }).click();
  await dialogOf(page).locator('textarea').fill('报名人数不足，本场不再举行。');
  await expectAccessible(page);
  await confirm(page);
  await closed(page);
  await page.getByText('已取消').first().waitFor();
  await page.getByText('报名人数不足，本场不再举行。').waitFor();
  expect(await page.getByRole('button', { name: '延长' }).count()).toBe(0);
  await page.waitForLoadState('networkidle');
  await picture(page, 'session-cancelled');
  await expectAccessible(page);
}, 90_000);

it('an open session is extended, and is not cancelled once somebody has begun', async () => {
  const { page } = admin;
  await page.goto('/admin/sessions');
  await page.getByRole('link', { name: /开放场次/ }).click();
  await page.getByRole('button', { name: '延长' }).click();
  await later(page, '截止时间', -1);
  await dialogOf(page).locator('textarea').last().fill('考场网络中断，延长一天。');
  admin.foresee(refusedWith(409));
  await confirm(page);
  await dialogOf(page).getByRole('alert').filter({ hasText: '只能推后' }).waitFor();
  await expectAccessible(page);
  await later(page, '截止时间', day + 1);
  await confirm(page);
  await closed(page);
  // Open on this page while a candidate begins elsewhere.
  await page.getByRole('button', { name: '取消场次' }).click();
  const candidate = await house.person('candidate1');
  await candidate.page.goto('/candidate');
  await candidate.page.getByText('有人监考').first().waitFor();
  await candidate.page.getByText('北京时间').first().waitFor();
  await expectAccessible(candidate.page);
  await picture(candidate.page, 'candidate-place');
  await beginExam(candidate.page);
  await dialogOf(page).locator('textarea').fill('报名人数不足，本场不再举行。');
  await confirm(page);
  await dialogOf(page).getByRole('alert').filter({ hasText: '已有考生开始作答' }).waitFor();
  await picture(page, 'session-begun');
}, 90_000);
