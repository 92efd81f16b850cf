import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionChoice, SessionChoicesView } from '@ennead/contracts';
import { eventually } from '@ennead/testing';
import type { Page } from 'playwright-core';
import { connectionLost, type Desk } from './harness/browser.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';

let house: House;
let administrator: Desk;

beforeAll(async () => {
  house = await openHouse();
  administrator = await house.person('admin');
}, 240_000);
afterAll(() => house?.close(), 60_000);

const dialogOf = (page: Page) => page.locator('dialog[open]');
const focusedName = (page: Page) => page.evaluate('document.activeElement.tagName');

describe('an act', () => {
  it('that was pressed offline and cancelled is not done when the network is back', async () => {
    const { page, context } = administrator;
    await page.goto('/admin/sessions');
    await page.locator('table a').last().click();
    const excuse = page.getByRole('button', { name: /^准许.+缺考$/ });
    await excuse.first().waitFor();
    const before = await excuse.count();
    await excuse.first().click();
    const dialog = dialogOf(page);
    await dialog.locator('textarea').fill('当天因急诊缺考，已核对病历。');
    administrator.foresee(connectionLost);
    await context.setOffline(true);
    await dialog.locator('footer button').last().click();
    await dialog.getByText('服务器没有应答').waitFor();
    await dialog.locator('footer button').first().click();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await context.setOffline(false);
    await eventually(() => page.evaluate('navigator.onLine'));
    // What waited for the network was sent before this.
    await page.evaluate("fetch('/health/live')");
    expect(sent.filter((request) => request.startsWith('POST'))).toEqual([]);
    expect(sent).toContain('GET /health/live');
    await page.reload();
    await excuse.first().waitFor();
    expect(await excuse.count()).toBe(before);
  }, 60_000);

  it('is done once, however fast it is pressed', async () => {
    const { page } = administrator;
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
    });
    await page.goto('/admin/institutions');
    await page.locator('main button').first().click();
    const dialog = dialogOf(page);
    await dialog.locator('input').nth(0).fill('双击学院');
    await dialog.locator('input').nth(1).fill('Double Click College');
    await page.evaluate(
      `(() => { for (let at = 0; at < 3; at += 1) document.querySelector('dialog[open] form').requestSubmit(); })()`,
    );
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('双击学院').first().waitFor();
    expect(sent).toEqual(['/api/institutions']);
  }, 60_000);

  it('does not throw away what was filled in without asking', async () => {
    const { page } = administrator;
    await page.goto('/admin/institutions');
    await page.locator('main button').first().click();
    await dialogOf(page).locator('input').first().fill('写了一半');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '放弃已填写的内容？' }).waitFor();
    await page.getByRole('button', { name: '继续填写' }).click();
    expect(await dialogOf(page).locator('input').first().inputValue()).toBe('写了一半');
    expect(await focusedName(page)).toBe('INPUT');
    // A browser closes by itself what is asked to close twice in a row; the question is there all the same.
    for (let press = 0; press < 5; press += 1) {
      await page.keyboard.press('Escape');
      await page.locator('button:focus', { hasText: '继续填写' }).waitFor();
      await page.getByRole('heading', { name: '放弃已填写的内容？' }).waitFor();
    }
    await page.keyboard.press('Enter');
    expect(await dialogOf(page).locator('input').first().inputValue()).toBe('写了一半');
    expect(await focusedName(page)).toBe('INPUT');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃', exact: true }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
    await page.locator('main button').first().click();
    await dialogOf(page).locator('input').first().waitFor();
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'detached' });
  }, 60_000);
});

/** The demo has one lab; with another of the same kind there is something to add. */
const withSecondLab = (choice: SessionChoice): SessionChoice => ({
  ...choice,
  contents: choice.contents.flatMap((content) =>
    content.kind === 'lab' ? [content, { ...content, contentId: `${content.contentId}-2` }] : content,
  ),
});

const withDamagedLab = (choice: SessionChoice): SessionChoice => ({
  ...choice,
  unusable: [{ kind: 'unusable', content: 'lab', contentId: 'mend-it' }],
});

describe('a session that is scheduled', () => {
  it('leads to the part that was added', async () => {
    const { page } = administrator;
    await page.route('**/api/sessions/choices', async (route) => {
      const offer = (await (await route.fetch()).json()) as SessionChoicesView;
      await route.fulfill({ json: { ...offer, choices: offer.choices.map(withSecondLab) } });
    });
    await page.goto('/admin/sessions');
    await page.getByRole('button', { name: '安排场次' }).click();
    const dialog = dialogOf(page);
    const labs = dialog.getByRole('combobox', { name: /^实验/ });
    await labs.first().waitFor();
    await dialog.getByRole('button', { name: '增加一个实验' }).click();
    await labs.nth(1).waitFor();
    expect(await page.evaluate(`document.activeElement.labels[0].textContent`)).toContain('实验2');
    await picture(page, 'schedule');
    await page.keyboard.press('Escape');
  }, 60_000);

  it('names what is damaged once, and offers the rest', async () => {
    const { page } = await house.person('admin', { width: 1100, height: 900 });
    await page.route('**/api/sessions/choices', async (route) => {
      const offer = (await (await route.fetch()).json()) as SessionChoicesView;
      await route.fulfill({ json: { ...offer, choices: offer.choices.map(withDamagedLab) } });
    });
    await page.goto('/admin/sessions');
    await page.getByRole('button', { name: '安排场次' }).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('combobox', { name: /^实验/ }).waitFor();
    await dialog.getByText('实验“mend-it”（已损坏）').waitFor();
    await picture(page, 'damaged');
  }, 60_000);
});

describe('the lists of decisions on a phone', () => {
  it('show the tab that is open, and what being empty means', async () => {
    const { page } = await house.person('certifier', { width: 360, height: 740 });
    await page.goto('/decisions?list=proposed');
    await page.getByText('没有待复核的建议').waitFor();
    await page.goto('/decisions?list=decided');
    const tab = page.getByRole('tab', { selected: true });
    await tab.waitFor();
    const { x, width } = (await tab.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
    await picture(page, 'tabs-360');
  }, 60_000);
});
