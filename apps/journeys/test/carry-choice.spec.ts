import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { problems, type OpenCarryOption, type OwnEnrolment, type OwnEntry } from '@ennead/contracts';
import type { Page } from 'playwright-core';
import { refusedWith } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const satAt = '2026-10-01T02:00:00.000Z';
const earlier = { satAt, fromEntryId: '00000000-0000-4000-8000-000000000001', fromNumber: 1 };
const carry: OpenCarryOption[] = [
  { ...earlier, dimension: 'knowledge', scoreCents: 8_000, verdict: { kind: 'kept', isFixed: true } },
  { ...earlier, dimension: 'skills', scoreCents: 7_000, verdict: { kind: 'kept', isFixed: false } },
  {
    ...earlier,
    dimension: 'practice',
    scoreCents: 6_700,
    verdict: { kind: 'carriable', until: '2027-10-01T02:00:00.000Z' },
  },
];

/** The candidate's own entry, and their candidacy with these scores to choose from; null once there is no choice. */
const withChoice = async (
  page: Page,
  options: () => readonly OpenCarryOption[] | null,
): Promise<OwnEntry> => {
  const read = async (what: string) => (await page.request.get(`/api/${what}/mine`)).json();
  const [entry] = (await read('entries')) as OwnEntry[];
  const [enrolment] = (await read('enrolments')) as OwnEnrolment[];
  await page.route('**/enrolments/mine', (route) => {
    const shown = options();
    const carryChoice = shown && { entryId: entry!.id, number: 2, carry: shown, carryOver: null };
    return route.fulfill({ json: [{ ...enrolment, carryChoice }] });
  });
  return entry!;
};

it.each([
  ['zh-CN', 'candidate1', '更改保留的成绩', '第2次报考保留的成绩', '保存选择', /已截止，因此必须保留/],
  [
    'en',
    'candidate2',
    'Change what is carried over',
    'carried over into try 2',
    'Save the choice',
    /has closed/,
  ],
] as const)(
  'what is carried over already is changed, but for what could be sat no longer, in %s',
  async (locale, candidate, change, title, save, needed) => {
    const { page, context, faults } = await house.person(candidate, { locale });
    await withChoice(page, () => carry);
    const asked: unknown[] = [];
    await page.route('**/carried', async (route) => {
      asked.push(route.request().postDataJSON());
      await route.fulfill({ status: 204 });
    });
    await page.goto('/');
    await page.getByRole('button', { name: change }).click();
    const dialog = page.getByRole('dialog', { name: new RegExp(title) });
    const boxes = dialog.getByRole('checkbox');
    await boxes.first().waitFor();
    const stands = () =>
      boxes.evaluateAll((all) => all.map((box) => [box.matches(':checked'), box.matches(':disabled')]));
    // What has closed stays; a third cannot be added while there are two.
    expect(await stands()).toEqual([
      [true, true],
      [true, false],
      [false, true],
    ]);
    expect(await dialog.innerText()).toMatch(needed);
    await picture(page, `carry-kept-${locale}`);
    await expectAccessible(page);
    await boxes.nth(1).uncheck();
    await boxes.nth(2).check();
    expect(await stands()).toEqual([
      [true, true],
      [false, true],
      [true, false],
    ]);
    await dialog.getByRole('button', { name: save }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(asked).toEqual([{ carry: ['knowledge', 'practice'], seen: ['knowledge', 'skills'] }]);
    expect(faults).toEqual([]);
    await context.close();
  },
  60_000,
);

it('a choice that comes too late is refused in words that stay, though its place is gone', async () => {
  const { page, context, foresee } = await house.person('candidate1');
  foresee(refusedWith(409));
  let isBegun = false;
  await withChoice(page, () => (isBegun ? null : carry));
  await page.route('**/carried', async (route) => {
    isBegun = true;
    const { text } = problems.CARRY_BEGUN;
    await route.fulfill({ status: 409, json: { status: 409, code: 'CARRY_BEGUN', title: 'Conflict', text } });
  });
  await page.goto('/');
  const change = page.getByRole('button', { name: '更改保留的成绩' });
  await change.click();
  const dialog = page.getByRole('dialog');
  const told = page.waitForResponse('**/enrolments/mine');
  await dialog.getByRole('button', { name: '保存选择' }).click();
  await told;
  await dialog.getByText('不能再更改保留的成绩').waitFor();
  await change.waitFor({ state: 'detached' });
  expect(await dialog.getByText('不能再更改保留的成绩').count()).toBe(1);
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'detached' });
  await context.close();
}, 60_000);

it('the door of the exam says what beginning makes it too late to choose', async () => {
  const { page, context } = await house.person('candidate2', { locale: 'en' });
  const choosable = carry.slice(1).map((one) => ({ ...one, verdict: carry[2]!.verdict }));
  const entry = await withChoice(page, () => choosable);
  await page.goto(`/exam/start/${entry.id}/${entry.parts.find(({ kind }) => kind === 'form')!.partId}`);
  await page.getByText('can no longer be chosen').waitFor();
  await picture(page, 'carry-exam-door');
  await page.getByRole('link', { name: 'Choose what to carry over' }).click();
  await page.getByRole('button', { name: 'Choose what to carry over' }).waitFor();
  await context.close();
}, 60_000);

it.each([
  ['home', () => '/candidate'],
  [
    'exam',
    (entry: OwnEntry) => `/exam/start/${entry.id}/${entry.parts.find(({ kind }) => kind === 'form')!.partId}`,
  ],
  [
    'portfolio',
    (entry: OwnEntry) =>
      `/portfolio/${entry.id}/${entry.parts.find(({ kind }) => kind === 'portfolio')!.partId}`,
  ],
] as const)(
  'nothing can be pressed yet that what is still on its way would move: %s',
  async (_page, pathOf) => {
    const { page, context } = await house.person('candidate2', { locale: 'en' });
    const entry = await withChoice(page, () => carry);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/enrolments/mine', async (route) => {
      await held;
      await route.fallback();
    });
    const rest = page.waitForResponse('**/entries/mine');
    await page.goto(pathOf(entry));
    await (await rest).finished();
    await page.evaluate(
      'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))',
    );
    const doors = page.locator('main button, main a[href*="/exam/start/"], main textarea');
    expect(await doors.count()).toBe(0);
    release();
    await doors.first().waitFor();
    await context.close();
  },
  60_000,
);
