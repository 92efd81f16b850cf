import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@ennead/testing';
import Docker from 'dockerode';
import { Client } from 'pg';
import { connectionLost, type Desk } from './harness/browser.ts';
import { openHouse, type House } from './harness/open-house.ts';
import { beginExam, handInExam } from './harness/sit-exam.ts';
import { openLab, terminalShows, typeInTerminal } from './harness/work-in-lab.ts';

let house: House;
let desk: Desk;
let labSessionId: string;

/** A candidate whose exam is over, in the lab. */
beforeAll(async () => {
  house = await openHouse();
  desk = await house.person('candidate1');
  // Each of these steps takes something away from under the page.
  desk.foresee(connectionLost);
  await beginExam(desk.page);
  await handInExam(desk.page);
  labSessionId = await openLab(desk.page);
}, 240_000);
afterAll(() => house?.close(), 60_000);

const query = async <Row>(sql: string): Promise<Row[]> => {
  const client = new Client({ connectionString: house.ennead.databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql, [labSessionId])).rows as Row[];
  } finally {
    await client.end();
  }
};

const machineId = async (): Promise<string> => {
  const [row] = await query<{ machine_id: string }>('SELECT machine_id FROM lab_session WHERE id = $1');
  return row!.machine_id;
};

/** What the newest snapshot in the database holds. */
const storedPaths = async (): Promise<string[]> => {
  const [row] = await query<{ tree: { path: string }[] }>(
    'SELECT tree FROM lab_snapshot WHERE lab_session_id = $1 ORDER BY sequence DESC LIMIT 1',
  );
  return row!.tree.map(({ path }) => path);
};

it('brings the files back when the container is killed', async () => {
  await typeInTerminal(desk.page, 'echo kept > kept.txt');
  await eventually(async () => (await storedPaths()).includes('kept.txt'), 12_000);
  const dead = await machineId();
  await new Docker().getContainer(dead).kill();
  await eventually(async () => (await machineId()) !== dead, 30_000);
  await desk.page
    .getByText(/恢复到/)
    .first()
    .waitFor();
  await typeInTerminal(desk.page, 'cat kept.txt | tr a-z A-Z');
  await terminalShows(desk.page, 'KEPT');
}, 120_000);

it('finds the terminal as it was when the lab host was killed', async () => {
  await typeInTerminal(desk.page, 'MARK=still; clear');
  const before = await machineId();
  await house.ennead.runner.kill();
  await house.ennead.runner.start();
  await eventually(async () => {
    await typeInTerminal(desk.page, 'echo $MARK-here');
    await terminalShows(desk.page, 'still-here', 3_000);
    return true;
  }, 60_000);
  expect(await machineId()).toBe(before);
}, 120_000);

it('goes on when the server was killed', async () => {
  await house.ennead.api.kill();
  await house.ennead.api.start();
  await eventually(async () => {
    await typeInTerminal(desk.page, 'echo back-$((40+2))');
    await terminalShows(desk.page, 'back-42', 3_000);
    return true;
  }, 60_000);
  expect(desk.faults).toEqual([]);
}, 120_000);

it('offers to begin anew when the code of the editor did not come whole', async () => {
  const { page } = desk;
  desk.foresee(/ERR_FAILED/);
  await page.route('**/assets/editor.api-*.js', (route) => route.abort());
  await page.reload();
  const again = page.getByRole('alert').getByRole('button', { name: '重新加载' });
  await again.waitFor();
  await page.unroute('**/assets/editor.api-*.js');
  await again.click();
  await page.locator('.monaco-editor').first().waitFor({ state: 'attached' });
}, 120_000);
