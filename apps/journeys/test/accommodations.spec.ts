import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@ennead/testing';
import type { Page } from 'playwright-core';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';
import { assignRegistrar, scheduleSession } from './harness/schedule-session.ts';
import { beginExam, readAttempt } from './harness/sit-exam.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house?.close(), 60_000);

const dialog = (page: Page) => page.locator('dialog[open]');
const confirm = (page: Page) => dialog(page).locator('footer button').last().click();
const closed = (page: Page) => dialog(page).waitFor({ state: 'detached' });
const inspect = async (page: Page, name: string) => {
  await picture(page, name);
  await expectAccessible(page);
};
const reason = '读题比一般人慢一半左右。';
const evidence = '5月5日向考务办公室出示了医生证明。';
const minutesLeft = async (page: Page): Promise<number> => {
  const text = await page.getByRole('timer').innerText();
  const parts = /(\d+):(\d\d)(?::(\d\d))?/.exec(text)!;
  return parts[3] === undefined ? Number(parts[1]) : Number(parts[1]) * 60 + Number(parts[2]);
};

it('more time is asked for while the exam is sat, approved, and shown on its page without reloading', async () => {
  const { page: exam, context } = await house.person('candidate1');
  const before = await beginExam(exam);
  const left = await minutesLeft(exam);
  const page = await context.newPage();
  await page.goto('/candidate');
  await page.getByRole('heading', { name: '特殊安排' }).waitFor();
  await page.getByRole('button', { name: '申请……' }).click();
  await confirm(page);
  await dialog(page).getByText('加时、休息、其他安排，请至少填写一项。').waitFor();
  await dialog(page).getByLabel('加时', { exact: true }).selectOption('percent');
  await dialog(page).getByLabel('加时比例（%）').fill('50');
  await dialog(page).getByLabel('原因').fill(reason);
  await dialog(page).getByLabel('证明').fill(evidence);
  await inspect(page, 'accommodation-ask');
  await confirm(page);
  await closed(page);
  await page.getByText('等待审批', { exact: true }).waitFor();

  const registrar = await house.person('registrar');
  await registrar.page.goto('/accommodations');
  await registrar.page.getByText('加时50%').waitFor();
  expect(await registrar.page.getByText(reason).count()).toBe(0);
  await inspect(registrar.page, 'accommodations');
  await registrar.page.getByRole('button', { name: '审批林知行的申请……' }).click();
  await dialog(registrar.page).getByText(reason).waitFor();
  await dialog(registrar.page).getByText(evidence).waitFor();
  await dialog(registrar.page).getByRole('radio', { name: /^批准/ }).check();
  await dialog(registrar.page).getByLabel('加时比例（%）').fill('25');
  await confirm(registrar.page);
  await dialog(registrar.page).getByText('请至少写10个字符。').waitFor();
  await dialog(registrar.page)
    .getByRole('textbox', { name: '理由' })
    .fill('证明支持加时四分之一，予以批准。');
  await inspect(registrar.page, 'accommodation-decide');
  await confirm(registrar.page);
  await closed(registrar.page);
  await registrar.page.getByText('没有等待审批的申请').waitFor();

  const more = (Date.parse(before.deadlineAt) - Date.parse(before.startedAt)) / 60_000 / 4;
  // The page asks for its clock every twenty seconds.
  await eventually(async () => (await minutesLeft(exam)) > left + more - 5, 40_000);
  expect((Date.parse((await readAttempt(exam)).deadlineAt) - Date.parse(before.deadlineAt)) / 60_000).toBe(
    more,
  );
  await page.reload();
  await page.getByText('加时25%').waitFor();
  await page.getByText('理由：证明支持加时四分之一，予以批准。').waitFor();
  await inspect(page, 'accommodation-own');
  await context.close();
  await registrar.context.close();
}, 180_000);

it('a manager asks in the name of a member, and the candidate takes it back', async () => {
  const { page, context } = await house.person('manager');
  await page.goto('/institution');
  await page.getByRole('link', { name: '示范班' }).click();
  await page.getByRole('button', { name: '为周予安申请特殊安排……' }).click();
  await dialog(page).getByRole('checkbox', { name: '休息' }).check();
  await dialog(page).getByLabel('休息次数').fill('2');
  await dialog(page).getByLabel('每次分钟数').fill('10');
  await dialog(page).getByLabel('原因').fill('需要按时服药，不能久坐。');
  await dialog(page).getByLabel('证明').fill(evidence);
  await inspect(page, 'accommodation-for-member');
  await confirm(page);
  await closed(page);
  await page.getByText('休息2次，每次10分钟').waitFor();
  await inspect(page, 'cohort-accommodation');
  const candidate = await house.person('candidate3');
  await candidate.page.goto('/candidate');
  await candidate.page.getByText('由沈嘉禾代为申请', { exact: false }).waitFor();
  await candidate.page.getByRole('button', { name: '撤回……' }).click();
  await confirm(candidate.page);
  await closed(candidate.page);
  await candidate.page.getByText('已撤回').first().waitFor();
  await candidate.context.close();
  await context.close();
}, 90_000);

it('who looks after a session is said on its page, and a registrar sees nothing of others', async () => {
  const registrar = await house.person('registrar');
  await registrar.page.goto('/accommodations');
  await registrar.page.getByText('加时25%').waitFor();
  await registrar.page.getByRole('link', { name: '各场次的考务人员' }).click();
  await registrar.page.getByText('程望舒').first().waitFor();
  await inspect(registrar.page, 'registrars');
  const { page, context } = await house.person('admin');
  const window = { opensAt: Date.now() - 60_000, closesAt: Date.now() + 86_400_000 };
  await assignRegistrar(page, await scheduleSession(page, '第二场', window), registrar.page);
  await registrar.page.goto('/desk');
  const work = registrar.page.getByRole('table', { name: '各场次待办' });
  await work.getByRole('row').filter({ hasText: '第二场' }).getByText('考前事项均已办妥').waitFor();
  await work.getByRole('row').filter({ hasText: '开放场次' }).waitFor();
  await inspect(registrar.page, 'desks');
  await work.getByRole('link', { name: /开放场次/ }).click();
  await registrar.page.getByRole('table', { name: '本场次的报考' }).waitFor();
  await registrar.page.goBack();
  await work.waitFor();
  await page.goto('/admin/sessions');
  await page.getByRole('link', { name: /开放场次/ }).click();
  await page.getByRole('button', { name: /^指定“.*”的考务人员/ }).click();
  await dialog(page).getByRole('checkbox', { name: '程望舒' }).uncheck();
  await inspect(page, 'registrars-assign');
  await confirm(page);
  await closed(page);
  await page.getByText('尚未指定考务人员', { exact: false }).waitFor();
  await inspect(page, 'session-registrars');
  await registrar.page.goto('/accommodations');
  await registrar.page.getByText('还没有审批过申请').waitFor();
  await registrar.context.close();
  await context.close();
}, 90_000);
