import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EntryResultView } from '@ennead/contracts';
import { eventually } from '@ennead/testing';
import { Client } from 'pg';
import { connectionLost, type Desk } from './harness/browser.ts';
import { decide } from './harness/decide.ts';
import { markFirstScript } from './harness/mark-portfolio.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { partOf, readEntry } from './harness/own-entry.ts';
import { submitPortfolio } from './harness/show-portfolio.ts';
import { answerAll, answerItem, beginExam, handInExam, saveState } from './harness/sit-exam.ts';
import type { Part } from './harness/start-ennead.ts';
import { handInLab, openLab, solveLab, terminalShows, typeInTerminal } from './harness/work-in-lab.ts';

let house: House;
let desk: Desk;
beforeAll(async () => {
  house = await openHouse({ servers: 2, workers: 2 });
  desk = await house.person('candidate1');
  // Each of these steps takes something away from under the page.
  desk.foresee(connectionLost);
}, 240_000);
afterAll(() => house?.close(), 60_000);

const again = async (part: Part): Promise<void> => {
  await part.kill();
  await part.start();
};

const saved = () =>
  saveState(desk.page)
    .filter({ hasText: /已保存/ })
    .waitFor();

const countOf = async (from: string): Promise<number> => {
  const client = new Client({ connectionString: house.ennead.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${from}`);
    return rows[0]!.count;
  } finally {
    await client.end();
  }
};

it('an exam goes on while one server after the other is killed, and so does its scoring', async () => {
  const { page } = desk;
  const { apis, workers } = house.ennead;
  const { items } = await beginExam(page);
  await answerItem(page, items[0]!, 'right');
  await saved();
  await apis[0]!.kill();
  await page.locator('nav button').last().click();
  await page.locator('article h2', { hasText: '2' }).waitFor();
  await answerItem(page, items[1]!, 'right');
  await saved();
  await apis[0]!.start();
  await apis[1]!.kill();
  await page.reload();
  await page.locator('article h2').waitFor();
  await page.locator('nav ol button, nav button').first().waitFor();
  await apis[1]!.start();
  await page.goto(page.url());
  await page.locator('article h2').waitFor();
  await workers[0]!.kill();
  await handInExam(page);
  await workers[0]!.start();
  expect(partOf(await readEntry(page), 'form').scoreCents).toBe(500);
}, 240_000);
