import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { queueMessage } from '@ennead/mail';
import { makeDataSource, Person } from '@ennead/persistence';
import { eventually } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import type { Desk } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';

const patient = 120_000;

let house: House;
let owner: DataSource;
let candidate: Person;
beforeAll(async () => {
  house = await openHouse();
  owner = await makeDataSource(house.ennead.databaseUrl, 1).initialize();
  const { email } = house.ennead.accounts.find((account) => account.email.startsWith('candidate1@'))!;
  candidate = await owner.manager.findOneByOrFail(Person, { email });
}, 240_000);
afterAll(async () => {
  await owner?.destroy();
  await house?.close();
}, 60_000);

const link = () => `${house.ennead.url}/password/a-secret-token`;

/** The letters of a candidate who lost their password and handed in an exam. */
const write = async (): Promise<void> => {
  await queueMessage(owner.manager, {
    kind: 'password-reset',
    to: { personId: candidate.id },
    params: { until: { at: '2030-01-01T10:00:00Z' } },
    link: link(),
  });
  await queueMessage(owner.manager, {
    kind: 'handed-in',
    to: { personId: candidate.id },
    params: {
      session: { 'zh-CN': '演示场次', en: 'Demo session' },
      part: { 'zh-CN': '笔试', en: 'the written exam' },
      at: { at: '2026-11-28T10:00:00Z' },
    },
    about: { kind: 'entry', id: candidate.id },
  });
};
const stateOf = async (kind: 'password-reset' | 'handed-in') =>
  (await queuedMessages(owner, { kind, personId: candidate.id }))[0]?.state;

/** How many the bell says are not read. */
const bell = async (page: Page): Promise<number> => {
  const label = await page.locator('header a[href="/notices"]').getAttribute('aria-label');
  return Number(/\d+/.exec(label ?? '')?.[0] ?? 0);
};
const noSideways = async ({ page }: Desk, width: number) =>
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);

it(
  'tells whoever logs in what is new, lets them read it, and leads to what it is about',
  async () => {
    await write();
    await eventually(async () => (await stateOf('handed-in')) === 'captured', 30_000);
    const desk = await house.person('candidate1');
    const { page } = desk;
    await page.goto('/candidate');
    await eventually(async () => (await bell(page)) >= 2);
    const before = await bell(page);
    await page.locator('header a[href="/notices"]').click();
    const first = page.locator('main details').first();
    await first.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await first.innerText()).toContain('已提交：演示场次，笔试');
    expect(await first.innerText()).toContain('2026年11月28日 18:00（北京时间）');
    await eventually(async () => (await bell(page)) === before - 1);
    const reset = page.locator('main details').nth(1);
    await reset.locator('summary').click();
    expect(await reset.innerText()).toContain('链接只在邮件中');
    expect(await page.content()).not.toContain('a-secret-token');
    await expectAccessible(page);
    await eventually(async () => (await bell(page)) === before - 2);
    if (before > 2) {
      await page.getByRole('button', { name: '全部标为已读' }).click();
      await eventually(async () => (await bell(page)) === 0);
    }
    await page.getByRole('button', { name: '全部标为已读' }).waitFor({ state: 'detached' });
    await first.getByRole('link', { name: '查看相关内容' }).click();
    await page.waitForURL('**/candidate');
    await desk.context.close();
  },
  patient,
);

it(
  'keeps to what somebody chose of their mail',
  async () => {
    const { page } = await house.person('candidate1');
    await page.goto('/account');
    const box = page.getByRole('checkbox', { name: '已提交' });
    expect(await box.isChecked()).toBe(true);
    await box.click();
    await eventually(async () => !(await box.isChecked()));
    await page.reload();
    await eventually(async () => (await box.count()) === 1 && !(await box.isChecked()));
    expect(await page.getByRole('checkbox', { name: '结果已评定' }).count()).toBe(0);
    await page.getByText('一律发邮件的有哪些').click();
    await page.getByText('结果已评定').waitFor();
    // Not half under the header.
    await page.evaluate('window.scrollTo(0, 0)');
    await expectAccessible(page);
  },
  patient,
);

it.each([
  { width: 1280, theme: 'light' },
  { width: 768, theme: 'dark' },
  { width: 360, height: 740, theme: 'dark' },
] as const)(
  'shows the administrator what was written to whom: $width px',
  async (options) => {
    const desk = await house.person('admin', options);
    const { page } = desk;
    await page.goto('/admin/inbox?kind=password-reset');
    await page
      .getByRole('button', { name: /查看发给/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    await noSideways(desk, options.width);
    await page
      .getByRole('button', { name: /查看发给/ })
      .first()
      .click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByText('重新设置密码').first().waitFor();
    expect(await dialog.innerText()).toContain(`${candidate.name}，您好：`);
    expect(await dialog.innerText()).toContain(link());
    await expectAccessible(page);
    await noSideways(desk, options.width);
    await desk.context.close();
  },
  patient,
);

it(
  'has a letter sent again of which nobody can tell, after it was asked for',
  async () => {
    await owner.query(
      `UPDATE message SET state = 'uncertain', reason = 'unanswered', fault = 'Connection closed unexpectedly'
     WHERE kind = 'password-reset'`,
    );
    const { page } = await house.person('admin');
    await page.goto('/admin/inbox?state=uncertain');
    await page.getByRole('button', { name: /查看发给/ }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByText('可能已经送达').waitFor();
    await dialog.getByText('Connection closed unexpectedly').waitFor();
    await dialog.getByRole('button', { name: '重新发送' }).click();
    const question = page.locator('dialog[open]').last();
    await question.getByText('两封相同的邮件').waitFor();
    await expectAccessible(page);
    expect(await stateOf('password-reset')).toBe('uncertain');
    await question.getByRole('button', { name: '重新发送' }).click();
    await page.locator('dialog[open]').first().waitFor({ state: 'detached' });
    await eventually(async () => (await stateOf('password-reset')) === 'captured', 30_000);
  },
  patient,
);

it(
  'shows a hidden link only to whoever asks for it, and writes down that they did',
  async () => {
    const { page } = await house.person('admin', { locale: 'en' });
    // As in production mode, of which there is no demo.
    await page.route(/\/api\/messages\/[^/]+$/, async (route) => {
      const answer = await route.fetch();
      const view = (await answer.json()) as { letter: { text: string } };
      const letter = { ...view.letter, text: view.letter.text.replaceAll(link(), '(the link is hidden)') };
      await route.fulfill({ response: answer, json: { ...view, letter, linkState: 'masked' } });
    });
    await page.goto('/admin/inbox?kind=password-reset');
    await page.locator('main table button').last().click();
    const dialog = page.locator('dialog[open]');
    const show = dialog.getByRole('button', { name: /Show the link|查看链接/ });
    await show.waitFor();
    expect(await page.content()).not.toContain('a-secret-token');
    await show.click();
    await dialog.getByLabel(/One-time link|一次性链接/).waitFor();
    expect(await dialog.locator('input[readonly]').inputValue()).toBe(link());
    await expectAccessible(page);
    const [{ count }]: [{ count: number }] = await owner.query(
      `SELECT count(*)::int AS count FROM audit_event WHERE action = 'message.link-shown'`,
    );
    expect(count).toBe(1);
  },
  patient,
);
