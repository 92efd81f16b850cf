import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntryResultView } from '@ennead/contracts';
import type { Desk } from './harness/browser.ts';
import { decide } from './harness/decide.ts';
import { markFirstScript } from './harness/mark-portfolio.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { partOf, readEntry } from './harness/own-entry.ts';
import { picture } from './harness/picture.ts';
import { submitPortfolio } from './harness/show-portfolio.ts';
import { answerAll, beginExam, handInExam } from './harness/sit-exam.ts';
import { checkWork, handInLab, openLab, solveLab, typeInTerminal } from './harness/work-in-lab.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const readResult = async ({ page }: Desk): Promise<EntryResultView> => {
  const { id } = await readEntry(page);
  return (await (await page.request.get(`/api/entries/${id}/result`)).json()) as EntryResultView;
};

describe('from the log-in to the certificate', () => {
  let candidate: Desk;
  let number: string;

  it('a candidate sits the exam, works in the lab and submits a portfolio', async () => {
    candidate = await house.person('candidate1');
    const { page } = candidate;
    const { items } = await beginExam(page);
    expect(items).toHaveLength(40);
    await answerAll(page, items, 8);
    await picture(page, 'exam');
    await handInExam(page);

    await openLab(page);
    await solveLab(page);
    await typeInTerminal(page, 'python3 ask.py 退款');
    expect(await checkWork(page)).not.toMatch(/未通过/);
    await picture(page, 'lab');
    expect(await handInLab(page)).toContain('100.00');

    await submitPortfolio(page);
    const entry = await readEntry(page);
    expect([
      partOf(entry, 'form').scoreCents,
      partOf(entry, 'lab').scoreCents,
      partOf(entry, 'portfolio').state,
    ]).toEqual([8000, 10_000, 'in-review']);
  }, 300_000);

  it('two assessors mark it without its name and without each other', async () => {
    const [one, other] = [await house.person('assessor1'), await house.person('assessor2', { locale: 'en' })];
    const seen = [await markFirstScript(one.page, 3), await markFirstScript(other.page, 3)];
    await picture(one.page, 'review');
    for (const page of seen) expect(page).not.toMatch(/林知行|candidate1/);
    expect((await readResult(candidate)).result).toMatchObject({
      compositeTenThousandths: 847_500,
      grade: 2,
    });
  }, 120_000);

  it('a certifier looks at the evidence, decides, and issues the certificate', async () => {
    const certifier = await house.person('certifier');
    await decide(certifier.page, '林知行', 'grant', '三项成绩齐全，证据一致，按规则授予。');
    const { credential } = await readResult(candidate);
    number = credential!.number!;
    expect(number).toMatch(/^[0-9A-Z]{3}(-[0-9A-Z]{3})+$/);
  }, 120_000);

  it('the result explains itself to the candidate, with a certificate in both languages', async () => {
    const { page } = candidate;
    await page.goto(`/result/${(await readEntry(page)).id}`);
    await page.locator('h1').filter({ hasText: '2' }).waitFor();
    await picture(page, 'result');
    const words = await page.locator('main').innerText();
    for (const figure of ['84.75', '80.00', '100.00', '75.00']) expect(words).toContain(figure);
    for (const locale of ['zh-CN', 'en']) {
      const pdf = await page.request.get(`/api/credentials/${number}/certificate.pdf?locale=${locale}`);
      expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    }
  }, 60_000);

  it('it prints on one upright sheet, and light from the dark theme too', async () => {
    const { page } = await house.visitor({ theme: 'dark' });
    await page.goto(`/certificate/${number}`);
    await page.locator('main article h2').waitFor();
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...printed.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(sheets.map(([, ...size]) => size.map((points) => Math.round(Number(points))))).toEqual([
      [595, 842],
    ]);
    const paper = () =>
      page.evaluate(`getComputedStyle(document.querySelector('main article')).backgroundColor`);
    const shown = await paper();
    await page.emulateMedia({ media: 'print' });
    expect(await paper()).toBe('rgb(255, 253, 249)');
    expect(shown).not.toBe('rgb(255, 253, 249)');
  }, 60_000);

  it('its last day is the same wherever it is read', async () => {
    const { credential } = await readResult(candidate);
    const dayAt = (timeZone: string) =>
      new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone }).format(
        new Date(credential!.expiresAt!),
      );
    // It is the next day there already.
    const timeZone = 'Pacific/Kiritimati';
    const [day, dayThere] = [dayAt('Asia/Shanghai'), dayAt(timeZone)];
    expect(day).not.toBe(dayThere);
    const { id } = await readEntry(candidate.page);
    const places = { certifier: `/decisions/${id}`, candidate1: `/result/${id}` };
    for (const [account, address] of Object.entries(places)) {
      const { page } = await house.person(account, { timeZone });
      await page.goto(address);
      await page.getByText(day).first().waitFor();
      expect(await page.locator('main').innerText()).not.toContain(dayThere);
    }
  }, 60_000);

  it('the institution sees that it is granted, and no marks', async () => {
    const { page } = await house.person('manager');
    await page.goto('/institution');
    await page.getByRole('link', { name: '示范班' }).first().click();
    const row = page.getByRole('row').filter({ hasText: '林知行' });
    await row.waitFor();
    await picture(page, 'cohort');
    expect(await row.innerText()).not.toMatch(/84\.75|80\.00/);
  }, 60_000);

  it('an administrator follows it from its number back to one saved answer, in under two minutes', async () => {
    const { page } = await house.person('admin');
    const begunAt = performance.now();
    let interactions = 0;
    const interact = async (doing: Promise<unknown>): Promise<void> => {
      interactions += 1;
      await doing;
    };
    await interact(page.getByRole('link', { name: '系统管理' }).first().click());
    await interact(page.getByRole('link', { name: '审计记录' }).click());
    // As somebody reads it from the paper.
    await interact(page.getByLabel('查找', { exact: true }).fill(number.toLowerCase().replaceAll('-', ' ')));
    await interact(page.keyboard.press('Enter'));
    await interact(page.getByRole('link', { name: /^查看.*林知行.*的过程记录$/ }).click());
    await page.locator('h1', { hasText: '林知行' }).waitFor();
    const steps = await page.locator('main').innerText();
    for (const words of ['接受邀请', '交卷', '提交成果材料', '作出评定', '签发证书', number])
      expect(steps).toContain(words);
    expect(steps).not.toMatch(/[{}"]|[a-z]+\.[a-z]+ed/);
    await interact(page.getByRole('link', { name: '查看逐题作答' }).click());
    const item = page.locator('#exam details').nth(20);
    await interact(item.locator('summary').click());
    const saves = item.locator('tbody tr');
    await saves.first().waitFor();
    expect(await saves.count()).toBeGreaterThan(0);
    expect(await saves.last().innerText()).toMatch(/\d{2}:\d{2}:\d{2}.*第1个页面/s);
    expect(await item.innerText()).toContain('得满分');
    expect(interactions).toBe(7);
    expect(performance.now() - begunAt).toBeLessThan(120_000);
    // Reasons, marks and the verdict stand on the same page.
    const record = await page.locator('main').innerText();
    for (const words of ['三项成绩齐全，证据一致，按规则授予。', '84.75', '评分签名有效', '3／4'])
      expect(record).toContain(words);
  }, 120_000);

  it('anyone can verify it, and an altered number is unknown', async () => {
    const { page } = await house.visitor({ locale: 'en' });
    await page.goto(`/verify/${number}`);
    await page.locator('article').filter({ hasText: '林知行' }).waitFor();
    expect(await page.locator('#verify-state').innerText()).toMatch(/valid/i);
    const altered = number.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    await page.goto(`/verify/${altered}`);
    await page
      .locator('#verify-state')
      .filter({ hasText: /unknown|no certificate/i })
      .waitFor();
    expect(await page.locator('article').innerText()).not.toContain('林知行');
  }, 60_000);
});

describe('under the floor of knowledge', () => {
  it('there is no grade, and the result says why', async () => {
    const candidate = await house.person('candidate2', { locale: 'en' });
    const { page } = candidate;
    const { items } = await beginExam(page);
    await answerAll(page, items.slice(0, 16));
    await handInExam(page);
    await openLab(page);
    await solveLab(page);
    await handInLab(page);
    await submitPortfolio(page);
    for (const account of ['assessor1', 'assessor2'])
      await markFirstScript((await house.person(account)).page, 3);

    const { result } = await readResult(candidate);
    expect(result).toMatchObject({
      compositeTenThousandths: 567_500,
      grade: null,
      reasons: [
        { kind: 'under-floor', dimension: 'knowledge', scoreCents: 4000, floorCents: 5000 },
        { kind: 'under-cut', grade: 1, compositeTenThousandths: 567_500, cutCents: 6000 },
      ],
    });
    await decide(
      (await house.person('certifier')).page,
      'Ada Novak',
      'refuse',
      'Knowledge is under the floor of 50 points.',
    );
    await page.goto(`/result/${(await readEntry(page)).id}`);
    const words = await page.locator('main', { hasText: 'Knowledge is under the floor' }).innerText();
    expect(words).toContain('40.00');
    expect((await readResult(candidate)).credential).toBeNull();
  }, 300_000);
});
