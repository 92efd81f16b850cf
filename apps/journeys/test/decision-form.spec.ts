import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  EvidenceView,
  type DecisionInput,
  type DecisionObstacles,
  type DecisionView,
  type Evidence,
} from '@ennead/contracts';
import type { Locator, Page } from 'playwright-core';
import { refusedWith, type Desk } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { readEntry } from './harness/own-entry.ts';

let house: House;
let entryId: string;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  const candidate = await house.person('candidate1');
  ({ id: entryId } = await readEntry(candidate.page));
  await candidate.context.close();
  desk = await house.person('certifier');
  page = desk.page;
}, 240_000);
afterAll(() => house?.close(), 60_000);

/** Whether the form is there at all, and what may be decided, hangs on the evidence: the real case with other evidence. */
const show = async (changes: Partial<Evidence>, around: Partial<EvidenceView> = {}): Promise<Locator> => {
  // Of the page before, whatever is still on its way comes too late.
  await page.goto('about:blank');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.route('**/evidence', async (route) => {
    const view = (await (await route.fetch()).json()) as EvidenceView;
    // What the server could not have said is none of the page's business.
    const json = EvidenceView.parse({ ...view, ...around, evidence: { ...view.evidence!, ...changes } });
    await route.fulfill({ json });
  });
  await page.goto(`/decisions/${entryId}`);
  const step = page.locator('#decision');
  await step.waitFor();
  return step;
};

const readEvidence = async (): Promise<Evidence> => {
  const answer = await page.request.get(`/api/entries/${entryId}/evidence`);
  return ((await answer.json()) as EvidenceView).evidence!;
};

const standing: DecisionView = {
  id: '0a1b2c3d-0000-4000-8000-00000000000a',
  state: 'effective',
  outcome: 'grant',
  grade: 3,
  withdrawnGrade: null,
  reason: '三项成绩齐全，按规则授予。',
  experience: { met: true, years: 3, note: '' },
  certifierName: '周敏',
  decidedAt: '2026-11-20T02:00:00.000Z',
  confirmedBy: null,
  confirmReason: null,
  credential: null,
};

/** The case's own result with another total and grade. */
const reaching = async (
  compositeTenThousandths: number | null,
  grade: number | null,
): Promise<Evidence['result']> => ({ ...(await readEvidence()).result, compositeTenThousandths, grade });

/** The case's own scheme, asking for so many years. */
const asking = async (years: number): Promise<Evidence['scheme']> => {
  const { scheme } = await readEvidence();
  const experience = { ...scheme.level.experience, years };
  return { ...scheme, level: { ...scheme.level, experience } };
};

const choice = (step: Locator, outcome: 'grant' | 'refuse') => step.locator(`input[value=${outcome}]`);
const years = (step: Locator) => step.locator('input[inputmode=decimal]');
const reason = (step: Locator) => step.locator('textarea').last();
const submit = (step: Locator) => step.locator('button[type=submit]').click();

describe('what may be decided', () => {
  it('is nothing while scores are under way: no form, and why', async () => {
    const obstacles = { grant: 'DECISION_INCOMPLETE', refuse: 'DECISION_INCOMPLETE' } as const;
    const step = await show({ result: await reaching(null, null), obstacles });
    await step.getByText('成绩齐全后可以在这里作出评定').waitFor();
    expect(await step.locator('form').count()).toBe(0);
  });

  it.each<[DecisionObstacles['grant'], Partial<Evidence>, number | null, string]>([
    ['DECISION_INCOMPLETE', {}, null, '成绩还不齐全。'],
    ['DECISION_NO_GRADE', {}, null, '按规则达不到任何等级。'],
    [
      'EVIDENCE_BROKEN',
      { faults: [{ dimension: 'skills', partId: null, because: 'verdict-sum' }] },
      2,
      '证据与成绩对不上。',
    ],
    ['DECISION_UPON_WITHDRAWN', { uponWithdrawn: [1] }, 2, '保留的成绩来自第1次报考，其等级已撤回。'],
  ])('is no grant with %s, but a refusal', async (grant, changes, grade, why) => {
    const composite = grant === 'DECISION_INCOMPLETE' ? null : 800_000;
    const step = await show({
      ...changes,
      result: await reaching(composite, grade),
      obstacles: { grant, refuse: null },
    });
    expect(await choice(step, 'grant').isDisabled()).toBe(true);
    await step.getByText(why).waitFor();
    expect(await choice(step, 'refuse').isEnabled()).toBe(true);
  });

  it('is no refusal while something could still bring a score, but a grant', async () => {
    const step = await show({
      result: await reaching(800_000, 2),
      obstacles: { grant: null, refuse: 'DECISION_INCOMPLETE' },
    });
    expect(await choice(step, 'refuse').isDisabled()).toBe(true);
    await step.getByText('还有考核可能产生成绩，现在不能作结论。').waitFor();
    expect(await choice(step, 'grant').isEnabled()).toBe(true);
  });

  it('is neither under a higher grade that stands: it can only be withdrawn', async () => {
    const step = await show(
      {
        result: await reaching(800_000, 2),
        obstacles: { grant: 'DECISION_WOULD_LOWER', refuse: 'DECISION_WOULD_LOWER' },
      },
      { decision: standing, withdrawal: { needsSecondPerson: false } },
    );
    await step.getByText('低于仍然有效的3级。').waitFor();
    await step.getByText('已授的3级仍然有效，只能撤回。').waitFor();
    expect(await step.locator('input[type=radio]:enabled').count()).toBe(0);
    await step.getByRole('button', { name: '撤回等级' }).waitFor();
  });
});

describe('the form', () => {
  const sound = async (changes: Partial<Evidence> = {}) =>
    show({ result: await reaching(800_000, 2), obstacles: { grant: null, refuse: null }, ...changes });

  it('says what is missing where it is missing, and leads there', async () => {
    const step = await sound({ scheme: await asking(2) });
    await submit(step);
    await step.getByText('请先选择决定。').waitFor();
    await step.locator('input[value=grant]:focus').waitFor();
    await choice(step, 'grant').check();
    await submit(step);
    for (const fault of ['授予等级前必须确认经验符合要求。', '请填0至60之间的数。', '请写10至2000个字符。'])
      await step.getByText(fault).waitFor();
    await expectAccessible(page);
    await step.locator('input[type=checkbox]').check();
    await years(step).fill('1.5');
    await submit(step);
    await step.getByText('少于该级别要求的2年').waitFor();
    await step.locator('input[inputmode=decimal]:focus').waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  it('asks for no experience where nothing is granted', async () => {
    const step = await sound();
    await choice(step, 'refuse').check();
    await reason(step).fill('知识成绩低于该级别要求的最低分。');
    await submit(step);
    await page.locator('dialog[open]').getByText('知识成绩低于该级别要求的最低分。').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await reason(step).inputValue()).toBe('知识成绩低于该级别要求的最低分。');
  });

  it('sends once what was confirmed, and keeps what was written when it is refused', async () => {
    const step = await sound({ needsSecondPerson: true });
    const sent: DecisionInput[] = [];
    await page.route('**/decision', async (route) => {
      sent.push(route.request().postDataJSON() as DecisionInput);
      await route.continue();
    });
    // The real case has no scores yet: the server has the last word.
    desk.foresee(refusedWith(409, 403, 422, 400));
    await choice(step, 'grant').check();
    await step.locator('input[type=checkbox]').check();
    await years(step).fill('1');
    await reason(step).fill('三项成绩齐全，按规则授予。');
    await step.getByRole('button', { name: '提出建议' }).click();
    const confirm = page.locator('dialog[open] footer button').last();
    await confirm.dblclick();
    await page.locator('dialog[open] [role=alert]').first().waitFor();
    expect(sent).toEqual([
      {
        outcome: 'grant',
        reason: '三项成绩齐全，按规则授予。',
        experience: { met: true, years: 1, note: '' },
      },
    ]);
    await page.keyboard.press('Escape');
    expect(await reason(step).inputValue()).toBe('三项成绩齐全，按规则授予。');
    await page.unroute('**/decision');
  });

  it('is not left by accident with something written in it', async () => {
    const step = await sound();
    await reason(step).fill('写到一半');
    await page.locator('header a').first().click();
    await page.locator('dialog[open]').getByText('您在这里填写的内容没有保存，离开后将会丢失。').waitFor();
    await page.getByRole('button', { name: '继续填写' }).click();
    expect(await reason(step).inputValue()).toBe('写到一半');
    await reason(step).fill('');
  });
});
