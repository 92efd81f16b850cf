import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AboveScoresPage, DecisionView, EvidenceView } from '@ennead/contracts';
import type { Page } from 'playwright-core';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { readEntry } from './harness/own-entry.ts';
import { picture } from './harness/picture.ts';

let house: House;
let entryId: string;

beforeAll(async () => {
  house = await openHouse();
  const { page, context } = await house.person('candidate1');
  ({ id: entryId } = await readEntry(page));
  await context.close();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const granted: DecisionView = {
  id: '00000000-0000-4000-8000-000000000001',
  state: 'effective',
  outcome: 'grant',
  grade: 2,
  withdrawnGrade: null,
  reason: '三项成绩齐全，按规则授予。',
  experience: { met: true, years: 1, note: '核对了证明。' },
  certifierName: '方正',
  decidedAt: '2026-11-01T02:00:00.000Z',
  confirmedBy: null,
  confirmReason: null,
  credential: null,
};

const proposal: DecisionView = {
  ...granted,
  state: 'proposed',
  outcome: 'withdraw',
  grade: null,
  withdrawnGrade: 2,
  experience: null,
};

/** The real case with a grade on it that its scores no longer reach: a rescoring has no page yet. */
const showAbove = async (page: Page, changes: Partial<EvidenceView> = {}, place = ''): Promise<void> => {
  await page.route('**/evidence', async (route) => {
    const view = (await (await route.fetch()).json()) as EvidenceView;
    const heldAgain = { entryId, number: 1, grade: 1, expiresAt: '2029-03-06T16:00:00.000Z' };
    const evidence = { ...view.evidence!, isRescored: true, isAboveScores: true, heldAgain };
    const decided = { state: 'decided' as const, isOpen: false, decision: granted, proposal: null };
    const withdrawal = { needsSecondPerson: true };
    await route.fulfill({ json: { ...view, ...decided, evidence, withdrawal, ...changes } });
  });
  await page.goto(`/decisions/${entryId}${place}`);
};

describe.each([
  ['zh-CN, 1280 px', { certifier: 'certifier', width: 1280, height: 900 }],
  ['en, 360 px', { certifier: 'certifier2', width: 360, height: 740 }],
] as const)('a grade above its scores, in %s', (_, { certifier, ...options }) => {
  it('is listed with what the scores come to now', async () => {
    const { page, context } = await house.person(certifier, options);
    await page.route('**/api/decisions/queue', async (route) => {
      const counts = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...counts, aboveScores: 2 } });
    });
    const row: AboveScoresPage['rows'][number] = {
      entryId,
      candidateName: '林晚',
      role: 'application-engineer',
      level: 'junior',
      number: 3,
      sessionTitle: { 'zh-CN': '春季考试', en: 'Spring session' },
      certifierName: '方正',
      grade: 2,
      now: { grade: 1, compositeTenThousandths: 745_000 },
      changedAt: '2026-11-02T02:00:00.000Z',
      isProposed: true,
    };
    const hidden = { ...row, entryId: granted.id, candidateName: null, now: null, isProposed: false };
    await page.route('**/api/decisions/above-scores?*', (route) =>
      route.fulfill({ json: { rows: [row, hidden], total: 2, page: 1, size: 50 } }),
    );
    await page.goto('/decisions?list=aboveScores');
    await page.getByRole('link', { name: '林晚' }).waitFor();
    await page.getByText(/总分74\.5|composite 74\.5/).waitFor();
    await page.getByText(/成绩保密|^Withheld$/).waitFor();
    expect(await page.getByText(/第3次报考 · 春季|Try 3 · Spring/).count()).toBe(2);
    await expectAccessible(page);
    await picture(page, `above-list-${options.width}`);
    await context.close();
  }, 60_000);

  it('says on the case what stands and what lowers it, and leads there', async () => {
    const { page, context } = await house.person(certifier, options);
    await showAbove(page);
    await page.getByText(/已授予2级，现有成绩|Grade 2 was granted; the scores/).waitFor();
    await page.getByText(/由另一位评定员确认|another confirms/).waitFor();
    await picture(page, `above-case-${options.width}`);
    await expectAccessible(page);
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
    expect(wide).toBeLessThanOrEqual(options.width);
    await page
      .getByRole('button', { name: /^(撤回等级|Withdraw the grade)$/ })
      .first()
      .click();
    await page.locator('dialog[open] textarea').waitFor();
    const again = /第1次报考所授的1级随即恢复有效|Try 1 was granted grade 1, which is then held again/;
    expect(await page.locator('dialog[open]').innerText()).toMatch(again);
    await picture(page, `above-withdraw-${options.width}`);
    await context.close();
  }, 60_000);

  it('leads to what is proposed on it already', async () => {
    const { page, context } = await house.person(certifier, options);
    await showAbove(page, { proposal, withdrawal: null });
    const way = page.getByRole('link', { name: /^(查看建议|See the proposal)$/ });
    expect(await way.getAttribute('href')).toBe('#decision');
    expect(await page.getByRole('button', { name: /^(撤回等级|Withdraw the grade)$/ }).count()).toBe(0);
    await context.close();
  }, 60_000);
});

it('whoever has decided a case goes on to what has taken its place in the list', async () => {
  const { page, context } = await house.person('certifier');
  const rows = [granted.id, entryId, '00000000-0000-4000-8000-000000000003'].map((id) => ({ entryId: id }));
  let left = rows;
  const changes: Partial<EvidenceView> = {};
  await page.route('**/api/decisions/above-scores?*', (route) =>
    route.fulfill({ json: { rows: left, total: left.length, page: 1, size: 50 } }),
  );
  await page.route('**/withdraw', (route) => {
    left = rows.filter((row) => row.entryId !== entryId);
    Object.assign(changes, { proposal, withdrawal: null });
    return route.fulfill({ status: 201, json: granted });
  });
  await showAbove(page, changes, '?list=aboveScores&aboveScores.q=Lin');
  const next = page
    .getByRole('navigation', { name: '接下来' })
    .getByRole('link', { name: '清单中的下一个个案' });
  const target = `/decisions/${rows[2]!.entryId}?list=aboveScores&aboveScores.q=Lin`;
  await next.waitFor();
  expect(await next.getAttribute('href')).toBe(target);
  const again = page.waitForResponse((answer) => answer.url().includes('/api/decisions/above-scores?'));
  await page.getByRole('button', { name: '撤回等级' }).first().click();
  await page.locator('dialog[open] textarea').fill('成绩更正后达不到这一等级。');
  await page.locator('dialog[open] footer button').last().click();
  await again;
  await page.locator('#decision:focus').waitFor();
  expect(await next.getAttribute('href')).toBe(target);
  await context.close();
}, 60_000);
