import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OpenCarryOption, OwnEnrolment, OwnEntry } from '@ennead/contracts';
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
    const [entry] = (await (await page.request.get('/api/entries/mine')).json()) as OwnEntry[];
    await page.route('**/enrolments/mine', async (route) => {
      const [enrolment] = (await (await route.fetch()).json()) as OwnEnrolment[];
      const carryChoice = { entryId: entry!.id, number: 2, carry, carryOver: null };
      await route.fulfill({ json: [{ ...enrolment, carryChoice }] });
    });
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
    expect(asked).toEqual([{ carry: ['knowledge', 'practice'] }]);
    expect(faults).toEqual([]);
    await context.close();
  },
  60_000,
);
