import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CohortSummary,
  EntryResultView,
  EvidenceView,
  MembersPage,
  OwnEnrolment,
  OwnEntry,
  VerifyView,
} from '@ennead/contracts';
import type { Page } from 'playwright-core';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { readEntry } from './harness/own-entry.ts';
import { picture } from './harness/picture.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const [old, revoked, valid] = ['6Z1-OLD', '6E9-REVOKED', '34A-VALID'] as const;
const earlier = '00000000-0000-4000-8000-000000000009';
const at = '2026-11-01T02:00:00.000Z';

/** What a page shows when the answers to these requests are changed on their way. */
const change = async <T>(page: Page, path: string, by: (answer: T) => T): Promise<void> => {
  await page.route(path, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: by((await answer.json()) as T) });
  });
};

describe.each([
  ['zh-CN', { width: 1280, height: 900 }],
  ['en', { width: 360, height: 740 }],
] as const)('in %s, %j', (locale, size) => {
  const options = { locale, ...size };
  const english = locale === 'en';
  const look = async (page: Page, name: string): Promise<void> => {
    await expectAccessible(page);
    await picture(page, `${name}-${locale}`);
    const overflow = Number(await page.evaluate('document.documentElement.scrollWidth'));
    expect({ name, overflow: overflow > size.width }).toEqual({ name, overflow: false });
  };

  /** Somebody with the language of this run: an account's own comes with it to any browser. */
  const reader = async (account: string) => {
    const desk = await house.person(account, options);
    const { request } = desk.page;
    const { token } = (await (await request.get('/api/auth/csrf')).json()) as { token: string };
    const answer = await request.put('/api/auth/locale', {
      headers: { 'x-csrf-token': token },
      data: { locale },
    });
    expect(answer.ok()).toBe(true);
    return desk;
  };

  it('an old number leads to the certificate that is valid now', async () => {
    const { page, context } = await house.visitor(options);
    const name = { 'zh-CN': '初级', en: 'Junior' };
    const view: VerifyView = {
      state: 'superseded',
      looksMistyped: false,
      serverNow: at,
      credential: {
        number: old,
        personName: '林知行',
        latinName: null,
        roleCode: 'application-engineer',
        roleName: { 'zh-CN': '大模型应用开发工程师', en: 'LLM application engineer' },
        level: 'junior',
        levelName: name,
        grade: 1,
        schemeId: 'ennead',
        schemeVersion: 2,
        schemeTitle: name,
        timeZone: 'Asia/Shanghai',
        issuedAt: at,
        expiresAt: null,
        revokedAt: null,
        revokedReason: null,
        supersededBy: revoked,
        validNow: valid,
      },
    };
    await page.route('**/api/verify/*', (route) => route.fulfill({ json: view }));
    await page.goto(`/verify/${old}`);
    const link = page.getByRole('link', { name: english ? /valid now/ : /目前有效/ });
    expect(await link.getAttribute('href')).toBe(`/verify/${valid}`);
    await page.getByRole('link', { name: new RegExp(revoked) }).waitFor();
    await look(page, 'valid-now');
    await context.close();
  }, 60_000);

  it('a result names the certificate that was revoked before, and why', async () => {
    const { page, context } = await reader('candidate1');
    const { id } = await readEntry(page);
    const revokedReason = english ? 'A question was dropped.' : '一道试题经复核后作废。';
    await change<EntryResultView>(page, '**/result', (view) => ({
      ...view,
      pastCredentials: [{ number: revoked, status: 'revoked', revokedAt: at, revokedReason }],
    }));
    await page.goto(`/result/${id}`);
    await page.getByText(revokedReason).waitFor();
    expect(await page.getByRole('link', { name: revoked }).getAttribute('href')).toBe(`/verify/${revoked}`);
    await look(page, 'past-certificate');
    await context.close();
  }, 60_000);

  it('a grade upon scores of a try that is taken back cannot be chosen, and the form says why', async () => {
    const holder = await house.person('candidate2');
    const { id } = await readEntry(holder.page);
    await holder.context.close();
    const { page, context } = await reader('certifier');
    await change<EvidenceView>(page, '**/evidence', (view) => {
      const result = { ...view.evidence!.result, compositeTenThousandths: 800_000, grade: 2 };
      const obstacles = { grant: 'DECISION_UPON_WITHDRAWN', refuse: null } as const;
      return { ...view, evidence: { ...view.evidence!, result, uponWithdrawn: [1], obstacles } };
    });
    await page.goto(`/decisions/${id}`);
    const words = page.getByText(
      english ? /where a grade is withdrawn \(Try 1\)/ : /来自第1次报考，其等级已撤回/,
    );
    await words.waitFor();
    expect(await page.locator('main input[type=radio][value=grant]').isDisabled()).toBe(true);
    await words.scrollIntoViewIfNeeded();
    await look(page, 'upon-withdrawn');
    await context.close();
  }, 60_000);

  it('a free sitting to come says from when to when, and what it takes the place of', async () => {
    const { page, context } = await reader('candidate3');
    const reason = english ? 'The room had no power.' : '考场停电。';
    await change<OwnEntry[]>(page, '**/entries/mine', ([entry]) => {
      const opensAt = new Date(Date.parse(entry!.serverNow) + 86_400_000).toISOString();
      const sitting = { number: 2, cause: 'free-sitting' as const, windowState: 'upcoming' as const };
      return [{ ...entry!, ...sitting, opensAt }];
    });
    await change<OwnEnrolment[]>(page, '**/enrolments/mine', ([enrolment]) => {
      const [one] = enrolment!.tries;
      const replaced = { ...one!, entryId: earlier, state: 'replaced' as const, stateReason: reason };
      return [{ ...enrolment!, tries: [replaced, { ...one!, number: 2, cause: 'free-sitting' }] }];
    });
    await page.goto('/candidate');
    await page
      .getByText(english ? /Try 1 was replaced by this free sitting/ : /第1次报考已由本次免费重考代替/)
      .waitFor();
    await page.getByText(english ? /^Open from .+ to / : /^开放时间：.+至/).waitFor();
    await look(page, 'free-sitting-to-come');
    await context.close();
  }, 60_000);

  it('a cohort says which try a row is, and in which other session', async () => {
    const { page, context } = await reader('manager');
    const [cohort] = (await (await page.request.get('/api/cohorts')).json()) as CohortSummary[];
    const otherSession = { 'zh-CN': '下一场', en: 'The next session' };
    await change<MembersPage>(page, '**/members?*', (view) => ({
      ...view,
      rows: view.rows.map((row) => ({
        ...row,
        number: 2,
        cause: 'free-sitting',
        otherSession,
        result: 'replaced',
      })),
    }));
    await page.goto(`/institution/cohorts/${cohort!.id}`);
    await page
      .getByText(english ? 'Try 2: free sitting' : '第2次报考，免费重考')
      .first()
      .waitFor();
    await page.getByText(otherSession[locale]).first().waitFor();
    await look(page, 'cohort-tries');
    for (const width of [800, 1060, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const juts = await page.evaluate(
        `(() => {
          const table = document.querySelector('main table');
          // What is wider than its frame scrolls within it.
          let frame = table;
          while (getComputedStyle(frame).overflowX !== 'auto' && frame.tagName !== 'SECTION') frame = frame.parentElement;
          return frame.getBoundingClientRect().right - table.closest('section').getBoundingClientRect().right;
        })()`,
      );
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect({ width, juts: width > 1200 && Number(juts) > 1, wide: Number(wide) > width }).toEqual({
        width,
        juts: false,
        wide: false,
      });
    }
    await context.close();
  }, 60_000);
});
