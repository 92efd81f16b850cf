import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArtefactView, DecisionView, ExamSessionView } from '@ennead/contracts';
import { AuditEvent, DecisionScore, Entry, EntryScore } from '@ennead/persistence';
import { Scores } from '@ennead/scoring';
import { enrol, partPath } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { aDraft, upload, viewOf } from './portfolios-harness.ts';
import { aCandidate, decidedTry, failing, sessionNow, type Candidate } from './tries-harness.ts';
import { whileHeld } from './while-held.ts';

let api: TestApi;
let administrator: Client;
let certifier: Client;
let second: Client;
let earlier: ExamSessionView;
let session: ExamSessionView;
/** For a free sitting and for the candidate's own next try. */
let spare: ExamSessionView;
let another: ExamSessionView;
beforeAll(async () => {
  api = await startApi({ RUNNER_URL: 'http://127.0.0.1:9' });
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: second } = await logInAs(api, { roles: ['certifier'] }));
  earlier = await sessionNow(api);
  session = await sessionNow(api);
  spare = await sessionNow(api);
  another = await sessionNow(api);
});
afterAll(() => api?.close());

type Raced = {
  readonly client: Client;
  readonly entry: Entry;
  readonly portfolioId: string;
  readonly proposalId: string;
};
const reason = 'Seen and written down on the day.';

const acts = {
  attempt: ({ client, entry }) => client.post(partPath(entry, session, 'form')),
  lab: ({ client, entry }) => client.post(partPath(entry, session, 'lab')),
  portfolio: ({ client, portfolioId }) => client.post(`/api/portfolios/${portfolioId}/submit`),
  excuse: ({ entry }) => administrator.post(`/api/entries/${entry.id}/excuse`, { reason }),
  replace: ({ entry }) =>
    administrator.post(`/api/entries/${entry.id}/free-sitting`, { examSessionId: spare.id, reason }),
  decide: ({ entry }) => certifier.post(`/api/entries/${entry.id}/decision`, grant),
  confirm: ({ proposalId }) => second.post(`/api/decisions/${proposalId}/confirm`, { reason }),
  next: ({ client, entry: { enrolmentId } }) =>
    client.post(`/api/enrolments/${enrolmentId}/entries`, { examSessionId: another.id, carry: [] }),
} satisfies Record<string, (raced: Raced) => ReturnType<Client['post']>>;
type Act = keyof typeof acts;

const beginnings: readonly Act[] = ['attempt', 'lab', 'portfolio', 'next'];
const endings: readonly Act[] = ['excuse', 'replace'];
/** Whatever ends an entry against everything, itself too. */
const pairs = endings.flatMap((end, at) =>
  [...beginnings, ...endings.slice(at)].map((other): [Act, Act] => [end, other]),
);

const begun = ['attempt.started', 'lab-session.started', 'portfolio.submitted'];
const ended = ['entry.excused', 'entry.replaced', 'entry.decided'];

/** What must hold of an entry, whoever came first. */
const expectWhole = async ({ entry: { id: entryId } }: Raced): Promise<void> => {
  const { manager } = api.db;
  const trail = await manager.find(AuditEvent, { where: { entryId }, order: { id: 'ASC' } });
  const done = trail.map(({ action }) => action);
  const end = done.findIndex((action) => ended.includes(action));
  expect(end < 0 ? [] : done.slice(end).filter((action) => begun.includes(action))).toEqual([]);
  const { state, firstSatAt } = await manager.findOneByOrFail(Entry, { id: entryId });
  const isBegun = done.some((action) => begun.includes(action));
  if (isBegun) expect(firstSatAt).not.toBeNull();
  if (state === 'excused') expect([firstSatAt, isBegun]).toEqual([null, false]);
  const granted: { id: string }[] = await api.db.query(
    `SELECT id FROM decision WHERE entry_id = $1 AND state = 'effective' AND outcome = 'grant'`,
    [entryId],
  );
  expect(granted.length).toBe(done.includes('entry.decided') ? 1 : 0);
  if (granted.length === 0) return;
  expect(state).toBe('decided');
  const restsOn = await manager.findBy(DecisionScore, { decisionId: granted[0]!.id });
  const counting = await manager.findBy(EntryScore, { entryId });
  const idsOf = (rows: { scoreId: string }[]) => rows.map(({ scoreId }) => scoreId).sort();
  expect(idsOf(restsOn)).toEqual(idsOf(counting));
};

const race = async (raced: Raced, one: Act, other: Act): Promise<void> => {
  const answers = await Promise.all([acts[one](raced), acts[other](raced)]);
  const faults = answers.filter(({ status }) => status >= 500).map(({ body }) => body as object);
  expect(faults).toEqual([]);
  await expectWhole(raced);
};

/** A candidate with everything ready to begin and nothing begun. */
const ready = async (): Promise<Raced> => {
  const { client, person } = await aCandidate(api);
  const entry = await enrol(api.db, person, session);
  const portfolio = await viewOf({ client, entry, session });
  const added = await upload({ client, portfolio }, 'report.md', '# Report\n').expect(201);
  const draft = aDraft(portfolio, [(added.body as ArtefactView).id]);
  await client.put(`/api/portfolios/${portfolio.id}/draft`, draft).expect(200);
  return { client, entry, portfolioId: portfolio.id, proposalId: '' };
};

/** A candidate whose first try was refused, and whose second one carries its lab over and is scored besides. */
const scored = async (rightAnswers: number): Promise<Raced & Pick<Candidate, 'person'>> => {
  const candidate = await aCandidate(api);
  const { client, person } = candidate;
  const { entry: first } = await decidedTry(api, certifier, candidate, failing, earlier);
  const entry = await enrol(api.db, person, session, 'retake');
  const { scoreId: fromScoreId } = await api.db.manager.findOneByOrFail(EntryScore, {
    entryId: first.id,
    place: 'skills',
  });
  const carry = { entryId: entry.id, fromScoreId, actorId: person.id };
  const scores = api.app.get(Scores, { strict: false });
  await api.db.transaction((manager) => scores.carryDimension(manager, carry));
  await aScoredCase(api, session, { candidate: person, entry, rightAnswers, skillsCents: null });
  return { client, person, entry, portfolioId: '', proposalId: '' };
};

describe('two acts at once leave one entry whole', () => {
  it.each(pairs)('before anything is begun: %s, %s', async (one, other) => {
    for (let round = 0; round < 2; round += 1) await race(await ready(), one, other);
  });

  it.each<Act>(['lab', 'excuse', 'replace', 'decide'])(
    'when it may be decided: decide, %s',
    async (other) => {
      await race(await scored(34), 'decide', other);
    },
  );

  it.each<Act>(['lab', 'replace', 'next', 'confirm'])(
    'when a decision waits for a second person: confirm, %s',
    async (other) => {
      const raced = await scored(32);
      const answer = await certifier.post(`/api/entries/${raced.entry.id}/decision`, grant).expect(201);
      const { id: proposalId, state } = answer.body as DecisionView;
      expect(state).toBe('proposed');
      await race({ ...raced, proposalId }, 'confirm', other);
    },
  );
});

it.each<Act>(['excuse', 'replace', 'next'])(
  'waits for an entry without keeping a credential from its enrolment: %s',
  async (act) => {
    const raced = await ready();
    const { id, enrolmentId } = raced.entry;
    const answer = await whileHeld(
      api,
      id,
      () => acts[act](raced),
      // What a foreign key asks of the row that it refers to.
      (manager) => manager.query('SELECT FROM enrolment WHERE id = $1 FOR KEY SHARE', [enrolmentId]),
    );
    expect(answer.status).toBeLessThan(500);
  },
);
