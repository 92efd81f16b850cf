import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@ennead/testing';
import type { Page } from 'playwright-core';
import { refusedWith, type Desk } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';

let house: House;
let visitor: Desk;

beforeAll(async () => {
  house = await openHouse();
  visitor = await house.visitor();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const rules = /\/contract-check-.*\.js/;
const faultsOn = (page: Page) => page.locator('form [role=alert]').allInnerTexts();
const focused = (page: Page) =>
  page.evaluate<string>('document.activeElement.name || document.activeElement.type');
const submit = (page: Page) => page.locator('form button[type=submit]').click();

/** Every request of a changing method, as the page sends it. */
const watchSent = (page: Page): string[] => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
  });
  return sent;
};

it('has the rules of its route with the first look into it, and says all that is wrong before it asks the server', async () => {
  const { page } = visitor;
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto('/register', { waitUntil: 'networkidle' });
  expect(loaded.filter((url) => rules.test(url))).toEqual([]);
  const sent = watchSent(page);
  await Promise.all([page.waitForResponse(rules), page.locator('input[name=name]').focus()]);
  await page.locator('input[name=email]').fill('lin@nowhere');
  await submit(page);
  await page.locator('form [role=alert]').nth(1).waitFor();
  expect(await faultsOn(page)).toEqual([expect.stringContaining('姓名'), expect.stringContaining('邮箱')]);
  await eventually(async () => (await focused(page)) === 'name');
  expect(sent).toEqual([]);
  await expectAccessible(page);
  // A fault goes with its cause, the others stay.
  await page.locator('input[name=name]').fill('林小雨');
  await page.locator('form [role=alert]').nth(2).waitFor({ state: 'detached' });
  expect(await page.locator('input[name=name]').getAttribute('aria-invalid')).toBeNull();
});

it('asks the server where the rules cannot be had, and shows at their fields what it says', async () => {
  const { page } = visitor;
  visitor.foresee(/contract-check/);
  visitor.foresee(/ERR_FAILED/);
  visitor.foresee(refusedWith(400));
  await page.route(rules, (route) => route.abort());
  await page.goto('/register');
  const sent = watchSent(page);
  await page.locator('input[name=name]').fill('林小雨');
  await page.locator('input[name=email]').fill('lin@nowhere');
  await submit(page);
  await page.locator('input[name=email][aria-invalid]').waitFor();
  expect(sent).toEqual(['/api/auth/register']);
  expect(await page.locator('input[name=email]').getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('input[name=name]').getAttribute('aria-invalid')).toBeNull();
  await eventually(async () => (await focused(page)) === 'email');
  await page.unroute(rules);
});

it('sends what is right, once, and goes on', async () => {
  const { page } = visitor;
  await page.goto('/register');
  const sent = watchSent(page);
  await page.locator('input[name=name]').fill('  林小雨 ');
  await page.locator('input[name=email]').fill('Lin.Xiaoyu@Example.ORG');
  await page.evaluate(
    "(() => { for (let at = 0; at < 3; at += 1) document.querySelector('form').requestSubmit(); })()",
  );
  await page.locator('main [role=status]').getByText('Lin.Xiaoyu@Example.ORG').waitFor();
  expect(sent).toEqual(['/api/auth/register']);
});

it('knows a rule that two fields make together', async () => {
  const { page } = await house.person('admin');
  await page.goto('/admin');
  await page.getByRole('button', { name: '新建账号' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.locator('input[name=name]').fill('韩梅');
  await dialog.locator('input[name=email]').fill('han.mei@example.org');
  await dialog.locator('footer button[type=submit]').click();
  await dialog.getByText('请至少选择一种身份。').waitFor();
  await eventually(async () => (await focused(page)) === 'checkbox');
  await dialog.getByLabel('培训师').check();
  await dialog.getByText('机构管理员和培训师必须属于一个机构，请选择。').waitFor();
  await dialog.locator('select').first().selectOption({ index: 1 });
  await dialog.getByText('机构管理员和培训师必须属于一个机构，请选择。').waitFor({ state: 'detached' });
  await dialog.locator('footer button[type=submit]').click();
  await page.locator('dialog[open]').getByText('链接已发往').waitFor();
});

it('waits no longer than a moment for rules that do not come', async () => {
  const { page, foresee } = await house.visitor();
  foresee(refusedWith(401));
  await page.route(rules, () => undefined);
  await page.goto('/log-in');
  await page.locator('input[type=email]').fill('nobody@example.org');
  await page.locator('input[type=password]').fill('not this one');
  const [answer] = await Promise.all([page.waitForResponse('**/api/auth/log-in'), submit(page)]);
  expect(answer.status()).toBe(401);
});

it('takes what was put into its fields without a word, and a held key for one press', async () => {
  const { page, foresee } = await house.visitor();
  foresee(refusedWith(401));
  await page.goto('/log-in');
  const sent = watchSent(page);
  await page.locator('input[type=password]').waitFor();
  await page.evaluate(`(() => {
    const fill = (selector, text) => Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
      .set.call(document.querySelector(selector), text);
    fill('input[type=email]', 'nobody@example.org');
    fill('input[type=password]', 'not this one');
  })()`);
  await page.locator('input[type=password]').focus();
  await page.keyboard.down('Enter');
  for (let at = 0; at < 5; at += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.locator('form [role=alert]').waitFor();
  for (let at = 0; at < 5; at += 1) await page.keyboard.down('Enter');
  await eventually(() => sent.length > 1);
  // Were there more, they would have gone before this.
  await page.evaluate("fetch('/health/live')");
  expect(sent).toEqual(['/api/auth/log-in', '/api/auth/log-in']);
});

it('does nothing in the name of somebody who logged in on another page since', async () => {
  const admin = await house.person('admin');
  await admin.page.goto('/admin/institutions');
  await admin.page.getByRole('button', { name: '登记机构' }).click();
  const dialog = admin.page.locator('dialog[open]');
  await dialog.locator('input').first().fill('九章学院');
  await dialog.locator('input').last().fill('Nine Chapters');
  const { email, password } = house.ennead.accounts.find((one) => one.email.startsWith('certifier@'))!;
  admin.foresee(refusedWith(401, 403, 409));
  const other = await admin.context.newPage();
  await other.goto('/');
  const token = (await (await other.request.get('/api/auth/csrf')).json()) as { token: string };
  const headers = { 'x-csrf-token': token.token };
  await other.request.post('/api/auth/log-out', { headers });
  const next = (await (await other.request.get('/api/auth/csrf')).json()) as { token: string };
  await other.request.post('/api/auth/log-in', {
    data: { email, password },
    headers: { 'x-csrf-token': next.token },
  });
  await dialog.locator('footer button[type=submit]').click();
  await dialog.getByText('现在登录的是另一个账号').waitFor();
  expect(await dialog.locator('input').first().inputValue()).toBe('九章学院');
});

it('sends nothing once its dialogue is closed, though its rules come later', async () => {
  const { page } = await house.person('admin');
  const late: (() => void)[] = [];
  await page.route(rules, (route) => void late.push(() => void route.continue()));
  await page.goto('/admin/institutions');
  await page.getByRole('button', { name: '登记机构' }).click();
  const sent = watchSent(page);
  await page.locator('dialog[open] input').first().fill('晚到学院');
  await page.locator('dialog[open] input').last().fill('Latecomers');
  await page.locator('dialog[open] footer button[type=submit]').click();
  await page.locator('dialog[open] footer button').first().click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await Promise.all([page.waitForResponse(rules), ...late.map((go) => go())]);
  await page.evaluate("fetch('/health/live')");
  expect(sent).toEqual([]);
});
