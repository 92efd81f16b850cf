import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
import { answerItem, beginExam, handInExam, saveState } from './harness/sit-exam.ts';
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

const rowsOf = async <Row extends object>(select: string): Promise<Row[]> => {
  const client = new Client({ connectionString: house.ennead.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(select)).rows;
  } finally {
    await client.end();
  }
};

const countOf = async (from: string): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>(`SELECT count(*)::int AS count FROM ${from}`);
  return row!.count;
};

const next = async (number: number): Promise<void> => {
  await desk.page.locator('nav button').last().click();
  await desk.page.locator('article h2', { hasText: String(number) }).waitFor();
};

it('an exam goes on while one server after the other is killed, and is scored by whichever worker is left', async () => {
  const { page } = desk;
  const { apis, workers } = house.ennead;
  const { items } = await beginExam(page);
  for (const [at, item] of items.slice(0, 4).entries()) {
    if (at > 0) await next(at + 1);
    await apis[at % 2]!.kill();
    await answerItem(page, item, 'right');
    await saved();
    await apis[at % 2]!.start();
  }
  await page.reload();
  await page.locator('article h2').waitFor();
  await workers[0]!.kill();
  await handInExam(page);
  await again(workers[1]!);
  await workers[0]!.start();
  expect(partOf(await readEntry(page), 'form').scoreCents).toBe(1000);
}, 240_000);

it('a lab goes on while one server after the other is killed', async () => {
  const { page } = desk;
  await openLab(page);
  for (const part of house.ennead.apis) {
    await again(part);
    await eventually(async () => {
      await typeInTerminal(page, 'echo back-$((40+2))');
      await terminalShows(page, 'back-42', 3_000);
      return true;
    }, 60_000);
    await typeInTerminal(page, 'clear');
    await eventually(async () => !(await page.locator('.xterm-rows').innerText()).includes('back-42'));
  }
  await solveLab(page);
  await Promise.all(house.ennead.workers.map((worker) => worker.kill()));
  expect(await handInLab(page)).toContain('100.00');
  expect(partOf(await readEntry(page), 'lab').scoreCents).toBeNull();
  await Promise.all(house.ennead.workers.map((worker) => worker.start()));
  await eventually(async () => partOf(await readEntry(page), 'lab').scoreCents === 10_000);
}, 240_000);

it('a hand-in bears one name in the logs of server, lab host and worker', async () => {
  const [named] = await rowsOf<{ request_id: string }>(
    `SELECT request_id FROM outbox_event WHERE name = 'lab-session.handed-in'`,
  );
  const linesOf = async (app: string) => {
    const log = await readFile(join(house.ennead.dataDir, `${app}.log`), 'utf8');
    return log.split('\n').filter((line) => line.includes(named!.request_id));
  };
  expect(await linesOf('api')).toEqual([expect.stringMatching(/"path":"[^"]+\/hand-in","status":200/)]);
  expect(await linesOf('runner')).toEqual([expect.stringContaining('graded')]);
  await eventually(async () => (await linesOf('worker')).length > 0);
});

it('what is left of the way takes whichever is there, and nothing was done twice', async () => {
  const { page } = desk;
  await submitPortfolio(page);
  for (const account of ['assessor1', 'assessor2'])
    await markFirstScript((await house.person(account)).page, 3);
  await house.ennead.apis[0]!.kill();
  await decide(
    (await house.person('certifier')).page,
    '林知行',
    'refuse',
    '知识成绩低于该级别要求的最低分，不予授予。',
  );
  const { id } = await readEntry(page);
  const result = (await (await page.request.get(`/api/entries/${id}/result`)).json()) as EntryResultView;
  expect(result.result).toMatchObject({ grade: null });
  // Both in one look: what handles an event may write another one.
  const unhandled = `(SELECT id FROM outbox_event WHERE distributed_at IS NULL
    UNION ALL SELECT event_id FROM event_delivery WHERE handled_at IS NULL) AS unhandled`;
  await eventually(async () => (await countOf(unhandled)) === 0);
  for (const action of ['attempt.submitted', 'attempt.scored', 'lab-session.graded', 'portfolio.assigned'])
    expect({
      action,
      times: await countOf(`audit_event WHERE action = '${action}' AND entry_id = '${id}'`),
    }).toEqual({
      action,
      times: 1,
    });
  expect(
    await countOf(`review JOIN portfolio_version version ON version.id = portfolio_version_id
    JOIN portfolio ON portfolio.id = portfolio_id WHERE portfolio.entry_id = '${id}'`),
  ).toBe(2);
  expect(
    await countOf(`score WHERE kind IN ('attempt', 'verdict', 'portfolio') AND entry_id = '${id}'`),
  ).toBe(3);
}, 240_000);
