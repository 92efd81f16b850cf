import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView, PersonRole } from '@ennead/contracts';
import { routes, type RouteName } from '@ennead/contracts/routes';
import {
  Accommodation,
  Artefact,
  Interest,
  type Person,
  Portfolio,
  PortfolioVersion,
  Review,
  SamePerson,
  ScriptProblem,
} from '@ennead/persistence';
import { openSession } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { putOnDuty } from './harness/on-duty.ts';
import { aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { whoMay } from './who-may.ts';

const acting = ['assessor', 'moderator', 'certifier', 'registrar', 'administrator'] as const;
type Acting = (typeof acting)[number];

/** One case, with what somebody of a role comes to it by. */
type Place = {
  readonly candidateId: string;
  readonly email: string;
  readonly entryId: string;
  readonly decisionId: string;
  readonly artefactId: string;
  /** The review that the caller has, of their own kind; for a registrar somebody else's. */
  readonly reviewId: string;
  readonly problemId: string;
  readonly accommodationId: string;
  /** Somebody's who was entered nowhere, a note that one like it is the candidate's, and one of the staff's that waits. */
  readonly secondAccount: Person;
  readonly noteId: string;
  readonly waitingId: string;
  /** The session that the case is in. */
  readonly session: ExamSessionView;
};
type Door = (client: Client, place: Place) => ReturnType<Client['get']>;

const reason = 'There is a reason for this.';
const get =
  (path: (place: Place) => string): Door =>
  (client, place) =>
    client.get(path(place));
const post =
  (path: (place: Place) => string, body: object = { reason }): Door =>
  (client, place) =>
    client.post(path(place), body);
const marks = { marks: {}, comment: '' };

/** Every endpoint by which somebody acts on one case or looks into it: each turns away whoever is tied to its candidate. */
const doors: Partial<Record<RouteName, Door>> = {
  'GET /api/artefacts/:id/file': get(({ artefactId }) => `/api/artefacts/${artefactId}/file`),
  'GET /api/entries/:id/result': get(({ entryId }) => `/api/entries/${entryId}/result`),
  'GET /api/entries/:id/trail': get(({ entryId }) => `/api/entries/${entryId}/trail`),
  'GET /api/entries/:id/record': get(({ entryId }) => `/api/entries/${entryId}/record`),
  'GET /api/entries/:id/free-sitting': get(({ entryId }) => `/api/entries/${entryId}/free-sitting`),
  'POST /api/entries/:id/free-sitting': post(({ entryId }) => `/api/entries/${entryId}/free-sitting`, {
    reason,
    examSessionId: '6e6f7468-696e-4720-8865-726500000000',
  }),
  'POST /api/entries/:id/excuse': post(({ entryId }) => `/api/entries/${entryId}/excuse`),
  'GET /api/accommodations/:id': get(({ accommodationId }) => `/api/accommodations/${accommodationId}`),
  'POST /api/accommodations/:id/approve': post(
    ({ accommodationId }) => `/api/accommodations/${accommodationId}/approve`,
    { measures: { extraTime: null, breaks: null, other: 'A room' }, reason },
  ),
  'POST /api/accommodations/:id/refuse': post(
    ({ accommodationId }) => `/api/accommodations/${accommodationId}/refuse`,
  ),
  'POST /api/entries/:id/confirm': post(({ entryId }) => `/api/entries/${entryId}/confirm`, {}),
  'POST /api/entries/:id/turn-down': post(({ entryId }) => `/api/entries/${entryId}/turn-down`),
  'POST /api/entries/:id/take-out': post(({ entryId }) => `/api/entries/${entryId}/take-out`),
  'POST /api/entries/:id/experience': post(({ entryId }) => `/api/entries/${entryId}/experience`, {
    met: true,
    years: 3,
    seen: reason,
  }),
  'POST /api/entries/:id/identity': post(({ entryId }) => `/api/entries/${entryId}/identity`, {
    how: 'passport',
    seen: { name: 'Somebody', latinName: null },
  }),
  'POST /api/entries/:id/withdraw-seen': post(({ entryId }) => `/api/entries/${entryId}/withdraw-seen`, {
    kind: 'identity',
    reason,
  }),
  'POST /api/entries/:id/name': post(({ entryId }) => `/api/entries/${entryId}/name`, {
    name: 'Somebody',
    latinName: null,
    seen: 'passport',
    reason,
  }),
  'GET /api/reviews/:id': get(({ reviewId }) => `/api/reviews/${reviewId}`),
  'PUT /api/reviews/:id': (client, { reviewId }) => client.put(`/api/reviews/${reviewId}`, marks),
  'POST /api/reviews/:id/submit': post(({ reviewId }) => `/api/reviews/${reviewId}/submit`, {}),
  'POST /api/reviews/:id/problem': post(({ reviewId }) => `/api/reviews/${reviewId}/problem`, {
    problem: 'other',
    reason,
  }),
  'POST /api/addresses/:id/confirm': (client, { candidateId, email }) =>
    client.post(`/api/addresses/${candidateId}/confirm`, { email, proof: 'signed-form', reason }),
  'POST /api/same-people': (client, { email, secondAccount }) =>
    client.post('/api/same-people', { keep: email, other: secondAccount.email, reason }),
  'POST /api/same-people/tell-apart': (client, { candidateId, secondAccount }) =>
    client.post('/api/same-people/tell-apart', { oneId: candidateId, otherId: secondAccount.id, reason }),
  'POST /api/same-people/:id/agree': post(({ waitingId }) => `/api/same-people/${waitingId}/agree`),
  'POST /api/same-people/:id/turn-down': post(({ waitingId }) => `/api/same-people/${waitingId}/turn-down`),
  'POST /api/same-people/:id/end': post(({ noteId }) => `/api/same-people/${noteId}/end`),
  'POST /api/assessment/problems/:id/answer': post(
    ({ problemId }) => `/api/assessment/problems/${problemId}/answer`,
    {
      goesOn: true,
      reason,
    },
  ),
  'POST /api/assessment/marks/:id/answer': post(
    ({ reviewId }) => `/api/assessment/marks/${reviewId}/answer`,
    {
      answer: 'stand',
      reason,
    },
  ),
  'POST /api/assessment/reviews/:id/reassign': post(
    ({ reviewId }) => `/api/assessment/reviews/${reviewId}/reassign`,
  ),
  'POST /api/decisions/:id/withdraw': post(({ decisionId }) => `/api/decisions/${decisionId}/withdraw`),
  'POST /api/decisions/:id/reject': post(({ decisionId }) => `/api/decisions/${decisionId}/reject`),
  'POST /api/decisions/:id/confirm': post(({ decisionId }) => `/api/decisions/${decisionId}/confirm`),
  'POST /api/entries/:id/decision': post(({ entryId }) => `/api/entries/${entryId}/decision`, grant),
  // What becomes of a session becomes of whoever is in it.
  'PATCH /api/sessions/:id': (client, { session: { id, title, venue, halls, opensAt, closesAt } }) =>
    client.patch(`/api/sessions/${id}`, { title, venue, halls, opensAt, closesAt, reason }),
  'POST /api/sessions/:id/extend': (client, { session: { id, closesAt } }) =>
    client.post(`/api/sessions/${id}/extend`, { closesAt, reason }),
  'PUT /api/sessions/:id/registrars': (client, { session }) =>
    client.put(`/api/sessions/${session.id}/registrars`, { personIds: [], seen: [] }),
  'PUT /api/sessions/:id/access': (client, { session }) =>
    client.put(`/api/sessions/${session.id}/access`, {
      access: 'open',
      places: null,
      confirms: false,
      houses: [],
      guests: [],
      reason,
    }),
  'POST /api/sessions/:id/cancel': post(({ session }) => `/api/sessions/${session.id}/cancel`),
};

/** Every other endpoint of theirs, and why it asks for no tie. */
const open: Partial<Record<RouteName, string>> = {
  'GET /api/entries/:id/evidence':
    'says what ties, and gives the conflict in the place of the evidence (impartiality.spec)',
  'POST /api/entries/:id/interest': 'is how one leaves a case',
  'POST /api/reviews/:id/hand-back': 'is how one gives a script back, whatever has come between',
  'GET /api/reviews': 'leaves out what one may not mark (relations.spec)',
  'GET /api/adjudications': 'leaves out what one may not settle (relations.spec)',
  'GET /api/addresses': 'leaves out whom one is tied to (addresses.spec)',
  'GET /api/same-people': 'leaves out whom one is tied to (same-people.spec)',
  'GET /api/same-people/waiting': 'leaves out whom one is tied to (same-people-agreement.spec)',
  'GET /api/same-people/likely': 'leaves out whom one is tied to (same-people.spec)',
  'GET /api/assessment':
    'names scripts by their codes, and leaves out those of people one is tied to (impartiality.spec)',
  'GET /api/assessment/marks': 'leaves out those of people one is tied to (questioned-marks.spec)',
  'GET /api/accommodations': 'leaves out what is asked for people one is tied to (accommodations.spec)',
  'GET /api/decisions/queue': 'counts, as the lists show',
  'GET /api/decisions/undecided': 'shows a tied case as blocked, without scores (queue-conflicts.spec)',
  'GET /api/decisions/above-scores':
    'shows a tied case without what its scores come to (queue-conflicts.spec)',
  'GET /api/decisions/decided': 'says what the certificate says in public',
  'GET /api/audit': 'leaves out what happened in a case whose trail one may not read (audit.spec)',
  'GET /api/audit/export.csv': 'leaves out the same',
  'GET /api/interests': 'is about oneself',
  'POST /api/interests': 'is about oneself',
  'POST /api/interests/:id/end': 'is about oneself',
  'POST /api/interests/confirm': 'is about oneself',
  'GET /api/sessions/:id/access': 'for whom a session is, no case',
  'GET /api/registrars': 'sessions and who looks after them, no case',
  'GET /api/sessions/:id/registrars': 'who looks after a session, no case',
  'GET /api/exceptions': 'leaves out those about people one is tied to (exceptions.spec)',
  'POST /api/exceptions': 'is how one asks in spite of a tie',
  'POST /api/exceptions/:id/approve': 'asks of whom it is about (exceptions.spec)',
  'POST /api/exceptions/:id/refuse': 'asks of whom it is about (exceptions.spec)',
  'GET /api/threats': 'the register, no case',
  'POST /api/threats': 'the register, no case',
  'POST /api/threats/:id/measures': 'the register, no case',
  'POST /api/people/:id/link': 'accounts, no case',
  'POST /api/people/:id/second-factor/remove': 'accounts, no case',
  'POST /api/people/:id/erase': 'only of whom there is no case (erasing.spec)',
  'GET /api/people': 'accounts, no case',
  'POST /api/people': 'accounts, no case',
  'PATCH /api/people/:id': 'accounts, no case',
  'POST /api/appointments/:id/agree': 'accounts, no case',
  'POST /api/appointments/:id/reject': 'accounts, no case',
  'GET /api/institutions': 'no case',
  'POST /api/institutions': 'no case',
  'GET /api/messages': 'letters, no case',
  'GET /api/messages/:id': 'letters, no case',
  'POST /api/messages/:id/link': 'letters, no case',
  'POST /api/messages/:id/send-again': 'letters, no case',
  'GET /api/work': 'no case',
  'POST /api/work/parked/:handler/:eventId/retry': 'has the platform do again what it does anyway',
  'GET /api/sessions': 'a session is everybody’s who is in it',
  'GET /api/sessions/choices': 'a session is everybody’s who is in it',
  'POST /api/sessions': 'asks of everybody undecided in its cell (crowds.spec)',
  'GET /api/desks': 'counts of the caller’s sessions, nobody named',
  'GET /api/sessions/:id/desk':
    'who is entered and what is missing, no scores; what is done about one asks at its own door',
  'POST /api/addresses/confirm':
    'asks of each person at the door of one, and says which were refused (addresses.spec)',
  'POST /api/sessions/:id/identities':
    'asks of each entry at the door of one, and says which were refused (desk.spec)',
  'GET /api/sessions/:id/entries':
    'who is entered and how far, no scores; what is done about one asks at its own door',
};

let api: TestApi;
const places = new Map<string, { client: Client; place: Place }>();

beforeAll(async () => {
  api = await startApi();
  const { manager } = api.db;
  const session = await openSession(api);
  const { entry, candidate } = await aScoredCase(api, session);
  const portfolio = await manager.findOneByOrFail(Portfolio, { entryId: entry.id });
  const version = await manager.findOneByOrFail(PortfolioVersion, { portfolioId: portfolio.id });
  const { rubricId, rubricHash } = await manager.findOneByOrFail(Review, { portfolioVersionId: version.id });
  const file = { mediaType: 'text/markdown', sizeBytes: 1, sha256: 'a'.repeat(64) };
  const { id: artefactId } = await manager.save(
    manager.create(Artefact, {
      portfolioId: portfolio.id,
      number: 99,
      kind: 'file',
      title: 'report.md',
      fileName: 'report.md',
      ...file,
    }),
  );
  const aReview = async (reviewerId: string, kind: Review['kind']) => {
    const given = { portfolioVersionId: version.id, reviewerId, kind, state: 'assigned' as const };
    const { id: reviewId } = await manager.save(manager.create(Review, { ...given, rubricId, rubricHash }));
    const problem = { reviewId, problem: 'other' as const, reason };
    const { id: problemId } = await manager.save(manager.create(ScriptProblem, problem));
    return { reviewId, problemId };
  };
  const proposer = await logInAs(api, { roles: ['certifier'] });
  const decided = await proposer.client.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
  const { id: candidateId, email } = candidate;
  const accommodation = await manager.save(
    manager.create(Accommodation, {
      entryId: entry.id,
      state: 'asked',
      asked: { extraTime: null, breaks: null, other: 'A room' },
      reason,
      evidence: reason,
      askedBy: candidate.id,
    }),
  );
  const secondAccount = await aPerson(api.db);
  const aNote = async (pair: Pick<SamePerson, 'keptId' | 'otherId' | 'closes'>) =>
    (await manager.save(manager.create(SamePerson, { ...pair, reason, notedBy: proposer.person.id }))).id;
  const one = {
    secondAccount,
    noteId: await aNote({ keptId: candidateId, otherId: (await aPerson(api.db)).id, closes: true }),
    candidateId,
    email,
    accommodationId: accommodation.id,
    entryId: entry.id,
    artefactId,
    decisionId: decided.body.id as string,
    session,
  };
  for (const role of acting)
    for (const tied of [true, false]) {
      const { client, person } = await logInAs(api, { roles: [role] });
      const marks = role === 'assessor' || role === 'moderator';
      const reviewer = marks ? person : await aPerson(api.db, { roles: ['assessor'] });
      const review = await aReview(reviewer.id, role === 'moderator' ? 'adjudication' : 'review');
      if (tied)
        await manager.insert(Interest, {
          personId: person.id,
          tie: 'relative',
          candidateId: candidate.id,
          note: '',
        });
      if (role === 'registrar') await putOnDuty(api.db);
      const { id: keptId } = await aPerson(api.db, { roles: ['trainer'] });
      const waitingId = await aNote({ keptId, otherId: candidateId, closes: false });
      places.set(`${role} ${tied}`, { client, place: { ...one, ...review, waitingId } });
    }
}, 120_000);
afterAll(() => api?.close());

const rolesAt = (name: string): Acting[] => {
  const roles = whoMay[name] as readonly PersonRole[];
  return acting.filter((role) => roles.includes(role));
};
const theirs = (Object.keys(routes) as RouteName[]).filter(
  (name) => Array.isArray(whoMay[name]) && rolesAt(name).length > 0,
);

describe('every door to a case', () => {
  it('is known here, or stands open for a reason', () => {
    expect(theirs.filter((name) => !doors[name] && !open[name])).toEqual([]);
    expect(theirs.filter((name) => doors[name] && open[name])).toEqual([]);
    const named = [...Object.keys(doors), ...Object.keys(open)] as RouteName[];
    expect(named.filter((name) => !theirs.includes(name))).toEqual([]);
  });

  it.each(
    Object.entries(doors).flatMap(([name, door]) => rolesAt(name).map((role) => [name, role, door] as const)),
  )('%s turns away a relative who is %s, and nobody else', async (_, role, door) => {
    const tied = places.get(`${role} true`)!;
    const refused = await door(tied.client, tied.place);
    expect([403, 404]).toContain(refused.status);
    const free = places.get(`${role} false`)!;
    const { status, body } = await door(free.client, free.place);
    expect([status === 403, body?.code]).toEqual([false, body?.code]);
    expect(body?.code).not.toBe('DECISION_CONFLICT');
  });
});
