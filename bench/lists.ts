import { Agent, request } from 'node:http';
import { freePort } from '@ennead/provision';
import { makeDataSource } from '@ennead/persistence';
import { hashPassword } from '../apps/api/src/modules/identity/passwords.ts';
import { openSession } from '../apps/api/test/attempts-harness.ts';
import { startApiProcess } from '../apps/api/test/attempts-processes.ts';
import type { Client } from '../apps/api/test/harness/client.ts';
import { createTestDatabase } from '../apps/api/test/harness/create-database.ts';
import { anInstitution, logInAs } from '../apps/api/test/harness/people.ts';
import { testVariables } from '../apps/api/test/harness/test-settings.ts';
import { meterCpuTime } from './cpu-time.ts';
import { describeSeries, percentile, type Series } from './figures.ts';
import { analyse, seedEntries } from './seed-entries.ts';

const usualSizes = [500, 5_000];
const warmUp = 5;
/** Each round of a size that nobody has takes many seconds. */
const roundsOf = (enrolments: number) => (enrolments > 10_000 ? 10 : 40);
const inARow = 20;
const mostMs = 300;

/**
 * The first page of each long list over HTTP, one request after another and each list in turn, with two tries an
 * enrolment; beside `/health/ready`, which asks the same server for one `SELECT 1` of the database and a ping of Redis.
 * Then the CPU time that one answer takes of server and database, over a row of each.
 *
 * @param sizes enrolments; none: the usual ones
 */
export const benchLists = async (sizes: readonly number[]): Promise<void> => {
  for (const enrolments of sizes.length > 0 ? sizes : usualSizes)
    await benchSize(enrolments, (enrolments * 2) / 5);
};

const benchSize = async (enrolments: number, members: number): Promise<void> => {
  const database = await createTestDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const variables = { ...testVariables(database.appUrl, port), NODE_ENV: 'production', PUBLIC_URL: url };
  const server = await startApiProcess(variables);
  const db = await makeDataSource(database.ownerUrl, 2).initialize();
  const databaseName = new URL(database.ownerUrl).pathname.slice(1);
  try {
    const api = { url, db };
    const institution = await anInstitution(db);
    const certifier = await logInAs(api, { roles: ['certifier'] });
    const cohortId = await seedEntries(db, {
      enrolments,
      members,
      institutionId: institution.id,
      sessions: [await openSession(api), await openSession(api)],
      certifierId: certifier.person.id,
      passwordHash: await hashPassword('nobody logs in with this'),
    });
    await analyse(db);
    const assessor = await logInAs(api, { roles: ['certifier', 'assessor'] });
    const manager = await logInAs(api, { roles: ['manager'], institutionId: institution.id });
    const administrator = await logInAs(api, { roles: ['administrator'] });
    const members100 = `/api/cohorts/${cohortId}/members`;
    const lists = await Promise.all(
      [
        ['floor: SELECT 1 and a ping (/health/ready)', administrator.client, '/health/ready'],
        ['decision queue: how many in each list', certifier.client, '/api/decisions/queue'],
        ['decision queue: ready', certifier.client, '/api/decisions/undecided?list=clear'],
        [
          'decision queue: ready, by name',
          assessor.client,
          '/api/decisions/undecided?list=clear&sort=candidate',
        ],
        ['decision queue: near a line', certifier.client, '/api/decisions/undecided?list=nearBoundary'],
        ['decision queue: blocked', certifier.client, '/api/decisions/undecided?list=blocked'],
        ['decision queue: above its scores', certifier.client, '/api/decisions/above-scores'],
        ['decision queue: decided', certifier.client, '/api/decisions/decided'],
        [`cohort of ${members}: its page`, manager.client, `/api/cohorts/${cohortId}`],
        [`cohort of ${members}: members`, manager.client, members100],
        [`cohort of ${members}: scored, by lab`, manager.client, `${members100}?exam=scored&sort=-lab`],
        [`cohort of ${members}: all as CSV`, manager.client, `/api/cohorts/${cohortId}/export.csv`],
        ['people', administrator.client, '/api/people'],
        ['people: by name, last page', administrator.client, '/api/people?sort=name&page=1000000'],
        ['people: by words', administrator.client, `/api/people?q=${encodeURIComponent('王 bench')}`],
      ].map(async ([name, client, path]) => {
        const cookie = await (client as Client).cookie();
        return { name: name as string, url: new URL(path as string, url), cookie, took: [] as number[] };
      }),
    );
    const rounds = roundsOf(enrolments);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let round = 0; round < warmUp + rounds; round += 1)
      for (const list of lists) {
        const took = await time(agent, list.url, list.cookie);
        if (round >= warmUp) list.took.push(took);
      }
    const costs: string[] = [];
    const cpuTime = meterCpuTime(server.pid, databaseName);
    for (const list of lists) {
      const before = cpuTime();
      for (let count = 0; count < inARow; count += 1) await time(agent, list.url, list.cookie);
      const after = cpuTime();
      const each = (part: 'server' | 'database') => ((after[part] - before[part]) / inARow).toFixed(1);
      costs.push(
        `  ${list.name.padEnd(46)} server ${each('server')}  database ${each('database')} ms of CPU`,
      );
    }
    agent.destroy();
    console.log(
      `\nLists at ${enrolments} enrolments with two tries each (${rounds} requests each, in turn, after ${warmUp})`,
    );
    const series = lists.map(({ name, took }): Series => ({ name, unit: 'ms', values: took }));
    series.forEach((one) => console.log(describeSeries(one)));
    const slow = series.filter(({ values }) => percentile(values, 0.95) > mostMs);
    console.log(`  CPU an answer, mean of ${inARow} in a row, counted in hundredths of a second`);
    costs.forEach((cost) => console.log(cost));
    console.log(`  over ${mostMs} ms at p95: ${slow.map(({ name }) => name).join(', ') || 'none'}`);
  } finally {
    await server.kill();
    await db.destroy();
    await database.drop();
  }
};

/** @returns milliseconds from sending to the last byte */
const time = (agent: Agent, url: URL, cookie: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const sent = request(url, { agent, headers: { cookie } }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(performance.now() - begun)
          : reject(new Error(`${url.pathname} was answered with ${answer.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
