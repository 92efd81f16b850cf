import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  CaseRecord,
  ConflictKind,
  DecisionBasis,
  EvidenceView,
  ExamSessionView,
  QuestionedMarks,
  QuestionedMarksView,
  ThreatsView,
} from '@ennead/contracts';
import {
  Decision,
  EntryScore,
  Interest,
  Person,
  Portfolio,
  PortfolioVersion,
  Review,
  SamePerson,
} from '@ennead/persistence';
import { eventually } from '@ennead/testing';
import { openSession } from './attempts-harness.ts';
import { aScoredCase, grant, refuse, type ScoredCase } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { putOnDuty } from './harness/on-duty.ts';
import { aPerson, anInstitution, logInAs } from './harness/people.ts';
import { untilBlocked } from './harness/until-blocked.ts';
import { anAuthor, startPortfolioApi, submitPortfolio, type PortfolioApi } from './portfolios-harness.ts';
import {
  allAt,
  aModerator,
  anAssessor,
  dismissReviewers,
  mark,
  queueOf,
  rubricOf,
} from './reviews-harness.ts';

let api: PortfolioApi;
let session: ExamSessionView;
let registrar: { client: Client; person: Person };
let certifier: { client: Client; person: Person };
beforeAll(async () => {
  api = await startPortfolioApi();
  session = await openSession(api);
  registrar = await logInAs(api, { roles: ['registrar'] });
  certifier = await logInAs(api, { roles: ['certifier'] });
  await putOnDuty(api.db);
});
afterAll(() => api?.close());

const reason = 'They shared an office when it was marked.';
const long = new Date('2020-01-01T00:00:00Z');

/** Their author says by now that they are tied to the candidate; since 2020, unless told. */
const declare = async (
  author: Pick<Person, 'id'>,
  candidate: Pick<Person, 'id'>,
  { tie = 'colleague', ...rest }: Partial<Pick<Interest, 'tie' | 'fromAt' | 'endedAt'>> = {},
): Promise<void> => {
  await api.db.manager.insert(Interest, {
    personId: author.id,
    candidateId: candidate.id,
    tie,
    note: '',
    fromAt: long,
    ...rest,
  });
};

const viewFor = async (client: Client): Promise<QuestionedMarksView> =>
  (await client.get('/api/assessment/marks').expect(200)).body as QuestionedMarksView;
/** What of a case waits, as somebody sees it. */
const waitingOf = async ({ entry }: ScoredCase, client = registrar.client): Promise<QuestionedMarks[]> => {
  const own = (await reviewsOf(entry)).map(({ id }) => id);
  return (await viewFor(client)).waiting.filter(({ reviewId }) => own.includes(reviewId));
};
/** Of what ties whom. */
const tiesOf = async (found: ScoredCase): Promise<ConflictKind[]> =>
  (await waitingOf(found)).flatMap(({ ties }) => ties.map(({ tie }) => tie));

const portfolioOf = ({ id }: { id: string }): Promise<Portfolio> =>
  api.db.manager.findOneByOrFail(Portfolio, { entryId: id });
const reviewsOf = async (entry: { id: string }): Promise<Review[]> => {
  const { id: portfolioId } = await portfolioOf(entry);
  const version = await api.db.manager.findOneByOrFail(PortfolioVersion, { portfolioId });
  return api.db.manager.find(Review, {
    where: { portfolioVersionId: version.id },
    order: { assignedAt: 'ASC', id: 'ASC' },
  });
};
const reviewBy = async ({ entry }: ScoredCase, { id }: Pick<Person, 'id'>): Promise<Review> =>
  (await reviewsOf(entry)).find(({ reviewerId }) => reviewerId === id)!;
const answer = async (
  found: ScoredCase,
  how: 'set-aside' | 'stand' | 'register',
  client = registrar.client,
  author: Pick<Person, 'id'> = found.assessors[1],
) =>
  client.post(`/api/assessment/marks/${(await reviewBy(found, author)).id}/answer`, { answer: how, reason });
const decide = ({ entry }: ScoredCase, input: object = grant) =>
  certifier.client.post(`/api/entries/${entry.id}/decision`, input);
const evidenceOf = async ({ entry }: ScoredCase): Promise<NonNullable<EvidenceView['evidence']>> =>
  ((await certifier.client.get(`/api/entries/${entry.id}/evidence`).expect(200)).body as EvidenceView)
    .evidence!;
const basisOf = async ({ entry }: ScoredCase): Promise<DecisionBasis> =>
  (await api.db.manager.findOneByOrFail(Decision, { entryId: entry.id })).basis as DecisionBasis;
const scoredAt = async ({ entry }: ScoredCase): Promise<string[]> =>
  (await api.db.manager.findBy(EntryScore, { entryId: entry.id })).map(({ place }) => place);

beforeEach(() => dismissReviewers(api));

describe('marks whose author was tied to the candidate', () => {
  it('are told by the code of the script, with the tie and since when, and hold the decision up', async () => {
    const found = await aScoredCase(api, session);
    expect(await waitingOf(found)).toEqual([]);
    await declare(found.assessors[1], found.candidate);
    const review = await reviewBy(found, found.assessors[1]);
    const waiting = await waitingOf(found);
    expect(waiting).toEqual([
      {
        reviewId: review.id,
        code: expect.stringMatching(/^P-/),
        kind: 'review',
        role: 'application-engineer',
        level: 'junior',
        reviewerName: found.assessors[1].name,
        submittedAt: review.submittedAt!.toISOString(),
        ties: [{ tie: 'colleague', since: long.toISOString(), knownAt: expect.any(String) }],
        state: 'entered',
        isProposed: false,
        answers: ['set-aside', 'stand'],
      },
    ]);
    expect(JSON.stringify(waiting)).not.toContain(found.candidate.name);
    for (const input of [grant, refuse])
      expect((await decide(found, input).expect(409)).body.code).toBe('MARKS_QUESTIONED');
    const { obstacles, questionedMarks } = await evidenceOf(found);
    expect(obstacles).toEqual({ grant: 'MARKS_QUESTIONED', refuse: 'MARKS_QUESTIONED' });
    expect(questionedMarks).toMatchObject([
      { reviewerName: found.assessors[1].name, ties: ['colleague'], number: 1, answer: null },
    ]);
  });

  it('are those of whoever was tied then, not of whoever came to be since or was long before', async () => {
    const cases: [string, (found: ScoredCase) => Promise<unknown>, ConflictKind[]][] = [
      [
        'always, as far as they know',
        (c) => declare(c.assessors[1], c.candidate, { fromAt: null }),
        ['colleague'],
      ],
      ['from now on', (c) => declare(c.assessors[1], c.candidate, { fromAt: new Date() }), []],
      [
        'until a year ago',
        (c) => declare(c.assessors[1], c.candidate, { endedAt: new Date(Date.now() - 3e10) }),
        ['colleague'],
      ],
      [
        'until long ago',
        (c) => declare(c.assessors[1], c.candidate, { endedAt: new Date('2021-01-01') }),
        [],
      ],
      [
        'by the institution, where the candidate has come to since',
        async (c) => {
          const { id: institutionId } = await anInstitution(api.db);
          const house = { personId: c.assessors[1].id, institutionId, tie: 'employee' as const, note: '' };
          await api.db.manager.insert(Interest, { ...house, fromAt: long });
          await api.db.manager.update(Person, { id: c.candidate.id }, { institutionId });
        },
        [],
      ],
      [
        'by the institution of both, as came out since',
        async (c) => {
          const { institutionId } = c.candidate;
          const house = { personId: c.assessors[1].id, institutionId, tie: 'employee' as const, note: '' };
          await api.db.manager.insert(Interest, { ...house, fromAt: long });
        },
        ['employee'],
      ],
      ['by having marked it', async () => undefined, []],
    ];
    for (const [when, tie, expected] of cases) {
      const { id: institutionId } = await anInstitution(api.db);
      const found = await aScoredCase(api, session, { candidate: await aPerson(api.db, { institutionId }) });
      await tie(found);
      expect([when, await tiesOf(found)]).toEqual([when, expected]);
    }
  });

  it('are those of one person with two accounts, once that is known', async () => {
    const found = await aScoredCase(api, session);
    const [kept, other] = [found.assessors[1], await aPerson(api.db, { roles: ['candidate'] })];
    await declare(other, found.candidate, { tie: 'relative' });
    const markedBy = async (own: ScoredCase): Promise<ScoredCase> => {
      await api.db.manager.update(Review, { reviewerId: own.assessors[1].id }, { reviewerId: kept.id });
      return own;
    };
    const own = await markedBy(await aScoredCase(api, session, { candidate: other }));
    for (const one of [found, own]) expect(await tiesOf(one)).toEqual([]);
    const note = await api.db.manager.save(
      api.db.manager.create(SamePerson, {
        keptId: kept.id,
        otherId: other.id,
        closes: false,
        reason,
        notedBy: registrar.person.id,
      }),
    );
    // One of them is on the staff: until a second person agrees nothing is known.
    expect(await tiesOf(found)).toEqual([]);
    const { id: answeredBy } = await aPerson(api.db);
    await api.db.manager.update(
      SamePerson,
      { id: note.id },
      { agreed: true, answer: reason, answeredBy, answeredAt: () => 'clock()' },
    );
    expect(await tiesOf(found)).toEqual(['relative']);
    expect(await tiesOf(own)).toEqual(['candidate']);
  });

  it('are no business of whoever is tied, of another session, or marks', async () => {
    const found = await aScoredCase(api, session);
    await declare(found.assessors[1], found.candidate);
    const tied = await logInAs(api, { roles: ['registrar'] });
    await putOnDuty(api.db);
    await declare(tied.person, found.candidate);
    expect(await waitingOf(found, tied.client)).toEqual([]);
    expect((await answer(found, 'stand', tied.client)).body.code).toBe('DECISION_CONFLICT');
    const elsewhere = await logInAs(api, { roles: ['registrar'] });
    expect(await waitingOf(found, elsewhere.client)).toEqual([]);
    expect((await answer(found, 'stand', elsewhere.client)).status).toBe(404);
    const assessor = await anAssessor(api);
    expect((await answer(found, 'stand', assessor.client)).status).toBe(403);
    const admin = await logInAs(api, { roles: ['administrator'] });
    expect(await waitingOf(found, admin.client)).toHaveLength(1);
    expect((await answer(found, 'stand', admin.client)).status).toBe(200);
  });
});

describe('marks that are set aside', () => {
  it('count no more, stay on record, and are made anew by somebody else before anything is decided', async () => {
    const found = await aScoredCase(api, session);
    const [kept, tied] = found.assessors;
    await declare(tied, found.candidate);
    const fresh = await anAssessor(api);
    const before = await reviewBy(found, tied);
    const body = (await answer(found, 'set-aside')).body as QuestionedMarksView;
    expect(body.answered[0]).toMatchObject({
      reviewId: before.id,
      answer: 'set-aside',
      ties: ['colleague'],
      reason,
    });
    expect(await waitingOf(found)).toEqual([]);
    expect((await answer(found, 'set-aside')).body.code).toBe('MARKS_ANSWERED');
    const after = await reviewBy(found, tied);
    expect(after).toMatchObject({ state: 'set-aside', marks: before.marks, scoreCents: before.scoreCents });
    expect(await portfolioOf(found.entry)).toMatchObject({ state: 'in-review', scoredAt: null });
    expect(await scoredAt(found)).not.toContain('practice');
    expect(await scoredAt(found)).not.toContain('composite');
    expect((await decide(found).expect(409)).body.code).toBe('DECISION_INCOMPLETE');

    await api.work.settle();
    const [script] = (await queueOf(fresh)).reviews;
    expect((await mark(fresh, script!.id, before.marks)).status).toBe(200);
    expect(await portfolioOf(found.entry)).toMatchObject({ state: 'scored' });
    const { portfolios, questionedMarks, faults } = await evidenceOf(found);
    expect(faults).toEqual([]);
    expect(portfolios[0]!.reviews.map(({ reviewerName }) => reviewerName).sort()).toEqual(
      [kept.name, fresh.person.name].sort(),
    );
    expect(portfolios[0]!.recomputedCents).toBe(portfolios[0]!.scoreCents);
    const note = {
      reviewId: before.id,
      answer: { answer: 'set-aside', reason, answeredBy: registrar.person.name },
    };
    expect(questionedMarks).toMatchObject([note]);
    await decide(found).expect(201);
    const basis = await basisOf(found);
    expect(basis.setAsideIds).toEqual([before.id]);
    expect(basis.reviewIds).not.toContain(before.id);
    const record = (await certifier.client.get(`/api/entries/${found.entry.id}/record`).expect(200)).body;
    expect((record as CaseRecord).questionedMarks).toMatchObject([note]);
    const trail = await certifier.client.get(`/api/entries/${found.entry.id}/trail`).expect(200);
    expect(JSON.stringify(trail.body)).toContain('review.set-aside');
  });

  it('take what was settled upon them along; a settlement alone goes to another moderator', async () => {
    for (const who of ['assessor', 'moderator'] as const) {
      await dismissReviewers(api);
      const [one, other, settles] = [await anAssessor(api), await anAssessor(api), await aModerator(api)];
      const author = await anAuthor(api, session);
      await submitPortfolio(author);
      const found: ScoredCase = {
        entry: author.entry,
        candidate: author.person,
        assessors: [one.person, other.person],
      };
      for (const [reviewer, points] of [
        [one, 4],
        [other, 0],
      ] as const)
        await mark(reviewer, (await queueOf(reviewer)).reviews[0]!.id, allAt(await rubricOf(api), points));
      await api.work.settle();
      const [dispute] = (await queueOf(settles, '/api/adjudications')).reviews;
      expect((await mark(settles, dispute!.id, allAt(await rubricOf(api), 3))).status).toBe(200);
      expect(await portfolioOf(found.entry)).toMatchObject({ state: 'scored' });
      const tied = who === 'assessor' ? one : settles;
      await declare(tied.person, author.person);
      expect((await answer(found, 'set-aside', registrar.client, tied.person)).status).toBe(200);
      const states = (await reviewsOf(found.entry)).map(({ reviewerId, state }) => [reviewerId, state]);
      expect(Object.fromEntries(states)).toEqual({
        [one.person.id]: who === 'assessor' ? 'set-aside' : 'submitted',
        [other.person.id]: 'submitted',
        [settles.person.id]: 'set-aside',
      });
      expect((await portfolioOf(found.entry)).state).toBe(who === 'assessor' ? 'in-review' : 'adjudication');
      const next = await (who === 'assessor' ? anAssessor(api) : aModerator(api));
      await api.work.assign();
      expect(
        (await queueOf(next, who === 'assessor' ? '/api/reviews' : '/api/adjudications')).leftCount,
      ).toBe(1);
    }
  });
});

describe('marks behind a proposal', () => {
  it('keep the second person from confirming it until they are answered for', async () => {
    // So near to the line that the decision waits for a second certifier.
    const found = await aScoredCase(api, session, { rightAnswers: 32 });
    const { body: proposed } = await decide(found).expect(201);
    await declare(found.assessors[1], found.candidate);
    expect(await waitingOf(found)).toMatchObject([{ isProposed: true, answers: ['set-aside', 'stand'] }]);
    const second = await logInAs(api, { roles: ['certifier'] });
    const confirm = () => second.client.post(`/api/decisions/${proposed.id}/confirm`, { reason });
    expect((await confirm()).body.code).toBe('MARKS_QUESTIONED');
    expect((await answer(found, 'stand')).status).toBe(200);
    expect((await confirm()).status).toBe(201);
  });
});

describe('marks that are left standing', () => {
  it('hold nothing up any more, until another tie comes to light', async () => {
    const found = await aScoredCase(api, session);
    await declare(found.assessors[1], found.candidate);
    expect((await answer(found, 'register')).body.code).toBe('MARKS_CASE_CHANGED');
    expect((await answer(found, 'stand')).status).toBe(200);
    expect((await answer(found, 'stand')).body.code).toBe('MARKS_ANSWERED');
    expect((await evidenceOf(found)).obstacles.grant).toBeNull();
    await declare(found.assessors[1], found.candidate, { tie: 'relative' });
    expect((await decide(found).expect(409)).body.code).toBe('MARKS_QUESTIONED');
    expect((await answer(found, 'stand')).status).toBe(200);
    await decide(found).expect(201);
    const basis = await basisOf(found);
    expect(basis.setAsideIds).toEqual([]);
    expect((await evidenceOf(found)).questionedMarks).toHaveLength(2);
  });

  it('were answered by somebody who neither marks nor decides on the case any more', async () => {
    const found = await aScoredCase(api, session);
    await declare(found.assessors[1], found.candidate);
    const both = await logInAs(api, { roles: ['registrar', 'certifier'] });
    await putOnDuty(api.db);
    expect((await answer(found, 'stand', both.client)).status).toBe(200);
    await both.client.post(`/api/entries/${found.entry.id}/decision`, grant).expect(403);
  });
});

describe('marks of a case that is decided', () => {
  it('are not set aside, but entered in the register of threats, with the case', async () => {
    const found = await aScoredCase(api, session);
    await decide(found).expect(201);
    await declare(found.assessors[1], found.candidate);
    const [waiting] = await waitingOf(found);
    expect(waiting).toMatchObject({ state: 'decided', answers: ['register', 'stand'] });
    expect((await answer(found, 'set-aside')).body.code).toBe('MARKS_CASE_CHANGED');
    expect((await answer(found, 'register')).status).toBe(200);
    expect(await waitingOf(found)).toEqual([]);
    const { threats } = (await certifier.client.get('/api/threats').expect(200)).body as ThreatsView;
    expect(threats).toContainEqual(
      expect.objectContaining({
        title: waiting!.code,
        source: 'familiarity',
        description: reason,
        entryId: found.entry.id,
      }),
    );
    expect(await scoredAt(found)).toContain('composite');
  });
});

describe('a decision and an answer at once', () => {
  const blocked = async (count: number): Promise<void> => {
    await eventually(async () => {
      const [{ waiting }] = await api.db.query(
        `SELECT count(DISTINCT pid)::int AS waiting FROM pg_locks JOIN pg_stat_activity activity USING (pid)
         WHERE NOT pg_locks.granted AND activity.datname = current_database()`,
      );
      return (waiting as number) >= count;
    });
  };

  it('finds marks set aside that were so while it waited', async () => {
    const found = await aScoredCase(api, session);
    await declare(found.assessors[1], found.candidate);
    const answers = await api.db.transaction(async (manager) => {
      await manager.query('SELECT FROM entry WHERE id = $1 FOR UPDATE', [found.entry.id]);
      const aside = answer(found, 'set-aside');
      await untilBlocked(api.db);
      const made = decide(found).then((done) => done);
      await blocked(2);
      return [aside, made] as const;
    });
    expect((await answers[0]).status).toBe(200);
    expect((await answers[1]).body.code).toBe('DECISION_INCOMPLETE');
  });

  it('is made before a tie is known, and then nothing is set aside', async () => {
    const found = await aScoredCase(api, session);
    const answers = await api.db.transaction(async (manager) => {
      // It has read its evidence by then, and holds the case.
      await manager.query('LOCK TABLE decision IN SHARE MODE');
      const made = decide(found).then((done) => done);
      await untilBlocked(api.db);
      await declare(found.assessors[1], found.candidate);
      const aside = answer(found, 'set-aside');
      await blocked(2);
      return [made, aside] as const;
    });
    expect((await answers[0]).status).toBe(201);
    expect((await answers[1]).body.code).toBe('MARKS_CASE_CHANGED');
    expect((await reviewBy(found, found.assessors[1])).state).toBe('submitted');
  });
});
