import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeDataSource } from '@ennead/persistence';
import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { countHands } from './harness/count-hands.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';

let house: House;
let owner: DataSource;
beforeAll(async () => {
  house = await openHouse();
  owner = await makeDataSource(house.ennead.databaseUrl, 1).initialize();
}, 240_000);
afterAll(async () => {
  await owner?.destroy();
  await house?.close();
}, 60_000);

/** Four hundred people under headings of the college's own, twelve of them with an address that is none. */
const workbook = path.join(import.meta.dirname, 'fixtures', 'roster.xlsx');
const patient = 240_000;

describe.each([
  ['zh-CN', { width: 1280, height: 900 }],
  ['en', { width: 360, height: 740 }],
] as const)('in %s, %j', (locale, size) => {
  const look = async (page: Page, name: string): Promise<void> => {
    await expectAccessible(page);
    await picture(page, `cohorts-${name}-${locale}`);
    const overflow = Number(await page.evaluate('document.documentElement.scrollWidth'));
    expect({ name, overflow: overflow > size.width }).toEqual({ name, overflow: false });
  };

  it(
    'a manager brings in four hundred people and looks after them, in fewer than forty interactions',
    async () => {
      const { page } = await house.person('manager', { locale, ...size });
      const { request } = page;
      const { token } = (await (await request.get('/api/auth/csrf')).json()) as { token: string };
      await request.put('/api/auth/locale', { headers: { 'x-csrf-token': token }, data: { locale } });
      const { count, press, fill, choose, file } = countHands(page);
      const button = (name: RegExp) => page.getByRole('button', { name });
      const item = (name: RegExp) => page.getByRole('menuitem', { name });
      const confirm = () => page.locator('dialog[open] footer button').last();
      const closed = () => page.locator('dialog[open]').waitFor({ state: 'detached' });
      const cohortName = `四百人班 ${locale}`;

      await page.goto('/institution');
      await press(button(/^(New cohort|新建班级)$/));
      await fill(/Name of the cohort|班级名称/, cohortName);
      await choose(/^(Session|场次)/, { index: 1 });
      await press(confirm());
      await page.getByRole('heading', { level: 1, name: cohortName }).waitFor();

      await press(page.locator('a[href$="/import"]').first());
      await file(workbook);
      await look(page, 'source');
      await press(button(/Check the roster|核对名单/));
      await page.getByRole('heading', { name: /Which column is which|各列分别是什么/ }).waitFor();
      await look(page, 'columns');
      await choose(/^(email|邮箱)$/, { index: 1 });
      await choose(/^(name|姓名)$/, { index: 2 });
      await choose(/^(student number|学号)$/, { index: 3 });
      await press(button(/Check the roster|核对名单/));
      await page.getByText(/12 rows have faults|有12行存在错误/).waitFor();
      await look(page, 'preview');
      const faulty = page.waitForEvent('download');
      await press(button(/Rows with faults as CSV|下载有错误的行/));
      expect((await faulty).suggestedFilename()).toMatch(/\.csv$/);
      await press(button(/^(Invite 388 people|邀请388人)$/));
      await page.getByText(/388 addresses were taken in|已受理388个邮箱/).waitFor({ timeout: 150_000 });
      await look(page, 'done');
      await press(page.getByRole('link', { name: /Go to the cohort|查看班级/ }));
      await page.getByRole('heading', { level: 1, name: cohortName }).waitFor();
      await page.locator('table').getByText('20260001', { exact: true }).waitFor();
      await look(page, 'cohort');

      const letters: [{ count: number }] = await owner.query(
        `SELECT count(*)::int AS count FROM message JOIN entry ON entry.id = message.entry_id
         JOIN cohort ON cohort.id = entry.cohort_id WHERE cohort.name = $1 AND message.kind IN ('invitation', 'seat-offered')`,
        [cohortName],
      );
      expect(letters[0].count).toBe(388);

      const more = () => press(button(/^(More|更多)$/));
      await more();
      await press(item(/Mail everybody|向未答复者/));
      await look(page, 'mail');
      await press(confirm());
      await closed();

      await more();
      await press(item(/Links to hand over|可转交的链接/));
      const links = page.waitForEvent('download');
      await press(confirm());
      expect((await links).suggestedFilename()).toMatch(/\.csv$/);
      await closed();

      const acts = () => press(button(/^(Act on|操作：)/).first());
      await acts();
      await press(item(/Move to another|移到其他班级/));
      await choose(/To which cohort|移到哪个班级/, { index: 1 });
      await press(confirm());
      await closed();

      await acts();
      await press(item(/Take out|移出场次/));
      await fill(/^(Reason|理由)/, 'Has left the college this week. 本周已离校。');
      await look(page, 'withdraw');
      await press(confirm());
      await closed();

      await press(button(/^(Undo|撤销)$/).first());
      await fill(/^(Reason|理由)/, 'It was the roster of another class. 名单选错了班级。');
      await press(confirm());
      await closed();
      await page
        .getByText(/Undone|已撤销/)
        .first()
        .waitFor();

      await more();
      await press(item(/Archive the cohort|归档班级/));
      await press(confirm());
      await closed();
      await page.getByText(/This cohort is archived|班级已归档，不在列表中/).waitFor();
      await look(page, 'archived');

      process.stdout.write(`cohort of 400, ${locale}: ${count()} interactions\n`);
      expect(count()).toBeLessThan(40);
    },
    patient,
  );
});
