import { afterAll, beforeAll, expect, it } from '@jest/globals';
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

const dialog = (page: Page) => page.locator('dialog[open]');
const inspect = async (page: Page, name: string): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await expectAccessible(page);
  const { width } = page.viewportSize()!;
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
  await picture(page, name);
};

/** Gives the reason that a dialogue asks for, after it was refused without one: it ends with the name. */
const answer = async (page: Page, name: string): Promise<void> => {
  await dialog(page).locator('footer button').last().click();
  await dialog(page).locator('textarea[aria-invalid=true]').waitFor();
  await inspect(page, name);
  await dialog(page).locator('textarea').fill(`居民身份证，北厅服务台核对。Identity card: ${name}`);
  await dialog(page).locator('footer button').last().click();
  await dialog(page).waitFor({ state: 'detached' });
};

it.each(settings)(
  'a registrar notes an account of the staff, an administrator turns it down once and agrees once, and ends it: %s',
  async (_, options) => {
    const tag = options.locale!.slice(0, 2).toLowerCase();
    const [kept, other] = [`marker-${tag}@example.org`, `twin-${tag}@example.org`];
    await owner.query(
      `INSERT INTO person (email, name, locale, roles, password_hash)
       VALUES ($1, 'Marker', 'en', '{assessor}', 'none'), ($2, 'Twin', 'en', '{candidate}', 'none')`,
      [kept, other],
    );
    await owner.query(`UPDATE person SET locale = $1 WHERE roles && '{registrar,administrator}'`, [
      options.locale,
    ]);
    await owner.query(
      `INSERT INTO interest_declaration (person_id) SELECT id FROM person WHERE roles && '{registrar,administrator}'`,
    );
    const stateOf = async () => {
      const { rows } = await owner.query(
        `SELECT waits, agreed, holds FROM same_person note JOIN person ON person.id = note.other_id
         WHERE person.email = $1 ORDER BY noted_at`,
        [other],
      );
      return rows;
    };
    const desk = await house.person('registrar', options);
    const office = await house.person('admin', options);
    const about = new RegExp(`${kept}.*${other}`);
    const press = (page: Page, words: RegExp) =>
      page.getByRole('button', { name: words }).filter({ visible: true }).first().click();
    const noteIt = async () => {
      await desk.page.goto('/same-people');
      await press(desk.page, /^(登记重复账号|Note two accounts)$/);
      const fields = dialog(desk.page).locator('input');
      await fields.nth(0).fill(kept);
      await fields.nth(1).fill(other);
      await answer(desk.page, `same-people-note-${tag}`);
      // Whoever noted it is offered no answer.
      await desk.page.getByText(/^(由他人答复|Somebody else answers this)$/).waitFor();
      expect(await desk.page.getByRole('button', { name: about }).count()).toBe(0);
    };

    await desk.page.goto('/same-people');
    await desk.page.locator(`html[lang="${options.locale}"]`).waitFor();
    await desk.page.getByText(/^(没有等待同意的登记|Nothing is waiting)$/).waitFor();
    await inspect(desk.page, `same-people-empty-${tag}`);
    await noteIt();
    await inspect(desk.page, `same-people-waits-${tag}`);
    expect(await stateOf()).toEqual([{ waits: true, agreed: null, holds: false }]);

    await office.page.goto('/same-people');
    await press(office.page, new RegExp(`^(退回|Turn down).*${kept}`));
    await answer(office.page, `same-people-turn-down-${tag}`);
    await office.page
      .getByText(new RegExp(`(已退回：|Turned down by ).*same-people-turn-down-${tag}`))
      .waitFor();
    await noteIt();
    await office.page.reload();
    await press(office.page, new RegExp(`^(同意|Agree).*${kept}`));
    await office.page.getByText(/登记的核对情况：| noted: /).waitFor();
    await answer(office.page, `same-people-agree-${tag}`);
    await office.page.getByText(new RegExp(`(已同意：|Agreed by ).*same-people-agree-${tag}`)).waitFor();
    await inspect(office.page, `same-people-agreed-${tag}`);
    expect(await stateOf()).toEqual([
      { waits: false, agreed: false, holds: false },
      { waits: false, agreed: true, holds: true },
    ]);

    await desk.page.reload();
    await desk.page.getByText(new RegExp(`(已同意：|Agreed by ).*same-people-agree-${tag}`)).waitFor();
    expect(await desk.page.getByRole('button', { name: about }).count()).toBe(0);
    await press(office.page, new RegExp(`^(撤销|End).*${kept}`));
    await answer(office.page, `same-people-end-${tag}`);
    await office.page.getByText(new RegExp(`(已撤销：|Ended by ).*same-people-end-${tag}`)).waitFor();
    expect((await stateOf()).map(({ holds }) => holds)).toEqual([false, false]);
    await desk.context.close();
    await office.context.close();
  },
  240_000,
);
