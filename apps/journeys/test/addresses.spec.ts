import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@ennead/testing';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import type { PersonOptions } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';

let house: House;
let owner: Client;
beforeAll(async () => {
  house = await openHouse();
  owner = new Client({ connectionString: house.ennead.databaseUrl });
  await owner.connect();
}, 240_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
}, 60_000);

const settings: [string, PersonOptions][] = [
  ['zh-CN, light, 1280 px', { locale: 'zh-CN', theme: 'light', width: 1280 }],
  ['en, dark, 360 px', { locale: 'en', theme: 'dark', width: 360, height: 740 }],
];
const tagOf = ({ locale }: PersonOptions) => locale!.slice(0, 2).toLowerCase();

/** Somebody who came with a roster, and whom no letter reached. */
const anUnconfirmed = async (name: string, email: string, isDisabled = false): Promise<void> => {
  await owner.query(
    `INSERT INTO person (email, name, locale, roles, password_hash, disabled_at, institution_id)
     VALUES ($1, $2, 'en', '{candidate}', 'none', CASE WHEN $3 THEN clock() END,
       CASE WHEN NOT $3 THEN (SELECT id FROM institution ORDER BY id LIMIT 1) END)`,
    [email, name, isDisabled],
  );
};

const dialog = (page: Page) => page.locator('dialog[open]');
const inspect = async (page: Page, name: string): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  const { width } = page.viewportSize()!;
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
  await picture(page, name);
};

it.each(settings)(
  'a registrar finds whom no letter reached, and confirms their address: %s',
  async (_, options) => {
    const tag = tagOf(options);
    const email = `unreached-${tag}@example.org`;
    await anUnconfirmed(`Unreached ${tag}`, email);
    const { page, context } = await house.person('registrar', options);
    await page.goto(`/addresses?addresses.q=unreached-${tag}`);
    const row = page.getByText(`Unreached ${tag}`).first();
    await row.waitFor();
    await inspect(page, `addresses-${tag}`);
    await page.getByRole('button', { name: new RegExp(`Unreached ${tag}`) }).click();
    await dialog(page).locator('footer button').last().click();
    await dialog(page).locator('textarea[aria-invalid=true]').waitFor();
    await inspect(page, `confirm-address-${tag}`);
    await dialog(page).locator('input[type=radio]').first().check();
    await dialog(page).locator('textarea').fill('居民身份证，北厅服务台核对。Identity card, north hall.');
    await dialog(page).locator('footer button').last().click();
    await dialog(page).waitFor({ state: 'detached' });
    await row.waitFor({ state: 'detached' });
    const { rows } = await owner.query('SELECT email_confirmed_at FROM person WHERE email = $1', [email]);
    expect(rows[0].email_confirmed_at).not.toBeNull();
    await context.close();
  },
  120_000,
);

it.each(settings)(
  'a registrar confirms the addresses of a class that an institution signed for, with one reason: %s',
  async (_, options) => {
    const tag = tagOf(options);
    const emails = [`class-${tag}-1@example.org`, `class-${tag}-2@example.org`];
    for (const email of emails) await anUnconfirmed(`Class ${tag}`, email);
    const { page, context } = await house.person('registrar', options);
    await page.goto(`/addresses?addresses.q=class-${tag}`);
    await page.getByLabel(/^(机构|Institution)$/).selectOption({ index: 1 });
    await page.getByText(emails[1]!).waitFor();
    await page.getByLabel(/选择本页全部|Choose all on this page/).check();
    await inspect(page, `addresses-class-${tag}`);
    await page.getByRole('button', { name: /^(确认2人的邮箱|Confirm 2 addresses)$/ }).click();
    await dialog(page).locator('input[type=radio]').last().check();
    await inspect(page, `confirm-addresses-${tag}`);
    await dialog(page).locator('textarea').fill('学校盖章名单，附身份证件。A list that the school signed.');
    await dialog(page).locator('footer button').last().click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByText(emails[1]!).waitFor({ state: 'detached' });
    const { rows } = await owner.query(
      'SELECT FROM person WHERE email = ANY ($1) AND email_confirmed_at IS NOT NULL',
      [emails],
    );
    expect(rows).toHaveLength(2);
    await context.close();
  },
  120_000,
);

it.each(settings)(
  'an administrator erases who asked to be forgotten, with the address typed once more: %s',
  async (_, options) => {
    const tag = tagOf(options);
    const email = `forgotten-${tag}@example.org`;
    await anUnconfirmed(`Forgotten ${tag}`, email, true);
    const desk = await house.person('admin', options);
    const { page } = desk;
    await page.goto(`/admin?people.q=forgotten-${tag}`);
    const erase = page.getByRole('button', { name: /抹去|Erase/ });
    await erase.click();
    await dialog(page).locator('footer button').last().click();
    await dialog(page).locator('input[aria-invalid=true]').waitFor();
    await inspect(page, `erase-${tag}`);
    await dialog(page).locator('textarea').fill('2026年12月1日来信要求删除。Asked by letter.');
    await dialog(page).locator('input').fill(email);
    await dialog(page).locator('footer button').last().click();
    await dialog(page).waitFor({ state: 'detached' });
    const { rows } = await owner.query('SELECT name FROM person WHERE email = $1 OR name = $2', [
      email,
      `Forgotten ${tag}`,
    ]);
    expect(rows).toEqual([]);
    await page.goto('/admin?status=disabled');
    await page
      .getByText(/^(已抹去|Erased)$/)
      .first()
      .waitFor();
    await inspect(page, `erased-${tag}`);
    await desk.context.close();
  },
  120_000,
);

it.each(settings)(
  'a manager sees whom a letter did not reach, why, and what to do: %s',
  async (_, options) => {
    const ofOneEntry = `entry_id = (SELECT id FROM entry WHERE cohort_id IS NOT NULL ORDER BY id LIMIT 1)`;
    await eventually(async () => {
      const { rows } = await owner.query<{ kind: string }>(
        `UPDATE message SET state = 'refused', reason = 'bounced', link = NULL WHERE ${ofOneEntry} RETURNING kind`,
      );
      return rows.some(({ kind }) => kind === 'enrolled');
    });
    const desk = await house.person('manager', options);
    const { page } = desk;
    await page.goto('/institution');
    await page.locator('a[href^="/institution/cohorts/"]').first().click();
    await page.waitForURL('**/institution/cohorts/*');
    await page.goto(`${page.url().split('?')[0]}?mail=refused`);
    await page
      .getByText(/无法接收邮件|takes no letters/)
      .first()
      .waitFor();
    await inspect(page, `cohort-mail-${tagOf(options)}`);
    await desk.context.close();
  },
  120_000,
);
