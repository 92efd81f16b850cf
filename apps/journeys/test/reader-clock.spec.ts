import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReviewListed, ReviewQueueView, VerifiedCredential, VerifyView } from '@ennead/contracts';
import { openHouse, type House } from './harness/open-house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const day = 86_400_000;

/** Somebody whose computer's clock is wrong by so many days. */
const person = async (account: string, days: number) => {
  const desk = await house.person(account);
  await desk.context.clock.setFixedTime(new Date(Date.now() + days * day));
  return desk.page;
};

const doneAt = (instant: string): ReviewListed => ({
  id: '00000000-0000-4000-8000-000000000000',
  code: 'P-0000',
  role: 'application-engineer',
  level: 'junior',
  portfolioSubmittedAt: instant,
  state: 'submitted',
  assignedAt: instant,
  submittedAt: instant,
  scoreCents: 6_000,
  markedCount: 5,
  criterionCount: 5,
});

describe.each([-400, 400])('a computer whose clock is off by %i days', (days) => {
  it('shows a session as open that is open, and proposes a window that lies ahead', async () => {
    const page = await person('admin', days);
    await page.goto('/admin/sessions');
    await page.locator('table').getByText('开放中').first().waitFor();
    await page.getByRole('button', { name: '安排场次' }).click();
    const opens = page.locator('dialog[open] input[type=datetime-local]').first();
    await opens.waitFor();
    const aheadMs = Date.parse(`${await opens.inputValue()}+08:00`) - Date.now();
    expect(Math.abs(aheadMs - day / 48)).toBeLessThan(day / 24);
  }, 60_000);

  it('shows a manager the same, and offers the session for a cohort', async () => {
    const page = await person('manager', days);
    await page.goto('/institution');
    await page.locator('table').getByText('开放中').first().waitFor();
    await page.locator('table a').first().click();
    await page.getByText('开放中').first().waitFor();
    await page.goto('/institution');
    await page.getByRole('button', { name: '新建班级' }).first().click();
    await page.locator('dialog[open] select option').nth(1).waitFor({ state: 'attached' });
  }, 60_000);

  it('shows everybody the rules that are in force', async () => {
    const page = await person('candidate1', days);
    await page.goto('/levels');
    await page
      .getByText(/^依据.+起施行$/)
      .first()
      .waitFor();
  }, 60_000);

  it('counts as done today what was done today where the reader is', async () => {
    const page = await person('assessor1', days);
    await page.route('**/api/reviews', async (route) => {
      const queue = (await (await route.fetch()).json()) as ReviewQueueView;
      await route.fulfill({ json: { ...queue, reviews: [doneAt(queue.serverNow)] } });
    });
    await page.goto('/reviews');
    await page.getByText(/今天已完成[1-9]/).waitFor();
  }, 60_000);
});

/** Already the 2nd of March in Shanghai, still the 1st where the reader is. */
const night = '2027-03-01T17:00:00.000Z';
const credential: VerifiedCredential = {
  number: 'ENN-2027-0000-0000',
  personName: '林知行',
  latinName: null,
  roleCode: 'application-engineer',
  roleName: { 'zh-CN': '应用开发工程师', en: 'Application engineer' },
  level: 'junior',
  levelName: { 'zh-CN': '初级', en: 'Junior' },
  grade: 2,
  schemeId: 'ennead',
  schemeVersion: 2,
  schemeTitle: { 'zh-CN': '评定方案', en: 'Scheme' },
  timeZone: 'Asia/Shanghai',
  issuedAt: night,
  expiresAt: night,
  revokedAt: night,
  revokedReason: 'The sitting was not by the person it was issued to.',
  supersededBy: null,
  validNow: null,
};

describe('a reader in another zone', () => {
  const states = ['valid', 'expired', 'revoked'] as const;
  const pages = ['verify', 'certificate'].flatMap((path) => states.map((state) => [path, state] as const));

  it.each(pages)(
    'reads on /%s, %s, the days that the certificate has',
    async (path, state) => {
      const { page, context } = await house.visitor({ timeZone: 'America/Los_Angeles' });
      const view: VerifyView = {
        state,
        looksMistyped: false,
        serverNow: '2027-05-05T12:00:00.000Z',
        credential,
      };
      await page.route('**/api/verify/**', (route) => route.fulfill({ json: view }));
      await page.goto(`/${path}/${credential.number}`);
      await page.getByText('2027年3月2日').first().waitFor();
      expect(await page.locator('main').innerText()).not.toContain('2027年3月1日');
      await context.close();
    },
    60_000,
  );
});
