import { eventually } from '@ennead/testing';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import type { House } from './open-house.ts';

/** Somebody without an institution. */
export type Newcomer = { readonly name: string; readonly latinName: string; readonly email: string };

/** What is done with each page once it is as it stays. */
type Inspect = (page: Page) => Promise<unknown>;
const nothing: Inspect = () => Promise.resolve();

export const missing = (page: Page, kind: string) => page.locator(`main li[data-missing=${kind}]`);

const submit = (page: Page) => page.locator('main form button[type=submit]').click();

/** The link in the letter to an address, as the inbox has it. */
const linkTo = async ({ ennead }: House, address: string): Promise<string> => {
  const owner = new Client({ connectionString: ennead.databaseUrl });
  await owner.connect();
  try {
    return await eventually(async () => {
      const { rows } = await owner.query<{ link: string | null }>(
        'SELECT link FROM message WHERE address = $1 AND link IS NOT NULL ORDER BY queued_at DESC LIMIT 1',
        [address],
      );
      return rows[0]?.link && new URL(rows[0].link).pathname;
    });
  } finally {
    await owner.end();
  }
};

/** Opens an account by the letter that comes, and enters the first session that is open to everybody. */
export const register = async (
  house: House,
  page: Page,
  { name, email }: Newcomer,
  inspect: Inspect = nothing,
): Promise<void> => {
  await page.goto('/register');
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=email]').fill(email);
  await submit(page);
  await page.locator('main [role=status]').getByText(email).waitFor();
  await page.goto(await linkTo(house, email));
  await page.locator('input[name=password]').fill('three unrelated words');
  await submit(page);
  await page.waitForURL('**/candidate');

  // Nobody who comes alone meets a dead end.
  await page.locator('main a[href="/sessions"]').waitFor();
  await inspect(page);
  await page.locator('main a[href="/sessions"]').click();
  await page.locator('main article h2').first().waitFor();
  await inspect(page);
  await page.locator('main article button').first().click();
  await inspect(page);
  await page.locator('dialog[open] footer button').last().click();
  await page.waitForURL('**/candidate');
  await missing(page, 'identity').waitFor();
};

/** Signs the application and confirms the names. */
export const giveWhatIsAsked = async (page: Page, { name, latinName }: Newcomer): Promise<void> => {
  await missing(page, 'application').locator('button').click();
  await page.locator('dialog[open] a[href="/non-disclosure"][target=_blank]').waitFor();
  await page.locator('dialog[open] h3').first().waitFor();
  await page.locator('dialog[open] input[name=name]').fill(name);
  await page.locator('dialog[open] button[type=submit]').click();
  await missing(page, 'application').waitFor({ state: 'detached' });
  await missing(page, 'names').locator('button').click();
  await page.locator('dialog[open] input[name=latinName]').fill(latinName);
  await page.locator('dialog[open] button[type=submit]').click();
  await missing(page, 'names').waitFor({ state: 'detached' });
};

/** The registrar has seen the papers of whoever has this address. */
export const showPapers = async (house: House, { email }: Newcomer): Promise<void> => {
  const { page } = await house.person('registrar');
  await page.goto('/desk');
  await page.locator('main select').first().selectOption({ index: 1 });
  const row = page.locator('tr', { hasText: email });
  await row.waitFor();
  await row.locator('button').first().click();
  await eventually(async () => (await row.locator('button').count()) === 1);
};
