import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView, Problem, SamePersonNoted } from '@ennead/contracts';
import { SamePerson, type Person } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { untilBlocked } from './harness/until-blocked.ts';
import { aCandidate, sessionNow, type Candidate } from './tries-harness.ts';

let api: TestApi;
let registrar: Client;
let another: Client;
let administrator: Client;
beforeAll(async () => {
  api = await startApi();
  ({ client: registrar } = await logInAs(api, { roles: ['registrar'] }));
  ({ client: another } = await logInAs(api, { roles: ['registrar'] }));
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
}, 60_000);
afterAll(() => api?.close());

const reason = 'The same identity card was shown for both, at the desk.';
type Pair = { readonly kept: Candidate; readonly other: Candidate };
type Answered = Awaited<ReturnType<Client['post']>>;

/** An account of the staff that may enter as well, so that neither is closed, and a candidate's. */
const aPair = async (): Promise<Pair> => ({
  kept: await logInAs(api, { roles: ['assessor', 'candidate'] }),
  other: await aCandidate(api),
});
const note = async ({ kept, other }: Pair): Promise<string> => {
  const body = { keep: kept.person.email, other: other.person.email, reason };
  const answer = await registrar.post('/api/same-people', body).expect(201);
  expect(answer.body as SamePersonNoted).toEqual({ waits: true });
  return (await api.db.manager.findOneByOrFail(SamePerson, { otherId: other.person.id })).id;
};
const agree = (id: string, by: Client = another) => by.post(`/api/same-people/${id}/agree`, { reason });
const enter = ({ client }: Candidate, { id }: ExamSessionView) =>
  client.post(`/api/sessions/${id}/entries`, { wait: false });

/** Holds what all of them come to, until each waits for it or for one that was sent before it; then lets go. */
const atOnce = async (
  hold: (manager: EntityManager) => Promise<unknown>,
  ...sends: (() => ReturnType<Client['post']>)[]
): Promise<Answered[]> => {
  const answers: Promise<Answered>[] = [];
  await api.db.transaction(async (manager) => {
    await hold(manager);
    for (const [before, send] of sends.entries()) {
      answers.push(send().then((answer) => answer));
      await untilBlocked(api.db, before + 1);
    }
  });
  return Promise.all(answers);
};
/** Everybody may still look who is entered, and nobody enters. */
const entering = (manager: EntityManager) => manager.query('LOCK TABLE entry IN SHARE MODE');
const personOf =
  ({ id }: Person) =>
  (manager: EntityManager) =>
    manager.query('SELECT FROM person WHERE id = $1 FOR UPDATE', [id]);
const said = (answers: Answered[]) =>
  answers.map(({ status, body }) => `${status} ${(body as Problem | undefined)?.code ?? ''}`.trim()).sort();
const openOf = async ({ kept, other }: Pair): Promise<number> => {
  const [{ many }] = await api.db.query(
    `SELECT count(*)::int AS many FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE enrolment.candidate_id IN ($1, $2) AND entry.state = 'entered'`,
    [kept.person.id, other.person.id],
  );
  return many;
};

describe('two accounts of one person', () => {
  it('that enter the same cell at once have one entry between them', async () => {
    const pair = await aPair();
    await agree(await note(pair)).expect(204);
    const [one, two] = [await sessionNow(api), await sessionNow(api)];
    const answers = await atOnce(
      entering,
      () => enter(pair.kept, one),
      () => enter(pair.other, two),
    );
    expect(said(answers)).toEqual(['201', '409 TRY_OPEN_ELSEWHERE']);
    expect(await openOf(pair)).toBe(1);
  });

  it('are not agreed to be so while the second one enters beside the first', async () => {
    const pair = await aPair();
    const id = await note(pair);
    await enter(pair.other, await sessionNow(api)).expect(201);
    const session = await sessionNow(api);
    const answers = await atOnce(
      entering,
      () => enter(pair.kept, session),
      () => agree(id),
    );
    expect(said(answers)).toEqual(['201', '409 SAME_PERSON_TWO_OPEN']);
    const { holds } = await api.db.manager.findOneByOrFail(SamePerson, { id });
    expect([holds, await openOf(pair)]).toEqual([false, 2]);
  });
});

describe('a note', () => {
  it('that one agrees to and another turns down at once has one answer', async () => {
    const pair = await aPair();
    const id = await note(pair);
    const answers = await atOnce(
      personOf(pair.kept.person),
      () => agree(id),
      () => administrator.post(`/api/same-people/${id}/turn-down`, { reason }),
    );
    expect(said(answers)).toEqual(['204', '404 NOT_FOUND']);
  });

  it('that two end at once ends once', async () => {
    const pair = await aPair();
    const id = await note(pair);
    await agree(id).expect(204);
    const end = (by: Client) => () => by.post(`/api/same-people/${id}/end`, { reason });
    const answers = await atOnce(personOf(pair.kept.person), end(another), end(administrator));
    expect(said(answers)).toEqual(['204', '404 NOT_FOUND']);
  });

  it('of the same two that two make at once is made once', async () => {
    const pair = await aPair();
    const body = { keep: pair.kept.person.email, other: pair.other.person.email, reason };
    const make = (by: Client) => () => by.post('/api/same-people', body);
    const answers = await atOnce(personOf(pair.kept.person), make(registrar), make(another));
    expect(said(answers)).toEqual(['201', '409 SAME_PERSON_WAITS']);
  });
});
