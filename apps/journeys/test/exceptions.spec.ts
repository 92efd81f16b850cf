import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { refusedWith } from './harness/browser.ts';
import { expectAccessible } from './harness/expect-accessible.ts';
import { openHouse, type House } from './harness/open-house.ts';

let house: House;
let owner: Client;

beforeAll(async () => {
  house = await openHouse();
  owner = new Client({ connectionString: house.ennead.databaseUrl });
  await owner.connect();
}, 240_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
}, 60_000);

it('an administrator is offered to ask for an exception where the session refuses them, and not before', async () => {
  const desk = await house.person('admin');
  const { page } = desk;
  const { rows } = await owner.query<{ id: string }>(
    `WITH tied AS (
       SELECT person.id, entry.exam_session_id, enrolment.candidate_id FROM person, entry
       JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN exam_session ON exam_session.id = entry.exam_session_id
       WHERE 'administrator' = ANY (person.roles) AND entry.state = 'entered' LIMIT 1),
     declared AS (INSERT INTO interest_declaration (person_id) SELECT id FROM tied),
     said AS (INSERT INTO interest (person_id, tie, candidate_id, note) SELECT id, 'colleague', candidate_id, '' FROM tied)
     SELECT exam_session_id AS id FROM tied`,
  );
  await page.goto(`/admin/sessions/${rows[0]!.id}`);
  const offer = page.getByRole('button', { name: '申请例外……' });
  const dialog = page.locator('dialog[open]');
  const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: /的考务人员……$/ }).click();
  await dialog.getByRole('button', { name: '指定', exact: true }).waitFor();
  expect(await offer.count()).toBe(0);
  desk.foresee(refusedWith(403));
  await press('指定');
  await offer.waitFor();
  await expectAccessible(page);
  await offer.click();
  await dialog.locator('textarea').fill('通知发出之前没有其他管理员可以办理。');
  await press('提出申请');
  await dialog.waitFor({ state: 'detached' });
  const { rows: asked } = await owner.query('SELECT act, state FROM bar_exception');
  expect(asked).toEqual([{ act: 'arrange', state: 'asked' }]);
  await desk.context.close();
}, 120_000);
