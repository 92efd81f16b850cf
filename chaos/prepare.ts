import type { AttemptView, ExamSessionView } from '@ennead/contracts';
import { seededRandom, type Random } from '@ennead/domain';
import type { Entry, Person } from '@ennead/persistence';
import { enrol, moveDeadline, openSession, sit } from '../apps/api/test/attempts-harness.ts';
import { aScoredCase } from '../apps/api/test/certification-harness.ts';
import type { Client } from '../apps/api/test/harness/client.ts';
import { logInAs } from '../apps/api/test/harness/people.ts';
import { startApi, type TestApi } from '../apps/api/test/harness/start-api.ts';

/** Somebody with what a request of theirs has to carry, whichever server it goes to. */
export type Somebody = { readonly person: Person; readonly headers: Readonly<Record<string, string>> };

export type Sitter = Somebody & {
  readonly attemptId: string;
  readonly entryId: string;
  readonly writer: number;
  readonly items: AttemptView['items'];
  /** How it ends: handed in while everything falls, by the clock meanwhile, or not at all. */
  readonly ends: 'handed-in' | 'over' | 'open';
};
export type LabWorker = Somebody & { readonly entryId: string; readonly partId: string };

export type Prepared = Pick<TestApi, 'db' | 'database'> & {
  readonly sitters: readonly Sitter[];
  readonly labWorkers: readonly LabWorker[];
  readonly certifiers: readonly Somebody[];
  /** Entries whose decision is due. */
  readonly due: readonly string[];
  close(): Promise<void>;
};

const sitterCount = 18;
const labWorkerCount = 3;
const dueCount = 16;

/** Everybody and everything that there is to do, made by a server that is gone before anything is killed. */
export const prepare = async (seed: string): Promise<Prepared> => {
  const random = seededRandom(seed, 'prepare');
  const api = await startApi();
  const session = await openSession(api);
  const sitters: Sitter[] = [];
  for (let count = 0; count < sitterCount; count += 1)
    sitters.push(await makeSitter(api, session, count, random));
  const labWorkers: LabWorker[] = [];
  for (let count = 0; count < labWorkerCount; count += 1) labWorkers.push(await makeLabWorker(api, session));
  const due: string[] = [];
  for (let count = 0; count < dueCount; count += 1) due.push((await aScoredCase(api, session)).entry.id);
  const certifiers = [
    await somebody(await logInAs(api, { roles: ['certifier'] })),
    await somebody(await logInAs(api, { roles: ['certifier'] })),
  ];
  await api.app.close();
  await api.work.close();
  const { db, database } = api;
  // Connections break with the database; whoever asks next gets a new one.
  (db.driver as unknown as { master: NodeJS.EventEmitter }).master.on('error', () => {});
  const close = async () => {
    await db.destroy();
    await database.drop();
  };
  return { db, database, sitters, labWorkers, certifiers, due, close };
};

const somebody = async ({ client, person }: { client: Client; person: Person }): Promise<Somebody> => ({
  person,
  headers: { cookie: await client.cookie(), 'x-csrf-token': client.csrfToken },
});

const makeSitter = async (
  api: TestApi,
  session: ExamSessionView,
  count: number,
  random: Random,
): Promise<Sitter> => {
  const sitting = await sit(api, session);
  const ends = (['handed-in', 'over', 'open'] as const)[count % 3]!;
  if (ends === 'over') await moveDeadline(api.db, sitting.id, 45 + random(30));
  return {
    ...(await somebody(sitting)),
    attemptId: sitting.id,
    entryId: sitting.entry.id,
    writer: sitting.writer,
    items: sitting.view.items,
    ends,
  };
};

const makeLabWorker = async (api: TestApi, session: ExamSessionView): Promise<LabWorker> => {
  const candidate = await logInAs(api);
  const entry: Entry = await enrol(api.db, candidate.person, session);
  const part = session.parts.find(({ kind }) => kind === 'lab')!;
  return { ...(await somebody(candidate)), entryId: entry.id, partId: part.id };
};
