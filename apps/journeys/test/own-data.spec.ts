import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@ennead/testing';
import { refusedWith } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

it('help is found where one is stuck, at its place', async () => {
  const { page } = await house.visitor();
  await page.goto('/log-in');
  await page.getByRole('link', { name: '登录帮助' }).click();
  await page.waitForURL((address) => address.pathname === '/help' && address.hash === '#log-in');
  await eventually(async () => (await page.evaluate('document.activeElement.id')) === 'log-in');
  await picture(page, 'help');
  // Another page of the body without loading the document anew.
  await page.evaluate('window.isSame = true');
  await page.locator('#log-in a[href="/contact"]').click();
  await page.getByText('尚未提供联系地址').waitFor();
  expect(await page.evaluate('window.isSame')).toBe(true);
  await expectAccessible(page);
}, 60_000);

it('a reader accepts what was shown, is shown a newer version, and takes their own data along', async () => {
  const desk = await house.person('candidate1');
  const { page } = desk;
  await page.goto('/account');
  const accept = page.getByRole('button', { name: '接受现行版本' });
  await accept.waitFor();
  await expectAccessible(page);
  // What a page that is open since the last version sends.
  desk.foresee(refusedWith(409));
  await page.route('**/api/agreements', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const body = route.request().postDataJSON() as { documents: { hash: string }[] };
    body.documents[0]!.hash = '0'.repeat(64);
    return route.continue({ postData: JSON.stringify(body) });
  });
  await accept.click();
  await page.getByRole('alert').filter({ hasText: '文件有了新版本' }).waitFor();
  await page.unroute('**/api/agreements');
  await accept.click();
  await accept.waitFor({ state: 'detached' });
  expect(await page.getByText('接受于').count()).toBe(2);
  await picture(page, 'account-data');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /下载我的数据/ }).click(),
  ]);
  const data = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(data.account.email).toMatch(/^candidate1@/);
  expect(data.agreements).toHaveLength(2);
  await expectAccessible(page);
}, 60_000);
