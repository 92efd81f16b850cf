import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@ennead/testing';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { refusedWith, type Desk } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { picture } from './harness/picture.ts';
import { submitPortfolio } from './harness/show-portfolio.ts';

let house: House;
let owner: Client;
/** Whoever is invited on the way, to have somebody whom scripts can go to. */
let third: Desk;

beforeAll(async () => {
  house = await openHouse();
  owner = new Client({ connectionString: house.ennead.databaseUrl });
  await owner.connect();
  const { page, context } = await house.person('candidate1');
  await submitPortfolio(page);
  await context.close();
}, 240_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
}, 60_000);

const dialog = (page: Page) => page.locator('dialog[open]');
const press = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();
const closed = (page: Page) => dialog(page).waitFor({ state: 'detached' });
const reason = (page: Page, text: string) => dialog(page).locator('textarea').fill(text);

/** On a desk and on a phone: nobody has to scroll sideways, and axe finds nothing. */
const inspect = async (page: Page, name: string): Promise<void> => {
  for (const [width, height] of [
    [1280, 900],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectAccessible(page);
    const overflow = Number(await page.evaluate('document.documentElement.scrollWidth'));
    expect({ name, width, overflow: overflow > width }).toEqual({ name, width, overflow: false });
    await picture(page, `${name}-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
};

/** An account's own language, in which its page is read from now on. */
const speak = async (page: Page, locale: 'zh-CN' | 'en'): Promise<void> => {
  const { token } = (await (await page.request.get('/api/auth/csrf')).json()) as { token: string };
  const answer = await page.request.put('/api/auth/locale', {
    headers: { 'x-csrf-token': token },
    data: { locale },
  });
  expect(answer.ok()).toBe(true);
  await page.reload();
};

const openScript = async (page: Page): Promise<string> => {
  await page.goto('/reviews');
  const link = page.getByRole('table').getByRole('link').first();
  const code = await link.innerText();
  await link.click();
  await page.locator('[data-criterion]').first().waitFor();
  return code;
};

it('an assessor who knows the candidate hands the script back, and finds it gone', async () => {
  const desk = await house.person('assessor1');
  const { page } = desk;
  const code = await openScript(page);
  const address = page.url();
  await page.locator('[data-current] input[value="3"]').check();
  await page.getByRole('button', { name: '我认识这位考生……' }).click();
  await press(page, '退回');
  await dialog(page).getByText('请至少写十个字。').waitFor();
  await inspect(page, 'hand-back');
  await dialog(page).getByRole('radio', { name: /^共事/ }).check();
  await reason(page, '材料里的项目是我们一起做的。');
  await press(page, '退回');
  await page.waitForURL('**/reviews');
  await page.getByText('您因认识考生而退回。').waitFor();
  expect(await page.getByRole('link', { name: code }).count()).toBe(0);
  await inspect(page, 'taken-back');
  desk.foresee(refusedWith(404));
  await page.goto(address);
  await page.getByText(/它可能已经收回/).waitFor();
  expect(
    await page.evaluate('Object.keys(localStorage).filter((key) => key.includes("review")).length'),
  ).toBe(0);
  await page.goto('/interests');
  await page.getByRole('cell', { name: '共事', exact: true }).waitFor();
  await page.getByRole('cell', { name: '某个个案中的考生', exact: true }).waitFor();
  await desk.context.close();
}, 120_000);

it('the registrar sees that nobody is left to take it, and what to do', async () => {
  const { page, context } = await house.person('registrar');
  await page.waitForURL('**/desk');
  await page.goto('/assessment');
  await page.getByText('0人可派').waitFor();
  await page.getByText(/请催未启用账号/).waitFor();
  await page.getByText('1份无人可派').waitFor();
  await page.getByText('评审人认识考生').waitFor();
  await inspect(page, 'assessment-waiting');
  await context.close();
}, 60_000);

it('a new assessor declares what ties them to whom, and only then is given the script', async () => {
  const admin = await house.person('admin');
  await admin.page.goto('/admin');
  await admin.page.getByRole('button', { name: '新建账号' }).click();
  const form = dialog(admin.page);
  await form.getByRole('textbox', { name: '姓名' }).fill('白露');
  await form.getByRole('textbox', { name: '邮箱' }).fill('bailu@demo.example');
  await form.getByRole('checkbox', { name: /^评审员/ }).check();
  await press(admin.page, '新建账号');
  // Of the staff nothing is handed over: the link is in the letter alone.
  await form.getByText('bailu@demo.example').first().waitFor();
  const link = await eventually(async () => {
    const { rows } = await owner.query<{ link: string | null }>(
      `SELECT link FROM message WHERE address = 'bailu@demo.example' AND kind = 'account-invitation'`,
    );
    return rows[0]?.link;
  });
  await admin.context.close();

  third = await house.visitor();
  // Once it is accepted, asking for the invitation again is refused.
  third.foresee(refusedWith(410));
  const { page } = third;
  await page.goto(new URL(link).pathname);
  await page.locator('input[type=password]').waitFor();
  await inspect(page, 'invitation');
  await page.locator('input[type=password]').fill('nine-squares-of-paper');
  await page.locator('form button[type=submit]').click();
  await page.waitForURL('**/reviews');
  await page.getByText('请先完成利益申报。').waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  await inspect(page, 'declaration-due');
  await page.getByRole('link', { name: '前往利益申报' }).first().click();
  await page.getByText('您还没有申报过。', { exact: false }).waitFor();

  await page.getByRole('button', { name: '添加关系……' }).click();
  await press(page, '申报');
  await dialog(page).getByText('请填写对方完整的邮箱地址，不能是自己的。').waitFor();
  await dialog(page).getByLabel('是什么关系').selectOption('employee');
  await press(page, '申报');
  await dialog(page).getByText('请选择机构。').waitFor();
  await dialog(page).getByLabel('是什么关系').selectOption('teacher');
  await dialog(page).getByLabel('对方的邮箱').fill('somebody@example.org');
  await inspect(page, 'declare');
  await press(page, '申报');
  await closed(page);
  await page.getByRole('cell', { name: 'somebody@example.org', exact: true }).waitFor();

  await page.getByRole('button', { name: /somebody@example.org的关系已结束/ }).click();
  await dialog(page).getByText('结束后的24个月内仍须回避。').waitFor();
  await press(page, '注明已结束');
  await closed(page);
  await page.getByText(/^已于.*结束$/).waitFor();

  await page.getByRole('button', { name: '确认无遗漏……' }).click();
  await dialog(page)
    .getByText(/12个月内有效/)
    .waitFor();
  await expectAccessible(page);
  await press(page, '确认无遗漏');
  await closed(page);
  await page.getByText(/确认，有效至/).waitFor();
  await inspect(page, 'interests');
  await eventually(async () => {
    await page.goto('/reviews');
    await page.getByTestId('left-count').or(page.getByText('还没有分配给您的成果材料')).first().waitFor();
    return (await page.getByTestId('left-count').count()) === 1;
  }, 60_000);
  expect(await page.getByText('请先完成利益申报。').count()).toBe(0);
}, 180_000);

it('a problem holds the marks back until the registrar has answered it', async () => {
  const candidate = await house.person('candidate3');
  await submitPortfolio(candidate.page);
  await candidate.context.close();
  const { page, context } = await house.person('assessor1');
  const code = await openScript(page);
  const criteria = page.locator('[data-criterion]');
  for (let at = 0; at < (await criteria.count()); at += 1) {
    await criteria.nth(at).getByRole('button').first().click();
    await page.locator(`[data-criterion]:nth-child(${at + 1})[data-current] input[value="4"]`).check();
  }
  await page.getByRole('button', { name: '报告问题……' }).click();
  await dialog(page)
    .getByRole('radio', { name: /^疑似抄袭/ })
    .check();
  await reason(page, '第二段与公开的博客一字不差。');
  await inspect(page, 'problem');
  await press(page, '报告');
  await closed(page);
  await page.getByText(/已报告问题，等待答复/).waitFor();
  expect(await page.getByRole('button', { name: '提交评分……' }).isDisabled()).toBe(true);
  await page.keyboard.press('s');
  expect(await dialog(page).count()).toBe(0);
  expect(await page.getByRole('button', { name: '报告问题……' }).count()).toBe(0);
  await inspect(page, 'problem-open');

  const registrar = await house.person('registrar');
  await registrar.page.goto('/assessment');
  await registrar.page.getByText('1个问题待答复').waitFor();
  const first = registrar.page.getByRole('table', { name: '评审中的材料' }).getByRole('row').nth(1);
  await first.getByText(code).waitFor();
  await inspect(registrar.page, 'assessment-problem');
  await first.getByRole('button').click();
  await press(registrar.page, '答复');
  await dialog(registrar.page).getByText('请选择怎么处理。').waitFor();
  await dialog(registrar.page)
    .getByRole('radio', { name: /^继续评审/ })
    .check();
  await reason(registrar.page, '博客是考生自己写的，请照常评分。');
  await inspect(registrar.page, 'answer');
  await press(registrar.page, '答复');
  await closed(registrar.page);
  await registrar.page.getByText('没有需要处理的事项').waitFor();
  await registrar.context.close();

  await page.reload();
  await page.getByText('博客是考生自己写的，请照常评分。').waitFor();
  expect(await page.getByRole('button', { name: '提交评分……' }).isDisabled()).toBe(false);
  await inspect(page, 'problem-answered');
  await context.close();
}, 180_000);

it('the registrar takes a script from one assessor, and another gets it', async () => {
  const assessor = await house.person('assessor1');
  const code = await openScript(assessor.page);
  const { page, context } = await house.person('registrar');
  await page.goto('/assessment');
  const rows = page.getByRole('table', { name: '评审中的材料' }).getByRole('row');
  const theirs = rows.filter({ hasText: code });
  await theirs.waitFor();
  expect(await theirs.innerText()).toContain('许文澜');
  const before = await rows.count();
  await page.getByRole('button', { name: `把${code}从许文澜改派他人……` }).click();
  await dialog(page)
    .getByText(/已作的评分全部删除/)
    .waitFor();
  await reason(page, '太短');
  await press(page, '收回并改派');
  await dialog(page).getByText('请至少写十个字。').waitFor();
  await reason(page, '评审员临时有事，本周不能完成。');
  await press(page, '收回并改派');
  await closed(page);
  await eventually(async () => {
    await page.reload();
    await rows.nth(1).waitFor();
    // Whoever has it now has it under another code.
    return (await theirs.count()) === 0 && (await rows.count()) === before;
  }, 60_000);
  await page.getByText('评审员临时有事，本周不能完成。').waitFor();
  await inspect(page, 'assessment');
  await assessor.page.goto('/reviews');
  await assessor.page.getByText('考务改派他人。').waitFor();
  await context.close();
  await assessor.context.close();
}, 120_000);

it('marks whose author turns out to be tied are set aside, and the script goes to somebody else', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `WITH marked AS (
       UPDATE review SET state = 'submitted', submitted_at = clock(), score_cents = 8000
       WHERE id = (SELECT id FROM review WHERE state = 'assigned' AND kind = 'review' ORDER BY id LIMIT 1)
       RETURNING reviewer_id, portfolio_version_id),
     told AS (
       INSERT INTO interest (person_id, tie, candidate_id, note, from_at, declared_at)
       SELECT marked.reviewer_id, 'colleague', enrolment.candidate_id, '', clock() - interval '1 year', clock() + interval '1 ms'
       FROM marked JOIN portfolio_version version ON version.id = marked.portfolio_version_id
       JOIN portfolio ON portfolio.id = version.portfolio_id JOIN entry ON entry.id = portfolio.entry_id
       JOIN enrolment ON enrolment.id = entry.enrolment_id)
     SELECT person.name FROM marked JOIN person ON person.id = marked.reviewer_id`,
  );
  const { page, context } = await house.person('registrar');
  await page.goto('/assessment');
  await page.getByText('1份评分存疑').waitFor();
  const waiting = page.getByRole('table', { name: '存疑的评分' });
  await waiting.getByText(rows[0]!.name).waitFor();
  await inspect(page, 'marks-questioned');
  await waiting.getByRole('button', { name: /作出答复/ }).click();
  await press(page, '答复');
  await dialog(page).getByText('请选择处理方式。').waitFor();
  await dialog(page)
    .getByRole('radio', { name: /^评分作废/ })
    .check();
  await reason(page, '评审员曾与考生共事，申报在打分之后。');
  await inspect(page, 'marks-answer');
  await press(page, '答复');
  await closed(page);
  await page.getByText('没有存疑的评分').waitFor();
  const answered = page.getByRole('table', { name: '近期的答复' });
  await answered.getByText('已作废，不再计入').waitFor();
  await speak(page, 'en');
  await page.getByRole('table', { name: 'Lately answered' }).getByText('Set aside: counts no more').waitFor();
  await inspect(page, 'marks-answered-en');
  await speak(page, 'zh-CN');
  await context.close();
}, 90_000);

it('a certifier leaves the case of somebody they know, and cannot come back', async () => {
  const { page, context } = await house.person('certifier');
  await page.goto('/decisions?list=blocked');
  const link = page.getByRole('table').getByRole('link').first();
  await link.click();
  await page.getByRole('button', { name: '我认识这位考生……' }).click();
  await dialog(page).getByText('不能撤销：', { exact: false }).waitFor();
  await inspect(page, 'leave-case-dialog');
  await dialog(page).getByRole('radio', { name: /^亲属/ }).check();
  await press(page, '退出个案');
  await page.getByRole('heading', { name: '您不能评定这个个案' }).waitFor();
  await page.getByText('您申报过与这位考生是亲属').waitFor();
  expect(await page.getByRole('button', { name: '我认识这位考生……' }).count()).toBe(0);
  await inspect(page, 'case-left');
  await page.reload();
  await page.getByText('您申报过与这位考生是亲属').waitFor();
  await context.close();
}, 60_000);

it('a threat to impartiality is entered, met and found to be over', async () => {
  const { page, context } = await house.person('registrar');
  await page.goto('/interests');
  await page.getByRole('link', { name: '公正性风险登记' }).click();
  await page.getByText('尚未登记风险').waitFor();
  await page.getByRole('button', { name: '登记风险' }).click();
  await press(page, '登记');
  await dialog(page).getByText('请填写名称，一行以内，最多120个字符。').waitFor();
  await dialog(page).getByRole('textbox', { name: '名称' }).fill('考生集中于一所机构');
  await dialog(page).getByLabel('来源').selectOption('training');
  await dialog(page).getByRole('textbox', { name: '情形' }).fill('今年四分之三的考生来自同一所机构。');
  await inspect(page, 'threat');
  await press(page, '登记');
  await closed(page);
  await page.getByRole('button', { name: '为“考生集中于一所机构”记录措施' }).click();
  await dialog(page).getByRole('textbox', { name: '措施' }).fill('该机构的人员一律不参与评定。');
  await dialog(page)
    .getByRole('checkbox', { name: /风险已经消除/ })
    .check();
  await press(page, '记录');
  await closed(page);
  await page.getByText('已消除').waitFor();
  expect(await page.getByRole('button', { name: /记录措施/ }).count()).toBe(0);
  await inspect(page, 'threats');
  await context.close();
}, 90_000);

it('what comes back for want of a declaration leads to where it is made', async () => {
  const desk = await house.person('certifier2');
  const { page } = desk;
  desk.foresee(refusedWith(403));
  const json = { status: 403, code: 'DECLARATION_DUE', title: 'Declaration due' };
  await page.route('**/evidence', (route) =>
    route.fulfill({ status: 403, contentType: 'application/problem+json', json }),
  );
  await page.goto('/decisions?list=blocked');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('link', { name: 'Declare interests' }).waitFor();
  expect(await page.getByText('That step did not succeed').count()).toBe(0);
  await inspect(page, 'case-undeclared');
  await desk.context.close();
}, 60_000);
