import { freePort } from '@ennead/provision';
import type { RosterImport } from '@ennead/contracts';
import { Entry, makeDataSource } from '@ennead/persistence';
import { openSession } from '../apps/api/test/attempts-harness.ts';
import { startApiProcess } from '../apps/api/test/attempts-processes.ts';
import { createTestDatabase } from '../apps/api/test/harness/create-database.ts';
import { visitor } from '../apps/api/test/harness/client.ts';
import { anInstitution, logInAs } from '../apps/api/test/harness/people.ts';
import { testVariables } from '../apps/api/test/harness/test-settings.ts';
import { meterCpuTime } from './cpu-time.ts';
import { describeSeries } from './figures.ts';

const people = 300;
const atOnce = 20;
const mostSec = 60;

/**
 * Three hundred people of one hall open their invitation, choose a password and take their seat, from one address, by a server
 * with its limits as they are; each opens the page, asks for the invitation and accepts it.
 *
 * @throws Error where one is refused, or has no seat
 */
export const benchHall = async (): Promise<void> => {
  const database = await createTestDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startApiProcess({
    ...testVariables(database.appUrl, port),
    NODE_ENV: 'production',
    PUBLIC_URL: url,
    RATE_LIMIT_FACTOR: '1',
  });
  const db = await makeDataSource(database.ownerUrl, 2).initialize();
  try {
    const { cohortId, tokens } = await inviteAll({ url, db });
    const latencies: number[] = [];
    const cpuTime = meterCpuTime(server.pid, new URL(database.ownerUrl).pathname.slice(1));
    const before = cpuTime();
    const began = performance.now();
    for (let from = 0; from < people; from += atOnce)
      latencies.push(
        ...(await Promise.all(tokens.slice(from, from + atOnce).map((token) => accept(url, token)))),
      );
    const took = (performance.now() - began) / 1_000;
    const after = cpuTime();
    const cpuOf = (whose: 'server' | 'database') => ((after[whose] - before[whose]) / 1_000).toFixed(1);
    const seats = await db.manager.countBy(Entry, { cohortId, state: 'entered' });
    if (seats !== people) throw new Error(`${seats} of ${people} have a seat.`);
    console.log(
      `\nAccepting invitations (${people} people from one address, ${atOnce} at once, load generator on the same machine)`,
    );
    console.log(describeSeries({ name: 'from opening the page to the seat', unit: 'ms', values: latencies }));
    console.log(
      `all of them: ${took.toFixed(1)} s; CPU: server ${cpuOf('server')} s, database ${cpuOf('database')} s`,
    );
    if (took > mostSec) console.log(`That is more than ${mostSec} s.`);
  } finally {
    await server.kill();
    await db.destroy();
    await database.drop();
  }
};

type House = Parameters<typeof logInAs>[0];

const inviteAll = async ({ url, db }: House): Promise<{ cohortId: string; tokens: string[] }> => {
  const house = await anInstitution(db);
  const { client } = await logInAs({ url, db }, { roles: ['manager'], institutionId: house.id });
  const input = { name: 'A hall', examSessionId: (await openSession({ url, db })).id };
  const { id: cohortId } = (await client.post('/api/cohorts', input).expect(201)).body as { id: string };
  const rows = Array.from({ length: people }, (_, number) => `hall-${number}@example.org,Person ${number}`);
  const csv = `email,name\n${rows.join('\n')}`;
  const roster = { csv, fileName: null, partly: false, links: true };
  const imported = await client.post(`/api/cohorts/${cohortId}/roster`, roster).expect(200);
  const { invitations } = imported.body as RosterImport;
  return { cohortId, tokens: invitations.map(({ url: link }) => new URL(link).pathname.split('/').at(-1)!) };
};

/** @returns milliseconds that it took */
const accept = async (url: string, token: string): Promise<number> => {
  const began = performance.now();
  const client = await visitor(url);
  await client.get('/api/auth/me').expect(200);
  await client.get(`/api/auth/invitations/${token}`).expect(200);
  await client.post('/api/auth/accept-invitation', { token, password: 'three unrelated words' }).expect(204);
  return performance.now() - began;
};
