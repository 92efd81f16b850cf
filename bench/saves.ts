import { Agent, request } from 'node:http';
import { freePort } from '@ennead/provision';
import { makeDataSource } from '@ennead/persistence';
import { aSave, openSession, sit, type Sitting } from '../apps/api/test/attempts-harness.ts';
import { startApiProcess } from '../apps/api/test/attempts-processes.ts';
import { createTestDatabase } from '../apps/api/test/harness/create-database.ts';
import { testVariables } from '../apps/api/test/harness/test-settings.ts';
import { describeRatio, describeSeries, type Series } from './figures.ts';
import { measureUpserts } from './pgbench.ts';

const clients = 32;
const seconds = 5;
const runs = 3;

/**
 * Durable acknowledged saves a second through the whole server (log-in, CSRF, validation, one transaction), one
 * answer a request, beside PostgreSQL's own load generator doing single-row durable upserts with as many clients.
 */
export const benchSaves = async (): Promise<void> => {
  const database = await createTestDatabase();
  const port = await freePort();
  const variables = { ...testVariables(database.appUrl, port), NODE_ENV: 'production' };
  const server = await startApiProcess({ ...variables, PUBLIC_URL: `http://127.0.0.1:${port}` });
  const db = await makeDataSource(database.ownerUrl, 2).initialize();
  try {
    const api = { url: `http://127.0.0.1:${port}`, db };
    const session = await openSession(api);
    const pages: Page[] = [];
    for (let each = 0; each < clients; each += 1) pages.push(await openPage(api, await sit(api, session)));

    const floor = await measureUpserts(database.ownerUrl, { clients, seconds, runs });
    const [rates, latencies]: [number[], number[]] = [[], []];
    for (let each = 0; each < runs; each += 1) {
      const took = (await Promise.all(pages.map((page) => saveFor(page, seconds * 1000)))).flat();
      rates.push(took.length / seconds);
      latencies.push(...took);
    }
    report(rates, latencies, floor);
  } finally {
    await server.kill();
    await db.destroy();
    await database.drop();
  }
};

const report = (rates: number[], latencies: number[], floor: number[]): void => {
  const saves: Series = { name: 'acknowledged saves', unit: '/s', values: rates };
  const upserts: Series = { name: 'floor: pgbench durable upserts', unit: '/s', values: floor };
  console.log(
    `\nSaving answers (${clients} candidates at once, ${runs} runs of ${seconds} s, load generator on the same machine)`,
  );
  console.log(describeSeries(upserts));
  console.log(describeSeries(saves));
  console.log(
    describeSeries({ name: 'a save, from sending to acknowledgement', unit: 'ms', values: latencies }),
  );
  console.log(describeRatio('saves', saves, upserts));
};

type Page = { sitting: Sitting; url: URL; headers: Record<string, string>; agent: Agent; sequence: number };

const openPage = async (api: { url: string }, sitting: Sitting): Promise<Page> => ({
  sitting,
  url: new URL(`/api/attempts/${sitting.id}/saves`, api.url),
  headers: {
    cookie: await sitting.client.cookie(),
    'x-csrf-token': sitting.client.csrfToken,
    'content-type': 'application/json',
  },
  agent: new Agent({ keepAlive: true, maxSockets: 1 }),
  sequence: 0,
});

/** Saves one answer after another, as fast as they are acknowledged. @returns milliseconds of each */
const saveFor = async (page: Page, durationMs: number): Promise<number[]> => {
  const until = performance.now() + durationMs;
  const took: number[] = [];
  const { items } = page.sitting.view;
  while (performance.now() < until) {
    const begun = performance.now();
    page.sequence += 1;
    const save = aSave(items[page.sequence % items.length]!, page.sequence);
    await post(page, JSON.stringify({ writer: page.sitting.writer, saves: [save] }));
    took.push(performance.now() - begun);
  }
  return took;
};

const post = (page: Page, body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { url, agent } = page;
    const headers = { ...page.headers, 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve()
          : reject(new Error(`a save was answered with ${answer.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
