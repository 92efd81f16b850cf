import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@ennead/testing';
import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { refusedWith, type PersonOptions } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const settings: [string, PersonOptions][] = [
  ['zh-CN, light, 1280 px', { locale: 'zh-CN', theme: 'light', width: 1280 }],
  ['en, dark, 360 px', { locale: 'en', theme: 'dark', width: 360, height: 740 }],
];

/** The link in the latest letter of a kind to an address, as the inbox has it. */
const linkTo = async (address: string, kind: string): Promise<string> => {
  const owner = new Client({ connectionString: house.ennead.databaseUrl });
  await owner.connect();
  try {
    return await eventually(async () => {
      const { rows } = await owner.query<{ link: string | null }>(
        'SELECT link FROM message WHERE address = $1 AND kind = $2 ORDER BY queued_at DESC LIMIT 1',
        [address, kind],
      );
      return rows[0]?.link && new URL(rows[0].link).pathname;
    });
  } finally {
    await owner.end();
  }
};

const submit = (page: Page) => page.locator('main form button[type=submit]').click();

/** The page as it stands can be used by everybody, and is no wider than the screen. */
const inspect = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  const { width } = page.viewportSize()!;
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
};

it.each(settings)(
  'a second factor is set up, and asked for from then on: %s',
  async (_, options) => {
    const name = options.locale === 'en' ? 'certifier2' : 'certifier';
    const account = house.ennead.accounts.find(({ email }) => email.startsWith(`${name}@`))!;
    const desk = await house.person(name, options);
    const { page } = desk;
    await page.goto('/account');
    await inspect(page);
    await page.locator('a[href="/account/second-factor"]').click();
    await inspect(page);
    await page.locator('input[name=password]').fill(account.password);
    await submit(page);
    await page.locator('svg[role=img] path').waitFor();
    await inspect(page);
    const secret = (await page.locator('main code').innerText()).replaceAll(' ', '');
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    desk.foresee(refusedWith(403));
    await page.locator('input[name=code]').fill(app.generate() === '123456' ? '654321' : '123456');
    await submit(page);
    await page.locator('input[name=code][aria-invalid]').waitFor();
    await page.locator('input[name=code]').fill(app.generate());
    await submit(page);
    await page.locator('li code').nth(9).waitFor();
    await inspect(page);
    const codes = await page.locator('li code').allInnerTexts();
    await page.locator('main button').last().click();
    await page.locator('li code').first().waitFor({ state: 'detached' });
    await inspect(page);

    const elsewhere = await house.visitor(options);
    await elsewhere.page.goto('/log-in?next=%2Faccount');
    await elsewhere.page.locator('input[type=email]').fill(account.email);
    await elsewhere.page.locator('input[type=password]').fill(account.password);
    await submit(elsewhere.page);
    await elsewhere.page.locator('input[name=code]').waitFor();
    await inspect(elsewhere.page);
    // What was asked for stays asked for, also of a page that is opened anew.
    await elsewhere.page.reload();
    await elsewhere.page.locator('input[name=code]').fill(codes[0]!);
    await submit(elsewhere.page);
    await elsewhere.page.waitForURL('**/account');

    await page.goto('/account');
    await page.locator('main ul[aria-label] > li').nth(1).waitFor();
    await inspect(page);
    await page.locator('main ul[aria-label] > li button').first().click();
    await page.locator('main ul[aria-label] > li').nth(1).waitFor({ state: 'detached' });
    await elsewhere.page.reload();
    await elsewhere.page.waitForURL('**/log-in?**');
  },
  180_000,
);

it.each(settings)(
  'what was given waits for a password that its person sets anew, and a lost second factor for theirs: %s',
  async (_, options) => {
    const name = options.locale === 'en' ? 'assessor2' : 'moderator';
    const account = house.ennead.accounts.find(({ email }) => email.startsWith(`${name}@`))!;
    const token = `lost-factor-of-${name}-0123456789`;
    const owner = new Client({ connectionString: house.ennead.databaseUrl });
    await owner.connect();
    await owner.query(`UPDATE person SET unproven_since = now() WHERE email = $1`, [account.email]);
    await owner.query(
      `INSERT INTO one_time_link (token_hash, purpose, person_id, address, mailed, state, expires_at)
       SELECT encode(sha256(convert_to($2, 'UTF8')), 'hex'), 'remove-factor', id, email, true, 'pending', now() + '1 day'
       FROM person WHERE email = $1`,
      [account.email, token],
    );
    await owner.end();
    const desk = await house.person(name, options);
    const { page } = desk;
    await page.goto('/reviews');
    await page.waitForURL('**/account');
    await inspect(page);
    await page.locator('main button').first().click();
    const link = await linkTo(account.email, 'password-reset');
    desk.foresee(refusedWith(403));
    await page.goto(`/link/${token}`);
    await page.locator('input[name=password]').fill('not the password');
    await inspect(page);
    await submit(page);
    await page.locator('input[name=password][aria-invalid]').waitFor();
    await inspect(page);
    await page.goto(link);
    await page.locator('input[name=password]').fill('a password of their own, anew');
    await submit(page);
    await page.waitForURL('**/log-in');
    await page.locator('input[type=email]').fill(account.email);
    await page.locator('input[type=password]').fill('a password of their own, anew');
    await submit(page);
    await page.waitForURL(name === 'moderator' ? '**/adjudications' : '**/reviews');
  },
  180_000,
);

it.each(settings)(
  'a forgotten password is replaced by a link that comes by mail: %s',
  async (_, options) => {
    const { email } = house.ennead.accounts.find(({ email: one }) => one.startsWith('assessor1@'))!;
    const { page, foresee } = await house.visitor(options);
    foresee(refusedWith(410, 422));
    await page.goto('/log-in');
    await page.locator('a[href="/forgotten"]').click();
    await inspect(page);
    await page.locator('input[type=email]').fill(email);
    await submit(page);
    await page.locator('main [role=status]').getByText(email).waitFor();
    await inspect(page);
    const link = await linkTo(email, 'password-reset');
    await page.goto(link);
    await page.locator('input[name=password]').fill('1234567890');
    await submit(page);
    await page.locator('input[name=password][aria-invalid]').waitFor();
    await inspect(page);
    const password = `three unrelated words ${options.locale}`;
    await page.locator('input[name=password]').fill(password);
    await submit(page);
    await page.waitForURL('**/log-in');
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[type=password]').fill(password);
    await submit(page);
    await page.waitForURL('**/reviews');
    // What was used says so, and what to do.
    await page.goto(link);
    await page.locator('main a[href="/forgotten"]').waitFor();
    await inspect(page);
  },
  120_000,
);

it.each(settings)(
  'somebody registers, and shows that another address is theirs: %s',
  async (_, options) => {
    const [email, next] = [`lin-${options.width}@example.org`, `yue-${options.width}@example.org`];
    const { page } = await house.visitor(options);
    await page.goto('/register');
    await page.locator('input[name=name]').fill('Lin Yue');
    await page.locator('input[name=email]').fill(email);
    await submit(page);
    await page.locator('main [role=status]').getByText(email).waitFor();
    await inspect(page);
    await page.goto(await linkTo(email, 'confirm-address'));
    await page.locator('input[name=password]').fill('three unrelated words');
    await inspect(page);
    await submit(page);
    await page.waitForURL('**/candidate');
    await page.goto('/account');
    await inspect(page);
    await page.locator('main section button').first().click();
    await page.locator('dialog[open] input[name=email]').fill(next);
    await page.locator('dialog[open] input[name=password]').fill('three unrelated words');
    await expectAccessible(page);
    await page.locator('dialog[open] button[type=submit]').click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.goto(await linkTo(next, 'confirm-address'));
    await page.locator('main button').waitFor();
    await inspect(page);
    await page.locator('main button').click();
    await page.waitForURL('**/account');
    await page.locator('main dd').getByText(next).waitFor();
  },
  120_000,
);

it('the language that was pressed before logging in goes before that of the account, and becomes its own', async () => {
  const account = house.ennead.accounts.find(({ email }) => email.startsWith('candidate1@'))!;
  const comeIn = async (page: Page) => {
    await page.locator('input[type=email]').fill(account.email);
    await page.locator('input[type=password]').fill(account.password);
    await submit(page);
    await page.waitForURL('**/candidate');
    await page.locator('main h1').waitFor();
  };
  const first = await house.visitor({ locale: 'zh-CN' });
  await first.page.goto('/log-in');
  await first.page.locator('header button[lang=en]').click();
  await first.page.locator('html[lang=en]').waitFor();
  await comeIn(first.page);
  await first.page.waitForLoadState('networkidle');
  await first.page.locator('html[lang=en]').waitFor();
  // Whoever presses nothing has the account's, whatever the browser speaks.
  const second = await house.visitor({ locale: 'zh-CN' });
  await second.page.goto('/log-in');
  await second.page.locator('html[lang=zh-CN]').waitFor();
  await comeIn(second.page);
  await second.page.locator('html[lang=en]').waitFor();
}, 120_000);

it('a visitor sees which sessions are for everybody, and the way in leads back to them', async () => {
  const { page } = await house.visitor({ locale: 'en', width: 360, height: 740 });
  await page.goto('/sessions');
  await page.locator('main article h2').first().waitFor();
  await inspect(page);
  await page.locator('main a[href^="/log-in"]').click();
  const account = house.ennead.accounts.find(({ email }) => email.startsWith('candidate2@'))!;
  await page.locator('input[type=email]').fill(account.email);
  await page.locator('input[type=password]').fill(account.password);
  await submit(page);
  await page.waitForURL('**/sessions');
});
