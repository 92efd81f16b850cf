import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Refusal,
  type ExamSessionView,
  type DimensionCode,
  type FreeSittingsView,
  type SessionToEnter,
} from '@ennead/contracts';
import { Enrolment, readClock, type Entry } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { findSessionFor } from '../src/modules/tries/find-session-for.ts';
import { judgeDoor, refuseEntering } from '../src/modules/tries/judge-door.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { aCandidate, decidedTry, enter, failing, mine, sessionNow, type Candidate } from './tries-harness.ts';

/** What can be carried is the lab: see `failing`. */
const choices: DimensionCode[][] = [[], ['skills']];
const reason = 'The exam hall lost its network.';
let api: TestApi;
let certifier: Client;
let administrator: Client;
let candidate: Candidate;
let entry: Entry;
/** By what is to be seen of each. */
let sessions: Record<string, ExamSessionView>;

const shut = (session: ExamSessionView, kinds: string[], when = `- interval '1 minute'`) =>
  api.db.query(
    `UPDATE session_part SET closes_at = clock() ${when} WHERE exam_session_id = $1 AND kind = ANY ($2)`,
    [session.id, kinds],
  );

beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
  candidate = await aCandidate(api);
  const first = await sessionNow(api, 60);
  ({ entry } = await decidedTry(api, certifier, candidate, failing, first));
  await shiftClock(api.db, '15 days');
  sessions = {
    entered: first,
    open: await sessionNow(api),
    closing: await sessionNow(api, 1),
    over: await sessionNow(api, 2),
    'without its lab': await sessionNow(api),
    'without its exam': await sessionNow(api),
    'without anything': await sessionNow(api),
    'with a lab that closes soon': await sessionNow(api),
    'of another role': await sessionNow(api),
  };
  const change = (name: string, to: string) =>
    api.db.query(`UPDATE exam_session SET ${to} WHERE id = $1`, [sessions[name]!.id]);
  await change('over', 'closes_at = clock()');
  await change('of another role', `role = 'evaluation-engineer'`);
  await shut(sessions['without its lab']!, ['lab']);
  await shut(sessions['without its exam']!, ['form']);
  await shut(sessions['without anything']!, ['form', 'lab', 'portfolio']);
  await shut(sessions['with a lab that closes soon']!, ['lab'], `+ interval '23 hours'`);
});
afterEach(() => shiftClock(api.db, '15 days'));
afterAll(() => api?.close());

/** What the door says to each session, with one of these choices; `allowed` or the code of the last refusal. */
const asked = async (carries: DimensionCode[][]): Promise<Record<string, string>> => {
  const enrolment = await api.db.manager.findOneByOrFail(Enrolment, { id: entry.enrolmentId });
  const now = await readClock(api.db);
  const come = async (examSessionId: string, carry: readonly DimensionCode[]): Promise<void> => {
    const { manager } = api.db;
    const session = await findSessionFor(manager, enrolment, examSessionId);
    refuseEntering(await judgeDoor(manager, session, { enrolment, carry, isGiven: false }, now));
  };
  const ask = async (examSessionId: string): Promise<string> => {
    let said = '';
    for (const carry of carries)
      said =
        said === 'allowed'
          ? said
          : await come(examSessionId, carry).then(
              () => 'allowed',
              (refusal: Refusal) => refusal.code,
            );
    return said;
  };
  const answers = Object.entries(sessions).map(async ([name, { id }]) => [name, await ask(id)] as const);
  return Object.fromEntries(await Promise.all(answers));
};

const offered = (offers: readonly SessionToEnter[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sessions).flatMap(([name, { id }]) => {
      const found = offers.find((one) => one.id === id);
      if (!found) return [];
      return [[name, found.entering.kind === 'allowed' ? 'allowed' : found.entering.code]];
    }),
  );

/** Nobody is told of what is not theirs or has ended. */
const outOfSight = { over: 'SESSION_NOT_OPEN_FOR_ENTRY', 'of another role': 'SESSION_OTHER_CERTIFICATION' };

const judged = {
  entered: 'SESSION_ENTERED_BEFORE',
  open: 'allowed',
  closing: 'allowed',
  'without its lab': 'PART_CLOSED',
  'without its exam': 'PART_CLOSED',
  'without anything': 'PART_CLOSED',
  'with a lab that closes soon': 'allowed',
};

const freeSittings = async ({ id }: Pick<Entry, 'id'>): Promise<SessionToEnter[]> => {
  const answer = await administrator.get(`/api/entries/${id}/free-sitting`).expect(200);
  return (answer.body as FreeSittingsView).sessions;
};

describe('the sessions that are offered are those that would be accepted', () => {
  it('for a next try, with some choice of what is carried over', async () => {
    const expected = { ...judged, 'without its lab': 'allowed' };
    expect(offered((await mine(candidate)).sessions)).toEqual(expected);
    expect(await asked(choices)).toEqual({ ...expected, ...outOfSight });
  });

  it('for a free sitting that carries nothing over', async () => {
    expect(offered(await freeSittings(entry))).toEqual(judged);
    expect(await asked([[]])).toEqual({ ...judged, ...outOfSight });
  });

  it('for a free sitting in the place of an entry that carried a score over', async () => {
    const carrying = await enter(api, candidate, ['skills'], sessions.open);
    const expected = { ...judged, open: 'SESSION_ENTERED_BEFORE', 'without its lab': 'allowed' };
    expect(offered(await freeSittings(carrying))).toEqual(expected);
    expect(await asked([['skills']])).toEqual({ ...expected, ...outOfSight });
    const give = (name: string) =>
      administrator.post(`/api/entries/${carrying.id}/free-sitting`, {
        examSessionId: sessions[name]!.id,
        reason,
      });
    for (const name of Object.keys(sessions).filter((one) => !isAllowed({ ...expected, ...outOfSight }, one)))
      expect([name, (await give(name)).status]).toEqual([name, 409]);
    await give('without its lab').expect(201);
  });
});

const isAllowed = (verdicts: Record<string, string>, name: string) => verdicts[name] === 'allowed';

describe('a session that is offered', () => {
  const find = async (name: string): Promise<SessionToEnter> =>
    (await mine(candidate)).sessions.find(({ id }) => id === sessions[name]!.id)!;

  it('says that it closes within 24 hours, and not that it closes later', async () => {
    expect([(await find('closing')).closesSoon, (await find('open')).closesSoon]).toEqual([true, false]);
    await shiftClock(api.db, '19 days 1 hour');
    expect((await find('open')).closesSoon).toBe(true);
  });

  it('says which part of it closes within 24 hours, and which has closed', async () => {
    const { closesSoon, parts } = await find('with a lab that closes soon');
    expect(closesSoon).toBe(false);
    expect(parts.filter((part) => part.closesSoon).map(({ kind }) => kind)).toEqual(['lab']);
    const { parts: shutParts } = await find('without its lab');
    expect(shutParts.filter(({ isClosed }) => isClosed).map(({ kind }) => kind)).toEqual(['lab']);
  });
});
