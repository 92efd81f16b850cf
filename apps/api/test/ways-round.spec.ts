import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AssessmentView, ExamSessionView, PersonRole } from '@ennead/contracts';
import { AuditEvent, Interest, makeDataSource, Person, TrainerTerm } from '@ennead/persistence';
import type { DataSource } from 'typeorm';
import { aWindow, enrol, openSession, putInCharge } from './attempts-harness.ts';
import { aCohort, aScoredCase } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import {
  anAuthor,
  startPortfolioApi,
  submitPortfolio,
  type Author,
  type PortfolioApi,
} from './portfolios-harness.ts';
import {
  allAt,
  anAssessor,
  dismissReviewers,
  mark,
  queueOf,
  reviewsOf,
  rubricOf,
} from './reviews-harness.ts';

/** Ways round impartiality that somebody went in earnest; each is walked here again. */
let api: PortfolioApi;
let session: ExamSessionView;
beforeAll(async () => {
  api = await startPortfolioApi();
  session = await openSession(api);
});
afterAll(() => api?.close());
beforeEach(() => dismissReviewers(api));

const reason = 'The power at the venue failed for an hour.';
const become = ({ id }: Person, roles: PersonRole[]) => api.db.manager.update(Person, { id }, { roles });
const reviewOf = async (author: Author, { id }: Person) =>
  (await reviewsOf(api, author)).find(({ reviewerId }) => reviewerId === id)!;
const problem = { problem: 'unreadable', reason: 'The only file does not open.' };

describe('a registrar who marks', () => {
  it('rules over no review of a portfolio of which one is theirs', async () => {
    const both = await logInAs(api, { roles: ['assessor', 'registrar'] });
    await putInCharge(api.db, both.person, session);
    const other = await anAssessor(api);
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    const others = await reviewOf(author, other.person);
    expect(await reviewOf(author, both.person)).toMatchObject({ state: 'assigned' });
    await other.client.post(`/api/reviews/${others.id}/problem`, problem).expect(204);
    const registrar = await logInAs(api, { roles: ['registrar'] });
    await putInCharge(api.db, registrar.person, session);
    const listOf = async ({ client }: { client: Client }) =>
      (await client.get('/api/assessment').expect(200)).body as AssessmentView;
    const found = (await listOf(registrar)).scripts.find(({ reviewId }) => reviewId === others.id)!;
    expect((await listOf(both)).scripts.map(({ reviewId }) => reviewId)).not.toContain(others.id);
    await both.client.post(`/api/assessment/reviews/${others.id}/reassign`, { reason }).expect(403);
    const answer = { goesOn: false, reason };
    await both.client.post(`/api/assessment/problems/${found.problem!.id}/answer`, answer).expect(403);
    // And marks their own all the same.
    const own = await reviewOf(author, both.person);
    expect((await mark(both, own.id, allAt(await rubricOf(api), 3))).status).toBe(200);
    await registrar.client.post(`/api/assessment/reviews/${others.id}/reassign`, { reason }).expect(204);
  });
});

describe('a tie by an address', () => {
  const evidenceFor = async (interest: Partial<Interest>, entryId: string) => {
    const { client, person } = await logInAs(api, { roles: ['certifier'] });
    const declared = { personId: person.id, tie: 'relative' as const, note: '', ...interest };
    await api.db.manager.insert(Interest, declared);
    return (await client.get(`/api/entries/${entryId}/evidence`).expect(200)).body;
  };
  const tied = { evidence: null, conflicts: ['relative'] };

  it('holds when whoever had the address has another', async () => {
    const { entry, candidate } = await aScoredCase(api, session);
    const { email } = candidate;
    await api.db.query('UPDATE person SET email = $2 WHERE id = $1', [
      candidate.id,
      `${randomUUID()}@example.org`,
    ]);
    expect(await evidenceFor({ email }, entry.id)).toMatchObject(tied);
  });

  it('holds for whoever has the address of somebody who was there when it was declared', async () => {
    const { entry, candidate } = await aScoredCase(api, session);
    const earlier = await aPerson(api.db);
    const interest = { candidateId: earlier.id, email: candidate.email };
    expect(await evidenceFor(interest, entry.id)).toMatchObject(tied);
  });
});

describe('whoever reads cases by name', () => {
  it.each<[PersonRole, PersonRole]>([
    ['assessor', 'administrator'],
    ['assessor', 'certifier'],
  ])('as %s and %s is given no script, at whatever door they could look it up', async (role, second) => {
    const both = await logInAs(api, { roles: [role, second] });
    await anAssessor(api);
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    expect(await reviewOf(author, both.person)).toBeUndefined();
    await anAssessor(api);
    await api.work.assign();
    const given = (await reviewsOf(api, author)).map(({ reviewerId }) => reviewerId);
    expect([given.length, given.includes(both.person.id)]).toEqual([2, false]);
    const trail = second === 'administrator' ? 'trail' : 'result';
    await both.client.get(`/api/entries/${author.entry.id}/${trail}`).expect(200);
  });

  it('gives back what they have when they become it, and marks nothing that was there while they were it', async () => {
    const one = await anAssessor(api);
    const two = await anAssessor(api);
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    await become(one.person, ['assessor', 'administrator']);
    const { id } = await reviewOf(author, one.person);
    await one.client.get(`/api/reviews/${id}`).expect(403);
    await api.work.takeBack();
    expect(await reviewOf(author, one.person)).toMatchObject({ state: 'handed-back', endedFor: 'conflict' });
    const before = await anAuthor(api, session);
    await become(one.person, ['assessor']);
    await submitPortfolio(before);
    expect(await reviewOf(before, one.person)).toBeUndefined();
    const after = await anAuthor(api, session);
    await submitPortfolio(after);
    expect((await reviewsOf(api, after)).map(({ reviewerId }) => reviewerId).sort()).toEqual(
      [one.person.id, two.person.id].sort(),
    );
  });

  it('finds nothing on the page of a review that the trail names as well', async () => {
    const [one, two] = [await anAssessor(api), await anAssessor(api)];
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    const { detail } = await api.db.manager.findOneByOrFail(AuditEvent, {
      action: 'portfolio.submitted',
      entryId: author.entry.id,
    });
    const pages = await Promise.all(
      [one, two].map(async ({ client, person }) => {
        const { body } = await client.get(`/api/reviews/${(await reviewOf(author, person)).id}`).expect(200);
        return body as { code: string };
      }),
    );
    for (const value of [...Object.values(detail), author.entry.id, author.portfolio.id])
      if (typeof value === 'string') expect(JSON.stringify(pages)).not.toContain(value);
    // Nor can two who mark the same tell each other so.
    expect(pages[0]!.code).not.toBe(pages[1]!.code);
    expect((await queueOf(one)).reviews[0]!.code).toBe(pages[0]!.code);
  });

  it('is recorded as having looked, at a result and at what they searched the trail for', async () => {
    const { entry, candidate } = await aScoredCase(api, session);
    const certifier = await logInAs(api, { roles: ['certifier'] });
    await certifier.client.get(`/api/entries/${entry.id}/result`).expect(200);
    const looked = { action: 'result.viewed', entryId: entry.id };
    expect(await api.db.manager.findBy(AuditEvent, looked)).toMatchObject([{ actorId: certifier.person.id }]);
    const own = new Client(api.url);
    await own.logIn(candidate.email, PASSWORD);
    await own.get(`/api/entries/${entry.id}/result`).expect(200);
    expect(await api.db.manager.countBy(AuditEvent, looked)).toBe(1);
    const administrator = await logInAs(api, { roles: ['administrator'] });
    const search = () =>
      administrator.client.get(`/api/audit?about=${encodeURIComponent(candidate.email)}`).expect(200);
    await search();
    await search();
    const searches = await api.db.manager.findBy(AuditEvent, {
      action: 'audit.searched',
      actorId: administrator.person.id,
    });
    expect(searches).toHaveLength(1);
    expect(searches[0]!.detail).toMatchObject({ about: { entryIds: [entry.id] } });
    expect(JSON.stringify(searches)).not.toContain(candidate.email);
  });
});

describe('a session in which there is somebody to whom an administrator is tied', () => {
  type Answering = PromiseLike<{ status: number; body: { code?: string } }>;
  const hour = 3_600_000;
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();

  it.each<[string, (person: Person, session: ExamSessionView) => Promise<unknown>]>([
    ['it is their own', (person, own) => enrol(api.db, person, own)],
    [
      'it is a relative’s',
      async ({ id: personId }, theirs) => {
        const candidate = await aPerson(api.db);
        await enrol(api.db, candidate, theirs);
        const interest = { personId, tie: 'relative' as const, candidateId: candidate.id, note: '' };
        await api.db.manager.insert(Interest, interest);
      },
    ],
  ])('is neither extended, changed nor cancelled by them: %s', async (_, happens) => {
    const opened = () => openSession(api);
    const ahead = () => openSession(api, { ...aWindow(), opensAt: at(hour), closesAt: at(9 * hour) });
    const acts: [() => Promise<ExamSessionView>, (by: Client, of: ExamSessionView) => Answering][] = [
      [opened, (by, { id }) => by.post(`/api/sessions/${id}/extend`, { closesAt: at(48 * hour), reason })],
      [
        ahead,
        (by, { id, title, venue, halls }) => {
          const dates = { opensAt: at(2 * hour), closesAt: at(9 * hour) };
          return by.patch(`/api/sessions/${id}`, { title, venue, halls, ...dates, reason });
        },
      ],
      [ahead, (by, { id }) => by.post(`/api/sessions/${id}/cancel`, { reason })],
    ];
    const { client: free } = await logInAs(api, { roles: ['administrator'] });
    for (const [make, act] of acts) {
      const { client, person } = await logInAs(api, { roles: ['candidate', 'administrator'] });
      const theirs = await make();
      await happens(person, theirs);
      const { status, body } = await act(client, theirs);
      expect([status, body.code]).toEqual([403, 'SESSION_CONFLICT']);
      expect((await act(free, theirs)).status).toBe(200);
    }
  });

  it('is theirs again when that entry never came about', async () => {
    const { client, person } = await logInAs(api, { roles: ['candidate', 'administrator'] });
    const open = await openSession(api);
    const { id } = await enrol(api.db, person, open);
    await api.db.query(`UPDATE entry SET state = 'withdrawn' WHERE id = $1`, [id]);
    await client.post(`/api/sessions/${open.id}/extend`, { closesAt: at(48 * hour), reason }).expect(200);
  });
});

describe('the end of a tie', () => {
  let app: DataSource;
  beforeAll(async () => {
    app = await makeDataSource(api.database.appUrl, 1).initialize();
  });
  afterAll(() => app?.destroy());

  const aTerm = async () => {
    const trainer = await aPerson(api.db, { roles: ['trainer'] });
    await aCohort(api, session, [trainer.id]);
    return (await api.db.manager.findOneByOrFail(TrainerTerm, { personId: trainer.id })).id;
  };
  const anInterest = async () => {
    const { id: personId } = await aPerson(api.db, { roles: ['certifier'] });
    const values = { personId, tie: 'relative' as const, email: `${randomUUID()}@example.org`, note: '' };
    return (await api.db.manager.insert(Interest, values)).identifiers[0]!['id'] as string;
  };

  it.each([
    ['trainer_term', aTerm],
    ['interest', anInterest],
  ] as const)('in %s is set once, and to the moment at which it is', async (table, make) => {
    const id = await make();
    const end = (to: string | null) => app.query(`UPDATE ${table} SET until_at = $2 WHERE id = $1`, [id, to]);
    await end('1990-01-01');
    const [{ isNow }] = await app.query(
      `SELECT abs(extract(epoch FROM until_at - clock())) < 60 AS "isNow" FROM ${table} WHERE id = $1`,
      [id],
    );
    expect(isNow).toBe(true);
    for (const to of ['1990-01-01', '2999-01-01', null]) await expect(end(to)).rejects.toThrow('ends once');
  });

  it('that was over when it was declared says so from the start, and lies behind', async () => {
    const { id: personId } = await aPerson(api.db, { roles: ['certifier'] });
    const insert = (column: string, value: string) =>
      app.query(
        `INSERT INTO interest (person_id, tie, email, note, ${column}) VALUES ($1, 'teacher', 'eve@example.org', '', $2)`,
        [personId, value],
      );
    for (const column of ['until_at', 'declared_at'])
      await expect(insert(column, '1990-01-01')).rejects.toThrow('permission denied');
    await expect(insert('ended_at', '2999-01-01')).rejects.toThrow('interest');
    await insert('ended_at', '1990-01-01');
    await expect(app.query('UPDATE interest SET ended_at = NULL')).rejects.toThrow('permission denied');
  });

  it('is no matter of when somebody says that they declared', async () => {
    const { id } = await aPerson(api.db, { roles: ['certifier'], declared: false });
    const dated = `INSERT INTO interest_declaration (person_id, at) VALUES ($1, '2999-01-01')`;
    await expect(app.query(dated, [id])).rejects.toThrow('permission denied');
    const term = `INSERT INTO trainer_term (cohort_id, person_id, until_at) VALUES ($1, $1, '1990-01-01')`;
    await expect(app.query(term, [id])).rejects.toThrow('permission denied');
  });
});

describe('whoever did something about a case in another office', () => {
  type Act = (roles: PersonRole[], author: Author) => Promise<Client>;
  const administrator = (act: (client: Client, entryId: string) => Promise<unknown>): Act => {
    return async (roles, { entry }) => {
      const { client } = await logInAs(api, { roles: [...roles, 'administrator'] });
      await act(client, entry.id);
      return client;
    };
  };
  const ofScript = (act: (client: Client, reviewId: string) => Promise<unknown>): Act => {
    return async (roles, author) => {
      const [one] = [await anAssessor(api), await anAssessor(api)];
      await submitPortfolio(author);
      const { client, person } = await logInAs(api, { roles: [...roles, 'registrar'] });
      await putInCharge(api.db, person, session);
      const { id } = await reviewOf(author, one.person);
      await one.client.post(`/api/reviews/${id}/problem`, problem).expect(204);
      await act(client, id);
      return client;
    };
  };

  it.each<[string, Act]>([
    [
      'took a script from somebody',
      ofScript((client, id) => client.post(`/api/assessment/reviews/${id}/reassign`, { reason }).expect(204)),
    ],
    [
      'answered what a reviewer reported',
      ofScript(async (client, id) => {
        const { scripts } = (await client.get('/api/assessment').expect(200)).body as AssessmentView;
        const reported = scripts.find(({ reviewId }) => reviewId === id)!.problem!;
        const answer = { goesOn: true, reason };
        await client.post(`/api/assessment/problems/${reported.id}/answer`, answer).expect(204);
      }),
    ],
    [
      'excused an absence',
      administrator((client, id) => client.post(`/api/entries/${id}/excuse`, { reason }).expect(204)),
    ],
    [
      'gave a free sitting',
      administrator(async (client, id) => {
        const { id: examSessionId } = await openSession(api);
        await client.post(`/api/entries/${id}/free-sitting`, { examSessionId, reason }).expect(201);
      }),
    ],
    [
      'saw to what is asked before the first part',
      async (roles, { entry }) => {
        const { client, person } = await logInAs(api, { roles });
        await api.db.query(
          `INSERT INTO clearance (entry_id, kind, holds, by) VALUES ($1, 'identity', true, $2)`,
          [entry.id, person.id],
        );
        return client;
      },
    ],
  ])('who %s, decides on it no more', async (_, act) => {
    const { client: candidate, person } = await logInAs(api);
    const entry = await enrol(api.db, person, session);
    const path = `/api/entries/${entry.id}/parts/${session.parts.find(({ kind }) => kind === 'portfolio')!.id}/portfolio`;
    // An absence can be excused of who has not begun.
    const begins = _.includes('script') || _.includes('reviewer');
    const portfolio = begins ? (await candidate.get(path).expect(200)).body : null;
    const author = { client: candidate, person, entry, session, portfolio, settle: api.work.settle };
    const client = await act(['certifier'], author);
    const { body } = await client.get(`/api/entries/${entry.id}/evidence`).expect(200);
    expect(body).toMatchObject({ evidence: null, conflicts: ['registrar-act'] });
    await client.get(`/api/entries/${entry.id}/result`).expect(403);
  });

  it('and did it on their own, is no stranger to it by that', async () => {
    const { person } = await logInAs(api);
    const entry = await enrol(api.db, person, session);
    await api.db.query(
      `INSERT INTO clearance (entry_id, kind, holds, by) VALUES ($1, 'application', true, $2)`,
      [entry.id, person.id],
    );
    const rows = await api.db.query(
      `SELECT DISTINCT relation FROM person_relation WHERE subject = 'entry' AND subject_id = $1 AND person_id = $2 ORDER BY 1`,
      [entry.id, person.id],
    );
    expect(rows).toEqual([{ relation: 'candidate' }, { relation: 'holder' }]);
  });
});
