import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { eventually } from '@ennead/testing';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { logIn, openBrowser, sitDown, type Desk } from './harness/browser.ts';
import { decide } from './harness/decide.ts';
import { markFirstScript } from './harness/mark-portfolio.ts';
import { aPlace, type Place } from './harness/npm-start.ts';
import { partOf, readEntry } from './harness/own-entry.ts';
import { picture } from './harness/picture.ts';
import { reportFailures } from './harness/report-failures.ts';
import { submitPortfolio } from './harness/show-portfolio.ts';
import { answerAll, beginExam, handInExam } from './harness/sit-exam.ts';
import { handInLab, openLab, solveLab } from './harness/work-in-lab.ts';

/*
 * docs/first-day.md, step by step: production mode, no mail server, and nothing there but an administrator made by command. Nothing
 * is looked up or changed in the database; what a person would be given by hand is taken from where they would be shown it.
 */
let place: Place;
let browser: Browser;
const desks: Desk[] = [];

const patient = 240_000;
const password = 'nine squares of paper';
const admins = ['first@body.example', 'second@body.example'] as const;
const staff = {
  manager: { name: '沈嘉禾', email: 'manager@college.example', role: '机构管理员' },
  registrar: { name: '程望舒', email: 'registrar@body.example', role: '考务员' },
  assessor1: { name: '许文澜', email: 'assessor1@body.example', role: '评审员' },
  assessor2: { name: '白露', email: 'assessor2@body.example', role: '评审员' },
  certifier: { name: '陆景行', email: 'certifier@body.example', role: '评定员' },
} as const;
type Who = keyof typeof staff;
const candidate = { name: '林知行', email: 'lin@college.example' };
const house = '九章数字学院';
const session = '首场考核';
const cohort = '第一班';

beforeAll(async () => {
  [place, browser] = await Promise.all([
    aPlace({
      settings: {
        ENNEAD_MODE: 'production',
        BODY_NAME_ZH: '示范认证中心',
        CONTACT_EMAIL: 'office@body.example',
      },
    }),
    openBrowser(),
  ]);
  reportFailures(() => browser.contexts());
  await place.start();
}, patient);
afterAll(async () => {
  await browser?.close();
  await place?.clear();
  expect(desks.flatMap(({ faults }) => faults)).toEqual([]);
}, 60_000);

/** Of the day each step needs the one before. */
let isBroken = false;
const step = (name: string, act: () => Promise<void>): void =>
  it(
    name,
    async () => {
      if (isBroken) throw new Error('An earlier step failed.');
      isBroken = true;
      await act();
      isBroken = false;
    },
    patient,
  );

const sit = async (): Promise<Desk> => {
  const desk = await sitDown(browser, place.url);
  desks.push(desk);
  return desk;
};
const dialog = (page: Page) => page.locator('dialog[open]');
const press = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();
const closed = (page: Page) => dialog(page).waitFor({ state: 'detached' });
const submit = (page: Page) => page.locator('main form button[type=submit]').click();

const at = new Map<string, Desk>();

/** Sets up the two-step log-in, to which whoever has to have one is led before anything else. */
const setUpFactor = async ({ page }: Desk): Promise<void> => {
  await page.goto('/account/second-factor');
  await page.locator('input[name=password]').fill(password);
  await submit(page);
  await page.locator('svg[role=img] path').waitFor();
  // In groups of four, as it is typed.
  const secret = (await page.locator('main form code').innerText()).replace(/\s/g, '');
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await page.locator('input[name=code]').fill(app.generate());
  await submit(page);
  await page.locator('li code').nth(9).waitFor();
  await page.locator('main button').last().click();
};

/** The yearly declaration of whoever acts on cases. */
const declare = async (page: Page): Promise<void> => {
  await page.goto('/interests');
  await page.getByRole('button', { name: '确认无遗漏……' }).click();
  await press(page, '确认无遗漏');
  await closed(page);
};

/** What the candidate’s home says is missing. */
const missing = (kind: string) => at.get('candidate')!.page.locator(`main li[data-missing=${kind}]`);

/** What the operator does for one of the staff, and they with it: a link, a password, the log-in. */
const comeIn = async (who: Who): Promise<Desk> => {
  const { email } = staff[who];
  const said = await place.command('staff-link', [
    '--email',
    email,
    '--for',
    'password',
    '--reason',
    'First day: came to the office in person.',
  ]);
  const desk = await sit();
  await desk.page.goto(new URL(/https?:\S+\/link\/\S+/.exec(said)![0]).pathname);
  await desk.page.locator('input[name=password]').fill(password);
  await submit(desk.page);
  await desk.page.waitForURL('**/log-in');
  await logIn(desk, { email, password });
  at.set(who, desk);
  return desk;
};

step('two administrators are made by command, log in and set up two-step log-in', async () => {
  for (const email of admins) {
    const words = ['--email', email, '--name', email.split('@')[0]!];
    expect(await place.command('admin-create', words, `${password}\n`)).toContain('is an administrator');
    const desk = await sit();
    await logIn(desk, { email, password });
    await setUpFactor(desk);
    at.set(email, desk);
  }
});

step('an institution is registered, and everybody on the staff gets an account', async () => {
  const { page } = at.get(admins[0])!;
  await page.goto('/admin/institutions');
  await page.getByRole('button', { name: '登记机构' }).click();
  await dialog(page).getByLabel('中文名称').fill(house);
  await dialog(page).getByLabel('英文名称').fill('Nine Chapters Academy');
  await press(page, '登记机构');
  await closed(page);
  for (const { name, email, role } of Object.values(staff)) {
    await page.goto('/admin');
    await page.getByRole('button', { name: '新建账号' }).click();
    await dialog(page).getByRole('textbox', { name: '姓名' }).fill(name);
    await dialog(page).getByRole('textbox', { name: '邮箱' }).fill(email);
    await dialog(page)
      .getByRole('checkbox', { name: new RegExp(`^${role}`) })
      .check();
    if (role === '机构管理员')
      await dialog(page).getByLabel('机构', { exact: true }).selectOption({ label: house });
    await press(page, '新建账号');
    await dialog(page).getByText(email).first().waitFor();
  }
  await picture(page, 'first-day-people');
});

step('the second administrator agrees to the certifier', async () => {
  const { page } = at.get(admins[1])!;
  await page.goto('/admin');
  await page.getByRole('button', { name: `处理${staff.certifier.name}的任命建议` }).click();
  await dialog(page).locator('textarea').fill('资格证明已核对，同意担任评定员。');
  await press(page, '同意任命');
  await closed(page);
});

step(
  'the staff come in by links of the operator, declare their interests, and the certifier sets up two-step log-in',
  async () => {
    for (const who of Object.keys(staff) as Who[]) {
      const desk = await comeIn(who);
      if (who === 'certifier') await setUpFactor(desk);
      if (who !== 'manager') await declare(desk.page);
    }
  },
);

step('a session is scheduled and given to the registrar', async () => {
  const { page } = at.get(admins[0])!;
  await page.goto('/admin/sessions');
  await page.getByRole('button', { name: '安排场次' }).click();
  await dialog(page).locator('select').first().selectOption({ label: '大模型应用开发工程师 · 初级' });
  await dialog(page).getByLabel('中文名称').fill(session);
  await dialog(page).getByLabel('英文名称').fill('First session');
  const now = String(
    await page.evaluate(
      'new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16)',
    ),
  );
  await dialog(page).getByLabel('开放时间').fill(now);
  await dialog(page).getByLabel('考点').fill('认证中心一号楼');
  await dialog(page).locator('footer button').last().click();
  await closed(page);
  await page.getByRole('link', { name: session }).click();
  await page.getByRole('button', { name: new RegExp(`指定“${session}”的考务人员`) }).click();
  await dialog(page).getByRole('checkbox', { name: staff.registrar.name }).check();
  await press(page, '指定');
  await closed(page);
});

let link: string;
step('the manager makes a cohort, brings a roster in, and takes the links along', async () => {
  const { page } = at.get('manager')!;
  await page.goto('/institution');
  await page.getByRole('button', { name: '新建班级' }).first().click();
  await dialog(page).getByLabel('班级名称').fill(cohort);
  await dialog(page).getByLabel('场次').selectOption({ label: session });
  await dialog(page).locator('footer button').last().click();
  await page.getByRole('heading', { level: 1, name: cohort }).waitFor();
  await page.locator('a[href$="/import"]').first().click();
  await page.locator('textarea').fill(`邮箱,姓名,学号\n${candidate.email},${candidate.name},2026001`);
  await page.getByRole('button', { name: '核对名单' }).click();
  await page.getByRole('button', { name: '邀请1人' }).click();
  await page.getByText('已受理1个邮箱。').waitFor();
  await page.getByRole('link', { name: '查看班级' }).click();
  await page.getByRole('heading', { level: 1, name: cohort }).waitFor();
  await page.getByRole('button', { name: '更多', exact: true }).click();
  await page.getByRole('menuitem', { name: /可转交的链接/ }).click();
  const file = page.waitForEvent('download');
  await dialog(page).locator('footer button').last().click();
  const sheet = await readFile((await (await file).path())!, 'utf8');
  link = /https?:\S+?\/invitation\/[\w-]+/.exec(sheet)![0];
  await closed(page);
});

step(
  'the candidate takes the seat, and the registrar, who saw papers and mailbox, confirms the address',
  async () => {
    const desk = await sit();
    at.set('candidate', desk);
    await desk.page.goto(new URL(link).pathname);
    await desk.page.locator('input[type=password]').first().fill(password);
    await submit(desk.page);
    await desk.page.waitForURL('**/candidate');
    await missing('address').waitFor();
    const { page } = at.get('registrar')!;
    await page.goto('/addresses');
    await page.getByRole('button', { name: new RegExp(candidate.name) }).click();
    await dialog(page).locator('input[type=radio]').first().check();
    await dialog(page).locator('textarea').fill('居民身份证，本人在手机上出示邮箱。');
    await dialog(page).locator('footer button').last().click();
    await closed(page);
  },
);

step('the candidate signs the application and confirms the names', async () => {
  const { page } = at.get('candidate')!;
  await page.reload();
  await missing('application').locator('button').click();
  await dialog(page).locator('input[name=name]').fill(candidate.name);
  await dialog(page).locator('button[type=submit]').click();
  await missing('application').waitFor({ state: 'detached' });
  await missing('names').locator('button').click();
  await dialog(page).locator('input[name=latinName]').fill('Lin Zhixing');
  await dialog(page).locator('button[type=submit]').click();
  await missing('names').waitFor({ state: 'detached' });
  await picture(page, 'first-day-missing');
});

step('the registrar sees the papers at the door, and the candidate may begin', async () => {
  const { page } = at.get('registrar')!;
  await page.goto('/desk');
  await page.locator('main select').first().selectOption({ index: 1 });
  const row = page.locator('tr', { hasText: candidate.email });
  await row.locator('button').first().click();
  await eventually(async () => (await row.locator('button').count()) === 1);
  const { page: own } = at.get('candidate')!;
  await own.reload();
  await own.locator('main a[href^="/exam/start/"]').waitFor();
});

step('the candidate sits the exam, works in the lab and submits the portfolio', async () => {
  const { page } = at.get('candidate')!;
  const { items } = await beginExam(page);
  await answerAll(page, items, 8);
  await handInExam(page);
  await openLab(page);
  await solveLab(page);
  await handInLab(page);
  await submitPortfolio(page);
  expect(partOf(await readEntry(page), 'portfolio').state).toBe('in-review');
});

step('two assessors mark, and the certifier decides', async () => {
  for (const who of ['assessor1', 'assessor2'] as const) {
    const { page } = at.get(who)!;
    await eventually(async () => {
      await page.goto('/reviews');
      await page.getByTestId('left-count').or(page.getByText('还没有分配给您的成果材料')).first().waitFor();
      return (await page.getByTestId('left-count').count()) === 1;
    }, 60_000);
    await markFirstScript(page, 3);
  }
  const { page } = at.get('certifier')!;
  await eventually(async () => {
    const answer = await page.request.get('/api/decisions/undecided?list=clear');
    return ((await answer.json()) as { rows: unknown[] }).rows.length === 1;
  });
  await decide(page, candidate.name, 'grant', '三项成绩齐全，证据一致，按规则授予。');
});

step('the candidate reads the result with its certificate, and anybody verifies it', async () => {
  const { page } = at.get('candidate')!;
  await page.goto(`/result/${(await readEntry(page)).id}`);
  await page.locator('h1').filter({ hasText: '2' }).waitFor();
  await picture(page, 'first-day-result');
  const href = await page.locator('a[href^="/verify/"]').first().getAttribute('href');
  const { page: other } = await sit();
  await other.goto(href!);
  await other.locator('article').filter({ hasText: candidate.name }).waitFor();
  await other.locator('#verify-state').filter({ hasText: /有效/ }).waitFor();
});

step('the log-in asks for the code, and the trail holds', async () => {
  const desk = await sit();
  const { page } = desk;
  await page.goto('/log-in');
  await page.locator('input[type=email]').fill(staff.certifier.email);
  await page.locator('input[type=password]').fill(password);
  await submit(page);
  await page.locator('input[name=code]').waitFor();
  expect(await place.command('verify-trail', [])).toMatch(/ 0 faults\.[^]*Newest seal: \d+:[0-9a-f]{64}/);
});
