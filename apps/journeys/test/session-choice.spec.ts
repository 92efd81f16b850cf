import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OwnEnrolment, PartKind } from '@ennead/contracts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const [opensAt, closesAt] = ['2026-11-01T02:00:00.000Z', '2099-12-01T02:00:00.000Z'];
const dimensionOf = { form: 'knowledge', lab: 'skills', portfolio: 'practice' } as const;
const sessionOf = (at: number, title: string, kinds: readonly PartKind[]) => ({
  id: `00000000-0000-4000-8000-00000000000${at}`,
  title: { 'zh-CN': title, en: title },
  opensAt,
  closesAt,
  closesSoon: false,
  entering: { kind: 'allowed' },
  scheme: { id: 'ennead', version: 2 },
  parts: kinds.map((kind) => ({
    dimension: dimensionOf[kind],
    kind,
    closesAt,
    closesSoon: false,
    isClosed: false,
  })),
  carry: [],
  carryOver: null,
});

const tooEarly = { kind: 'refused', code: 'TRY_TOO_EARLY', earliestAt: closesAt };

it.each([
  ['zh-CN', 'candidate1', '选择场次', /2份试卷 · 3个实验/],
  ['en', 'candidate2', 'Choose a session', /2 papers · 3 labs/],
] as const)(
  'the choice of a session says where there is more than one paper or lab, in %s',
  async (locale, candidate, choose, several) => {
    const { page, context } = await house.person(candidate, { locale });
    await page.route('**/enrolments/mine', async (route) => {
      const [enrolment] = (await (await route.fetch()).json()) as OwnEnrolment[];
      const sessions = [
        // What cannot be chosen stands behind what can.
        { ...sessionOf(3, '丙', ['form', 'lab', 'portfolio']), entering: tooEarly },
        sessionOf(1, '甲', ['form', 'form', 'lab', 'lab', 'lab', 'portfolio']),
        sessionOf(2, '乙', ['form', 'lab', 'portfolio']),
      ];
      const next = { kind: 'allowed', number: 2, cause: 'retake' };
      await route.fulfill({ json: [{ ...enrolment, next, sessions }] });
    });
    await page.goto('/history');
    await page.getByRole('button', { name: choose }).click();
    const dialog = page.locator('dialog[open]');
    const cards = dialog.locator('label', { has: page.getByRole('radio') });
    await cards.first().waitFor();
    await picture(page, `choice-${locale}`);
    const [many, plain, last] = await cards.allInnerTexts();
    expect(last).toContain('丙');
    expect(many).toMatch(several);
    expect(plain).not.toMatch(/份试卷|个实验|papers|labs/);
    await context.close();
  },
  60_000,
);
