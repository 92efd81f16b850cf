import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EvidenceView } from '@ennead/contracts';
import type { Page } from 'playwright-core';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const address = '/decisions?list=blocked&blocked.q=%E6%BC%94%E7%A4%BA&blocked.sort=-candidate';
const end = (page: Page) => page.getByRole('navigation', { name: '接下来' });
const nextIn = (page: Page) => end(page).getByRole('link', { name: '清单中的下一个个案' });
const nowAt = (page: Page) => {
  const { pathname, search } = new URL(page.url());
  return `${pathname}${search}`;
};

it('a case leads on to the next of its list by keyboard, and back to the list as it was left', async () => {
  const { page, context } = await house.person('certifier');
  await page.goto(address);
  const links = page.getByRole('table').getByRole('link');
  await links.first().waitFor();
  const names = await links.allInnerTexts();
  expect(names.length).toBeGreaterThan(1);
  await links.first().click();
  await nextIn(page).waitFor();
  await expectAccessible(page);
  for (const name of names.slice(1)) {
    await nextIn(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `${name}的评定案` }).waitFor();
  }
  await end(page).getByText('清单中没有下一个个案').waitFor();
  await picture(page, 'way-last');
  await end(page).getByRole('link', { name: '回到“暂不能评定”' }).click();
  await links.first().waitFor();
  expect(nowAt(page)).toBe(address);
  expect(await links.allInnerTexts()).toEqual(names);
  await context.close();
}, 60_000);

it('a case that was opened from no list leads to the lists, and nowhere on', async () => {
  const { page, context } = await house.person('certifier');
  await page.goto(address);
  const href = await page.getByRole('table').getByRole('link').first().getAttribute('href');
  await page.goto(new URL(href!, page.url()).pathname);
  await end(page).getByRole('link', { name: '回到评定清单' }).waitFor();
  expect(await nextIn(page).count()).toBe(0);
  // Nor does one that is not of the list that its address names.
  await page.goto(`${new URL(href!, page.url()).pathname}?list=decided`);
  await end(page).getByRole('link', { name: '回到“已评定”' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await nextIn(page).count()).toBe(0);
  await context.close();
}, 60_000);

it('at the end of a page the next case is the first of the page after it; an earlier try keeps the place', async () => {
  const { page, context } = await house.person('certifier');
  await page.goto(address);
  const href = await page.getByRole('table').getByRole('link').first().getAttribute('href');
  const { pathname } = new URL(href!, page.url());
  const [further, earlier] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
  await page.route('**/api/decisions/undecided?*', (route) => {
    const asked = Number(new URL(route.request().url()).searchParams.get('page'));
    const entryId = asked === 1 ? pathname.split('/').at(-1) : further;
    return route.fulfill({ json: { rows: [{ entryId }], total: 51, page: asked, size: 50 } });
  });
  await page.route('**/evidence', async (route) => {
    const view = (await (await route.fetch()).json()) as EvidenceView;
    const score = { dimension: 'skills', scoreCents: 8_000, satAt: view.enteredAt };
    const carried = [{ ...score, fromEntryId: earlier, fromNumber: 1 }];
    await route.fulfill({ json: { ...view, evidence: { ...view.evidence!, carried } } });
  });
  await page.goto(`${pathname}?list=clear&clear.sort=since`);
  const see = page.getByRole('link', { name: '查看第1次报考的证据' }).first();
  expect(await see.getAttribute('href')).toBe(`/decisions/${earlier}?list=clear&clear.sort=since`);
  const next = `/decisions/${further}?list=clear&clear.sort=since&clear.page=2`;
  expect(await nextIn(page).getAttribute('href')).toBe(next);
  await context.close();
}, 60_000);

it('what was written on a case is not left behind unasked', async () => {
  const { page, context } = await house.person('certifier');
  await page.goto(address);
  const links = page.getByRole('table').getByRole('link');
  await links.first().waitFor();
  const [name, next] = await links.allInnerTexts();
  await page.route('**/evidence', async (route) => {
    const view = (await (await route.fetch()).json()) as EvidenceView;
    await route.fulfill({
      json: {
        ...view,
        evidence: { ...view.evidence!, obstacles: { grant: 'DECISION_INCOMPLETE', refuse: null } },
      },
    });
  });
  await links.first().click();
  const reason = page.getByRole('textbox', { name: '理由' });
  await reason.fill('没有写完的理由');
  await nextIn(page).click();
  const dialog = page.getByRole('dialog', { name: '评定尚未作出' });
  await dialog.waitFor();
  await expectAccessible(page);
  await picture(page, 'leave-case');
  await dialog.getByRole('button', { name: '继续填写' }).click();
  await page.getByRole('heading', { level: 1, name: `${name}的评定案` }).waitFor();
  expect(await reason.inputValue()).toBe('没有写完的理由');
  await page.goBack();
  await dialog.getByRole('button', { name: '继续填写' }).click();
  expect(await reason.inputValue()).toBe('没有写完的理由');
  await nextIn(page).click();
  await dialog.getByRole('button', { name: '不作评定，直接离开' }).click();
  await page.getByRole('heading', { level: 1, name: `${next}的评定案` }).waitFor();
  expect(await reason.inputValue()).toBe('');
  await context.close();
}, 60_000);
