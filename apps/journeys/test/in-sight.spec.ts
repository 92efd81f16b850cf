import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DecisionView, EntryResultView, EvidenceView, OwnEnrolment } from '@ennead/contracts';
import type { Page } from 'playwright-core';
import { connectionLost, type PersonOptions } from './harness/browser.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { readEntry } from './harness/own-entry.ts';
import { picture } from './harness/picture.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

/** Who reads in which language, and on what. */
const settings = [
  ['zh-CN, 1280 px', { candidate: 'candidate1', certifier: 'certifier', width: 1280, height: 900 }],
  ['en, 360 px', { candidate: 'candidate2', certifier: 'certifier2', width: 360, height: 740 }],
] as const;
const excusing = async (options: PersonOptions) => {
  const desk = await house.person('admin', options);
  await desk.page.goto('/admin/sessions');
  await desk.page.locator('table a').last().click();
  await desk.page
    .getByRole('button', { name: /^准许.+缺考$/ })
    .first()
    .click();
  return { ...desk, dialog: desk.page.locator('dialog[open]') };
};

/** Whether all of it can be seen: in the window, and not cut off by what it scrolls in. */
const isInSight = async (page: Page, selector: string): Promise<boolean> =>
  page.evaluate(`new Promise((resolve) => {
    const element = document.querySelector(${JSON.stringify(selector)});
    new IntersectionObserver(([seen]) => resolve(seen.intersectionRatio > 0.99)).observe(element);
  })`);

describe('a dialogue longer than its window', () => {
  it.each([
    ['a phone with its keyboard up', { width: 360, height: 440 }],
    ['a page at four times its size', { width: 320, height: 256 }],
  ])(
    'shows why an act was refused, on %s',
    async (_, options) => {
      const { page, context, dialog, foresee } = await excusing(options);
      await dialog.locator('textarea').fill('当天因急诊缺考，已核对病历。');
      foresee(connectionLost);
      await context.setOffline(true);
      await dialog.locator('footer button').last().click();
      const alert = dialog.getByRole('alert');
      await alert.waitFor();
      await picture(page, `refused-${options.width}x${options.height}`);
      expect(await isInSight(page, 'dialog[open] [role=alert]')).toBe(true);
      await context.close();
    },
    60_000,
  );

  it('scrolls as a whole where the window is low, and no bar takes the room', async () => {
    const { page, context, dialog } = await excusing({ width: 320, height: 256 });
    await dialog.locator('textarea').scrollIntoViewIfNeeded();
    await picture(page, 'low');
    expect(await dialog.evaluate((each) => each.scrollHeight > each.clientHeight)).toBe(true);
    expect(
      await dialog.locator('header').evaluate((each) => each.getBoundingClientRect().bottom),
    ).toBeLessThan(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.evaluate('scrollTo(0, 500)');
    expect(await isInSight(page, 'header')).toBe(false);
    await context.close();
  }, 60_000);
});

const recorded: DecisionView = {
  id: '00000000-0000-4000-8000-000000000001',
  state: 'effective',
  outcome: 'grant',
  grade: 1,
  withdrawnGrade: null,
  reason: '三项成绩齐全，按规则授予。',
  experience: { met: true, years: 1, note: '核对了证明。' },
  certifierName: '方正',
  decidedAt: '2026-11-01T02:00:00.000Z',
  confirmedBy: '沈复',
  confirmReason: '核对无误。',
  credential: null,
};
const asked: DecisionView = {
  ...recorded,
  id: '00000000-0000-4000-8000-000000000002',
  state: 'proposed',
  outcome: 'withdraw',
  grade: null,
  withdrawnGrade: 1,
  experience: null,
  reason: '经查，笔试由他人代考。',
  confirmedBy: null,
  confirmReason: null,
};

/** The real case with another decision on it: a second grade takes most of an hour to reach. */
const showCase = async (page: Page, entryId: string, changes: Partial<EvidenceView>): Promise<void> => {
  await page.route('**/evidence', async (route) => {
    const view = (await (await route.fetch()).json()) as EvidenceView;
    await route.fulfill({ json: { ...view, state: 'decided', isOpen: false, ...changes } });
  });
  await page.goto(`/decisions/${entryId}`);
};

const falseWords =
  /证书随之撤销，|查验页|公开|任何人|所有人|certificate revoked|verification page|everybody|public/;

describe.each(settings)(
  'a grade on record only that is taken back, in %s',
  (_, { candidate, certifier, ...options }) => {
    const name = (what: string) => `record-${what}-${options.width}`;

    it('is asked for and confirmed without a word on revoking', async () => {
      const holder = await house.person(candidate);
      const { id } = await readEntry(holder.page);
      await holder.context.close();
      const { page, context } = await house.person(certifier, options);
      await showCase(page, id, {
        decision: recorded,
        proposal: null,
        withdrawal: { needsSecondPerson: true },
      });
      await page.locator('#decision button').first().click();
      const dialog = page.locator('dialog[open]');
      await dialog.locator('textarea').waitFor();
      await picture(page, name('withdraw'));
      expect(await dialog.innerText()).not.toMatch(falseWords);
      await page.keyboard.press('Escape');
      await page.unrouteAll();
      await showCase(page, id, { decision: recorded, proposal: asked, withdrawal: null });
      await page.locator('#decision button').first().waitFor();
      expect(await page.locator('#decision').innerText()).not.toMatch(falseWords);
      await page.locator('#decision').scrollIntoViewIfNeeded();
      await picture(page, name('proposed'));
      await page.locator('#decision button').first().click();
      await dialog.locator('textarea').waitFor();
      await picture(page, name('confirm'));
      expect(await dialog.innerText()).not.toMatch(falseWords);
      await context.close();
    }, 60_000);

    it('leaves the certificate that is held valid', async () => {
      const { page, context } = await house.person(candidate, options);
      const { id } = await readEntry(page);
      await page.route('**/result', async (route) => {
        const view = (await (await route.fetch()).json()) as EntryResultView;
        const appeal = { until: '2026-12-01T16:00:00.000Z', isOver: false };
        const decision = { ...asked, outcome: 'withdraw', experienceMet: null, appeal };
        await route.fulfill({ json: { ...view, state: 'decided', decision, credential: null } });
      });
      await page.goto(`/result/${id}`);
      await page.getByText(asked.reason).waitFor();
      await picture(page, name('result'));
      expect(await page.locator('main').innerText()).not.toMatch(/不再有效|no longer holds/);
      await context.close();
    }, 60_000);
  },
);

it('an absence that is excused says why, and what comes next', async () => {
  const { page, context } = await house.person('candidate1');
  const { id } = await readEntry(page);
  const reason = '当天因急诊缺考，已核对病历。';
  await page.route('**/result', async (route) => {
    const view = (await (await route.fetch()).json()) as EntryResultView;
    await route.fulfill({ json: { ...view, state: 'excused', stateReason: reason } });
  });
  await page.route('**/enrolments/mine', async (route) => {
    const [enrolment] = (await (await route.fetch()).json()) as OwnEnrolment[];
    await route.fulfill({ json: [{ ...enrolment, next: { kind: 'allowed', number: 2, cause: 'first' } }] });
  });
  await page.goto(`/result/${id}`);
  await page.getByText(reason).waitFor();
  await page.getByRole('link', { name: '到“我的认证”选择场次' }).waitFor();
  // Nothing was begun, so there is no result to explain.
  expect(await page.locator('main').innerText()).not.toMatch(/还没有总分|还缺什么|为什么是这个结果/);
  await picture(page, 'excused');
  await context.close();
}, 60_000);

it('a withdrawal takes the number in any case, says where it differs, and leads to what is wrong', async () => {
  const holder = await house.person('candidate1');
  const { id } = await readEntry(holder.page);
  await holder.context.close();
  const { page, context } = await house.person('certifier');
  const credential = {
    id: '00000000-0000-4000-8000-000000000003',
    number: '4AB-C3D-EFG-H12-3JK-MNP-QRS-TVW-XYZ',
    status: 'valid' as const,
    issuedAt: recorded.decidedAt,
    expiresAt: '2029-11-01T02:00:00.000Z',
    supersededBy: null,
    revokedAt: null,
    revokedReason: null,
  };
  await showCase(page, id, {
    decision: { ...recorded, credential },
    proposal: null,
    withdrawal: { needsSecondPerson: true },
  });
  await page.locator('#decision').getByText('证书有效期至').waitFor();
  await page.getByRole('button', { name: '撤回等级' }).click();
  const dialog = page.locator('dialog[open]');
  const submit = dialog.locator('footer button').last();
  await dialog.locator('input').fill('4ab-c3e');
  await dialog.getByText('与上面的内容不一致').waitFor();
  await picture(page, 'number-differs');
  expect(await submit.isDisabled()).toBe(true);
  await dialog.locator('input').fill(credential.number.toLowerCase());
  await submit.click();
  await dialog.getByText('请写10至2000个字符').waitFor();
  await page.locator('textarea:focus').waitFor();
  await context.close();
}, 60_000);

it('no English apostrophe is as wide as a Chinese character', async () => {
  const { page, context } = await house.visitor({ locale: 'en' });
  await page.goto('/verify');
  await page.locator('h1').waitFor();
  const width = await page.evaluate(`(() => {
    const mark = document.querySelector('h1').appendChild(document.createElement('span'));
    mark.textContent = '’';
    return mark.getBoundingClientRect().width / parseFloat(getComputedStyle(mark).fontSize);
  })()`);
  expect(width).toBeLessThan(0.5);
  await context.close();
}, 60_000);
