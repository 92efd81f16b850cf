import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@ennead/testing';
import { connectionLost, type Desk } from './harness/browser.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { answerItem, beginExam, readAttempt, saveState } from './harness/sit-exam.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
}, 180_000);
afterAll(() => house?.close(), 60_000);

const saved = (desk: Desk) => saveState(desk.page).filter({ hasText: '已保存' }).waitFor();
const answered = async (desk: Desk) =>
  (await readAttempt(desk.page)).responses.filter(({ value }) => value !== null).map(({ itemId }) => itemId);

const goTo = (desk: Desk, number: number) =>
  desk.page.getByRole('button', { name: new RegExp(`^第\\s*${number}\\s*题`) }).click();

describe('an exam page', () => {
  it('keeps answers while the server is dead, and sends them when it is back', async () => {
    const desk = await house.person('candidate1');
    const { items } = await beginExam(desk.page);
    await answerItem(desk.page, items[0]!, 'right');
    await saved(desk);

    desk.foresee(connectionLost);
    await house.ennead.api.kill();
    await goTo(desk, 2);
    await answerItem(desk.page, items[1]!, 'right');
    await saveState(desk.page).filter({ hasText: '离线' }).waitFor();

    await house.ennead.api.start();
    await saved(desk);
    expect(new Set(await answered(desk))).toEqual(new Set([items[0]!.id, items[1]!.id]));
    expect(desk.faults).toEqual([]);
  }, 120_000);

  it('goes on where it was after a reload, and on another computer, which takes over', async () => {
    const first = await house.person('candidate2');
    const { items } = await beginExam(first.page);
    await answerItem(first.page, items[0]!, 'right');
    await saveState(first.page)
      .filter({ hasText: /已保存|saved/i })
      .waitFor();
    await first.page.reload();
    expect(await answered(first)).toEqual([items[0]!.id]);

    const second = await house.person('candidate2');
    await second.page.goto(first.page.url());
    await second.page.locator('article h2').waitFor();
    await answerItem(second.page, items[0]!, 'wrong');
    await saveState(second.page)
      .filter({ hasText: /已保存|saved/i })
      .waitFor();

    await first.page.locator('article fieldset:disabled, article input[readonly]').first().waitFor();
    expect(second.faults).toEqual([]);
  }, 120_000);

  it('saves while Redis is dead', async () => {
    const desk = await house.person('candidate3');
    const { items } = await beginExam(desk.page);
    await house.ennead.redis.kill();
    await answerItem(desk.page, items[0]!, 'right');
    await saved(desk);
    await house.ennead.redis.start();
    await eventually(async () => (await fetch(`${house.ennead.url}/health/ready`)).ok);
    expect(await answered(desk)).toEqual([items[0]!.id]);
  }, 120_000);
});

it('whoever logs out is asked before what has not been sent is gone', async () => {
  const { page } = await house.person('candidate3');
  await page.goto('/candidate');
  const key = 'ennead.review.0d3f2f0e-5a4e-4b86-9a50-3f6c1c1a9e01';
  await page.evaluate(`localStorage.setItem('${key}', '{"marks":{},"comment":"mine"}')`);
  const logOut = async () => {
    await page.getByRole('button', { name: /的账号菜单/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    return page.locator('dialog[open]');
  };
  await (await logOut()).getByRole('button', { name: '保持登录' }).click();
  expect(await page.evaluate(`localStorage.getItem('${key}')`)).toContain('mine');
  await (await logOut()).getByRole('button', { name: '放弃并退出登录' }).click();
  await page.getByRole('link', { name: '登录' }).first().waitFor();
  expect(await page.evaluate(`localStorage.getItem('${key}')`)).toBeNull();
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('ennead');
}, 60_000);
