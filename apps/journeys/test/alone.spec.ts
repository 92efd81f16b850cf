import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EntryResultView } from '@ennead/contracts';
import { giveWhatIsAsked, register, showPapers } from './harness/come-alone.ts';
import { decide } from './harness/decide.ts';
import { markFirstScript } from './harness/mark-portfolio.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { readEntry } from './harness/own-entry.ts';
import { submitPortfolio } from './harness/show-portfolio.ts';
import { answerAll, beginExam, handInExam } from './harness/sit-exam.ts';
import { handInLab, openLab, solveLab } from './harness/work-in-lab.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const newcomer = { name: '林悦', latinName: 'Lin Yue', email: 'alone@example.org' };

it('somebody without an institution goes from the home page to a certificate that a stranger verifies', async () => {
  const { page } = await house.visitor();
  await page.goto('/');
  await page.locator('a[href="/register"]').first().waitFor();
  await register(house, page, newcomer);
  await giveWhatIsAsked(page, newcomer);
  await showPapers(house, newcomer);

  await page.reload();
  const { items } = await beginExam(page);
  await answerAll(page, items, 8);
  await handInExam(page);
  await openLab(page);
  await solveLab(page);
  await handInLab(page);
  await submitPortfolio(page);
  for (const account of ['assessor1', 'assessor2'])
    await markFirstScript((await house.person(account)).page, 3);
  await decide(
    (await house.person('certifier')).page,
    newcomer.name,
    'grant',
    '三项成绩齐全，证据一致，按规则授予。',
  );

  const { id } = await readEntry(page);
  const answer = await page.request.get(`/api/entries/${id}/result`);
  const { number } = ((await answer.json()) as EntryResultView).credential!;
  await page.goto(`/result/${id}`);
  await page.locator('h1').filter({ hasText: '2' }).waitFor();

  const stranger = await house.visitor({ locale: 'en' });
  await stranger.page.goto(`/verify/${number}`);
  const certificate = stranger.page.locator('article').filter({ hasText: newcomer.name });
  await certificate.waitFor();
  expect(await stranger.page.locator('#verify-state').innerText()).toMatch(/valid/i);
  expect(await certificate.innerText()).toContain(newcomer.latinName);
}, 400_000);
