import type {
  AttemptView,
  EntryCause,
  ExamSessionView,
  PartKind,
  PublicItem,
  ResponseValue,
} from '@ennead/contracts';
import { SessionDuty, type Entry, type Person } from '@ennead/persistence';
import { clearEntries } from '@ennead/testing';
import type { DataSource } from 'typeorm';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { enterSession } from '../src/modules/enrolments/enter-session.ts';

type Running = { readonly url: string; readonly db: DataSource };

const hourMs = 3_600_000;

/** What an administrator sends to open a session from an hour ago until some hours from now. */
export const aWindow = (closesInMs = 5 * hourMs) => ({
  title: { 'zh-CN': '春季考试', en: 'Spring session' },
  role: 'application-engineer',
  level: 'junior',
  opensAt: new Date(Date.now() - hourMs).toISOString(),
  closesAt: new Date(Date.now() + closesInMs).toISOString(),
});

export const openSession = async (api: Running, input: object = aWindow()): Promise<ExamSessionView> => {
  const { client } = await logInAs(api, { roles: ['administrator'] });
  return (await client.post('/api/sessions', input).expect(201)).body as ExamSessionView;
};

export const enrol = (
  db: DataSource,
  person: Person,
  session: ExamSessionView,
  cause: EntryCause = 'first',
): Promise<Entry> =>
  db.transaction(async (manager) => {
    const entered = { actorId: null, candidateId: person.id, session, cohortId: null, cause };
    const entry = await enterSession(manager, entered);
    await clearEntries(manager, entry.id);
    return entry;
  });

/** Somebody looks after a session from now on. */
export const putInCharge = (
  { manager }: DataSource,
  { id: personId }: Pick<Person, 'id'>,
  { id: examSessionId }: Pick<ExamSessionView, 'id'>,
): Promise<unknown> => manager.insert(SessionDuty, { examSessionId, personId });

/** The address of an entry's part of a kind: the first of them, unless told. */
export const partPath = (
  { id }: Pick<Entry, 'id'>,
  { parts }: Pick<ExamSessionView, 'parts'>,
  kind: PartKind,
  at = 0,
): string => {
  const part = parts.filter((one) => one.kind === kind)[at]!;
  const thing = { form: 'attempt', lab: 'lab-session', portfolio: 'portfolio' }[kind];
  return `/api/entries/${id}/parts/${part.id}/${thing}`;
};

export type Sitting = {
  readonly client: Client;
  readonly person: Person;
  readonly entry: Entry;
  readonly id: string;
  readonly view: AttemptView;
  readonly writer: number;
};

/** A candidate who has begun the exam and whose page may save. */
export const sit = async (api: Running, session: ExamSessionView): Promise<Sitting> => {
  const { client, person } = await logInAs(api);
  const entry = await enrol(api.db, person, session);
  const started = await client.post(partPath(entry, session, 'form')).expect(200);
  const { id } = started.body as { id: string };
  const view = (await client.get(`/api/attempts/${id}`).expect(200)).body as AttemptView;
  const taken = await client.post(`/api/attempts/${id}/writer`).expect(200);
  return { client, person, entry, id, view, writer: (taken.body as { writer: number }).writer };
};

/** Some answer of the right shape; not necessarily a right one. */
const anAnswer = (item: PublicItem): ResponseValue => {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return { chosen: [item.options![0]!.id] };
    case 'true-false':
      return { truth: true };
    case 'numeric':
      return { text: '42' };
    case 'short-text':
      return { text: 'an answer' };
  }
};

export const aSave = (item: PublicItem, sequence: number, flagged = false) => ({
  sequence,
  itemId: item.id,
  value: anAnswer(item),
  flagged,
});

/** Puts the deadline of an attempt at this many seconds from now; past the grace where it is under -2. */
export const moveDeadline = (db: DataSource, attemptId: string, inSec: number): Promise<unknown> =>
  db.query(
    `UPDATE attempt SET deadline_at = clock() + make_interval(secs => $2),
       started_at = least(started_at, clock() + make_interval(secs => $2)) WHERE id = $1`,
    [attemptId, inSec],
  );
