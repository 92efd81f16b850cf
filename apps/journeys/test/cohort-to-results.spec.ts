import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AttemptView, ExamSessionView, MessageKind, OwnEntry, WriterView } from '@ennead/contracts';
import { makeDataSource, readClock } from '@ennead/persistence';
import { clearEntries, eventually, makeClockShiftable, shiftClock } from '@ennead/testing';
import { request, type APIRequestContext } from 'playwright-core';
import type { DataSource } from 'typeorm';
import type { Desk } from './harness/browser.ts';
import { countHands } from './harness/count-hands.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { partOf } from './harness/own-entry.ts';
import { picture } from './harness/picture.ts';

let house: House;
let owner: DataSource;
beforeAll(async () => {
  house = await openHouse();
  owner = await makeDataSource(house.ennead.databaseUrl, 1).initialize();
  await makeClockShiftable(owner);
}, 240_000);
afterAll(async () => {
  await owner?.destroy();
  await house?.close();
}, 60_000);

/** Four hundred people under headings of the college's own, twelve of them with an address that is none. */
const workbook = path.join(import.meta.dirname, 'fixtures', 'roster.xlsx');
const title = '四百人场次';
const cohortName = '四百人班';
const password = 'three unrelated words';
/** Of 388: who answers at once, who after the second letter, who never; and who sits. */
const [atOnce, later, sitting] = [300, 80, 12];
const atATime = 10;
const hour = 3_600_000;
const day = 24 * hour;

const post = async (
  context: APIRequestContext,
  url: string,
  data: object,
  how: 'post' | 'patch' = 'post',
) => {
  const { token } = (await (await context.get('/api/auth/csrf')).json()) as { token: string };
  const answer = await context[how](url, { headers: { 'x-csrf-token': token }, data });
  if (!answer.ok()) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? null : ((await answer.json()) as unknown);
};

const inTurns = async <Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> => {
  for (let from = 0; from < items.length; from += atATime)
    await Promise.all(items.slice(from, from + atATime).map(act));
};

const schedule = async ({ page }: Desk): Promise<ExamSessionView> => {
  const now = (await readClock(owner)).getTime();
  return (await post(page.request, '/api/sessions', {
    title: { 'zh-CN': title, en: 'Four hundred' },
    role: 'application-engineer',
    level: 'junior',
    opensAt: new Date(now + 3 * day).toISOString(),
    closesAt: new Date(now + 5 * day).toISOString(),
  })) as ExamSessionView;
};

/** By a week, with a reason, as on the session's page. */
const postpone = async ({ page }: Desk, session: ExamSessionView): Promise<void> => {
  const aWeekLater = (at: string) => new Date(Date.parse(at) + 7 * day).toISOString();
  const { venue, halls, opensAt, closesAt } = session;
  await post(
    page.request,
    `/api/sessions/${session.id}`,
    {
      title: session.title,
      venue,
      halls,
      opensAt: aWeekLater(opensAt),
      closesAt: aWeekLater(closesAt),
      parts: [],
      reason: '考点临时停电，顺延一周举行。',
    },
    'patch',
  );
};

/** How many of the cohort a letter of this kind was written to. */
const letters = async (kind: MessageKind): Promise<number> => {
  const [found]: [{ count: number }] = await owner.query(
    `SELECT count(DISTINCT entry.id)::int AS count FROM message JOIN entry ON entry.id = message.entry_id
     JOIN cohort ON cohort.id = entry.cohort_id WHERE cohort.name = $1 AND message.kind = $2`,
    [cohortName, kind],
  );
  return found.count;
};

it('a manager has four hundred people invited, reminded, postponed and examined, in fewer than forty interactions', async () => {
  const admin = await house.person('admin');
  const session = await schedule(admin);
  const { page } = await house.person('manager');
  const { count, press, fill, choose, file } = countHands(page);
  const button = (name: RegExp) => page.getByRole('button', { name });
  const more = async (name: RegExp) => {
    await press(button(/^更多$/));
    await press(page.getByRole('menuitem', { name }));
  };
  const confirm = () => press(page.locator('dialog[open] footer button').last());
  const closed = () => page.locator('dialog[open]').waitFor({ state: 'detached' });
  const accept = async (url: string): Promise<void> => {
    const context = await request.newContext({ baseURL: house.ennead.url });
    const token = new URL(url).pathname.split('/').at(-1);
    await post(context, '/api/auth/accept-invitation', { token, password });
    await context.dispose();
  };

  // The roster with its twelve faults, and an invitation by mail to each of the others.
  await page.goto('/institution');
  await press(button(/^新建班级$/));
  await fill(/班级名称/, cohortName);
  await choose(/^场次/, { label: title });
  await confirm();
  await page.getByRole('heading', { level: 1, name: cohortName }).waitFor();
  await press(page.locator('a[href$="/import"]').first());
  await file(workbook);
  await press(button(/核对名单/));
  await page.getByRole('heading', { name: /各列分别是什么/ }).waitFor();
  await choose(/^邮箱$/, { index: 1 });
  await choose(/^姓名$/, { index: 2 });
  await choose(/^学号$/, { index: 3 });
  await press(button(/核对名单/));
  await page.getByText(/有12行存在错误/).waitFor();
  const faulty = page.waitForEvent('download');
  await press(button(/下载有错误的行/));
  await faulty;
  await press(button(/^邀请388人$/));
  await page.getByText(/已受理388个邮箱/).waitFor({ timeout: 150_000 });
  await press(page.getByRole('link', { name: /查看班级/ }));
  await page.getByRole('heading', { level: 1, name: cohortName }).waitFor();
  expect(await letters('invitation')).toBe(388);

  // Most answer at once, as fast as the hall; who has not is written to again, and given a link by hand.
  const mailed: { link: string }[] = await owner.query(
    `SELECT message.link FROM message JOIN entry ON entry.id = message.entry_id JOIN cohort ON cohort.id = entry.cohort_id
     WHERE cohort.name = $1 AND message.kind = 'invitation' ORDER BY message.address`,
    [cohortName],
  );
  await inTurns(mailed.slice(0, atOnce), ({ link }) => accept(link));
  await shiftClock(owner, '2 hours');
  await page.reload();
  await page
    .getByText(/88人尚未答复/)
    .first()
    .waitFor();
  await more(/向未答复者/);
  await confirm();
  await closed();
  await more(/可转交的链接/);
  const sheet = page.waitForEvent('download');
  await confirm();
  const handed = await readFile(await (await sheet).path(), 'utf8');
  await closed();
  const links = [...handed.matchAll(/https?:\S+?\/invitation\/[\w-]+/g)].map(([link]) => link);
  expect(links).toHaveLength(388 - atOnce);
  await inTurns(links.slice(0, later), accept);
  await eventually(async () => (await letters('enrolled')) === atOnce + later, 60_000);

  // An administrator postpones: everybody who is in it is told, and the manager sees the new dates and what was written.
  await postpone(admin, session);
  await eventually(async () => (await letters('session-changed')) >= atOnce + later, 60_000);
  await page.goto('/institution');
  await press(page.getByRole('link', { name: cohortName }));
  await page
    .getByText(/场次时间有变/)
    .first()
    .waitFor();
  const now = (await readClock(owner)).getTime();
  const opens = Date.parse(session.opensAt) + 7 * day;
  const monthAndDay = new Intl.DateTimeFormat('zh-CN', {
    dateStyle: 'long',
    timeZone: 'Asia/Shanghai',
  }).format(opens);
  await page.getByText(monthAndDay).first().waitFor();
  await expectAccessible(page);
  await picture(page, 'cohort-postponed');

  // The day before, everybody is reminded by itself; then it opens, and some sit.
  const ahead = (at: number) => `${Math.round((at - now) / 1_000) + 2 * 3_600} seconds`;
  await shiftClock(owner, ahead(opens - 23 * hour));
  await eventually(async () => (await letters('session-soon')) === atOnce + later, 120_000);
  await shiftClock(owner, ahead(opens + hour));
  await clearEntries(owner);
  const sitters: { email: string }[] = await owner.query(
    `SELECT email FROM person JOIN enrolment ON enrolment.candidate_id = person.id JOIN entry ON entry.enrolment_id = enrolment.id
     JOIN cohort ON cohort.id = entry.cohort_id WHERE cohort.name = $1 AND email_confirmed_at IS NOT NULL ORDER BY email LIMIT $2`,
    [cohortName, sitting],
  );
  await inTurns(sitters, async ({ email }) => {
    const context = await request.newContext({ baseURL: house.ennead.url });
    await post(context, '/api/auth/log-in', { email, password });
    const [entry] = (await (await context.get('/api/entries/mine')).json()) as [OwnEntry];
    const part = partOf(entry, 'form').partId;
    const begun = (await post(context, `/api/entries/${entry.id}/parts/${part}/attempt`, {})) as AttemptView;
    const { writer } = (await post(context, `/api/attempts/${begun.id}/writer`, {})) as WriterView;
    await post(context, `/api/attempts/${begun.id}/submit`, { writer });
    await context.dispose();
  });

  // It closes; what became of everybody is one export.
  await shiftClock(owner, ahead(opens + 3 * day));
  await page.goto('/institution');
  await press(page.getByRole('link', { name: cohortName }));
  await page.getByText('缺考').first().waitFor();
  await expectAccessible(page);
  const results = page.waitForEvent('download');
  await press(page.getByRole('link', { name: /下载全班/ }));
  const lines = (await readFile(await (await results).path(), 'utf8')).trim().split(/\r?\n/);
  expect(lines).toHaveLength(388 + 1);
  const withWord = (word: string) => lines.filter((line) => line.includes(word)).length;
  expect({ absent: withWord('缺考'), scored: withWord('已评分') }).toEqual({
    absent: atOnce + later - sitting,
    scored: sitting,
  });
  await more(/归档班级/);
  await confirm();
  await closed();
  process.stdout.write(`cohort of 400 to its results: ${count()} interactions\n`);
  expect(count()).toBeLessThan(40);
}, 480_000);
