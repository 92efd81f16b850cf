import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  AssessmentView,
  ExamSessionView,
  InterestsView,
  PersonRole,
  ReviewEnd,
} from '@ennead/contracts';
import { Interest, makeDataSource, Person, Review, TrainerTerm } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { openSession } from './attempts-harness.ts';
import { aCohort, aScoredCase, grant } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { putOnDuty } from './harness/on-duty.ts';
import { anInstitution, aPerson, logInAs, PASSWORD } from './harness/people.ts';
import {
  anAuthor,
  startPortfolioApi,
  submitPortfolio,
  type Author,
  type PortfolioApi,
} from './portfolios-harness.ts';
import {
  allAt,
  aModerator,
  anAssessor,
  dismissReviewers,
  mark,
  queueOf,
  reviewsOf,
  rubricOf,
  type Reviewer,
} from './reviews-harness.ts';

let api: PortfolioApi;
let session: ExamSessionView;
beforeAll(async () => {
  api = await startPortfolioApi();
  session = await openSession(api);
});
afterAll(() => api?.close());

const loggedIn = async ({ email }: Person): Promise<Client> => {
  const client = new Client(api.url);
  await client.logIn(email, PASSWORD);
  return client;
};

const reason = 'We studied together for years.';

describe('a certifier whom something ties to the candidate', () => {
  type Tie = (
    candidate: Person,
  ) => Promise<{ person: Person; erase: () => Promise<unknown>; cohortId?: string }>;
  const house = async (candidate: Person): Promise<string> => {
    const { id } = await anInstitution(api.db);
    await api.db.manager.update(Person, { id: candidate.id }, { institutionId: id });
    return id;
  };
  const become = ({ id }: Person, roles: PersonRole[], institutionId: string | null) =>
    api.db.manager.update(Person, { id }, { roles, institutionId });
  const declared =
    (tie: 'relative' | 'acquaintance', by: (person: Person) => Partial<Interest>): Tie =>
    async (candidate) => {
      const person = await aPerson(api.db, { roles: ['certifier'] });
      const { id } = await api.db.manager.save(
        api.db.manager.create(Interest, { personId: person.id, tie, note: '', ...by(candidate) }),
      );
      const ended = { untilAt: new Date() };
      return { person, erase: () => api.db.manager.update(Interest, { id }, ended) };
    };

  /** Every way in which somebody comes to be tied, and how whoever would like to be rid of it goes about it. */
  const ties: Record<string, Tie> = {
    'trained them, and was taken off the list': async () => {
      const person = await aPerson(api.db, { roles: ['trainer', 'certifier'] });
      const cohort = await aCohort(api, session);
      await api.db.manager.update(Person, { id: person.id }, { institutionId: cohort.institutionId });
      const manager = await logInAs(api, { roles: ['manager'], institutionId: cohort.institutionId });
      const trainers = `/api/cohorts/${cohort.id}/trainers`;
      await manager.client.put(trainers, { trainerIds: [person.id] }).expect(200);
      await become(person, ['trainer', 'certifier'], null);
      return {
        person,
        cohortId: cohort.id,
        erase: () => manager.client.put(trainers, { trainerIds: [] }).expect(200),
      };
    },
    'managed their institution, and left it': async (candidate) => {
      const institutionId = await house(candidate);
      const person = await aPerson(api.db, { roles: ['manager', 'certifier'], institutionId });
      return { person, erase: () => become(person, ['certifier'], null) };
    },
    'worked for it, and was shut out for a moment': async (candidate) => {
      const institutionId = await house(candidate);
      const person = await aPerson(api.db, { roles: ['trainer', 'certifier'], institutionId });
      return {
        person,
        erase: async () => {
          await api.db.query('UPDATE person SET disabled_at = clock() WHERE id = $1', [person.id]);
          await api.db.query('UPDATE person SET disabled_at = NULL, institution_id = NULL WHERE id = $1', [
            person.id,
          ]);
        },
      };
    },
    'worked for it, and the candidate left it': async (candidate) => {
      const institutionId = await house(candidate);
      const person = await aPerson(api.db, { roles: ['certifier'], institutionId });
      return {
        person,
        erase: () => api.db.manager.update(Person, { id: candidate.id }, { institutionId: null }),
      };
    },
    'declared to be a relative, and to be none any more': declared('relative', ({ id }) => ({
      candidateId: id,
    })),
    'declared to know the address': declared('acquaintance', ({ email }) => ({ email })),
  };

  it.each(Object.entries(ties))('who %s, stays out of the case at every door', async (_, tie) => {
    const { entry, candidate } = await aScoredCase(api, session);
    const { person, erase, cohortId } = await tie(candidate);
    if (cohortId) await api.db.query('UPDATE entry SET cohort_id = $1 WHERE id = $2', [cohortId, entry.id]);
    const { client } = await logInAs(api, { roles: ['certifier'] });
    const tied = await loggedIn(person);
    const proposal = await client.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    for (const moment of ['while it holds', 'when it is over']) {
      const evidence = await tied.get(`/api/entries/${entry.id}/evidence`).expect(200);
      expect([moment, evidence.body.evidence, evidence.body.conflicts.length > 0]).toEqual([
        moment,
        null,
        true,
      ]);
      const doors = [
        tied.post(`/api/entries/${entry.id}/decision`, grant),
        tied.get(`/api/entries/${entry.id}/trail`),
        tied.get(`/api/entries/${entry.id}/result`),
        tied.post(`/api/decisions/${proposal.body.id}/withdraw`, { reason }),
        tied.post(`/api/decisions/${proposal.body.id}/confirm`, { reason }),
        tied.post(`/api/decisions/${proposal.body.id}/reject`, { reason }),
      ];
      for (const { status, body } of await Promise.all(doors))
        expect([moment, status, body.code]).toEqual([moment, 403, 'DECISION_CONFLICT']);
      await erase();
    }
  });

  it('ends a term and adds one, and can take nothing of it away', async () => {
    const trainer = await aPerson(api.db, { roles: ['trainer'] });
    await aCohort(api, session, [trainer.id]);
    const app = await makeDataSource(api.database.appUrl, 1).initialize();
    for (const table of ['trainer_term', 'interest', 'interest_declaration', 'appointment'])
      await expect(app.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    await expect(app.query('UPDATE trainer_term SET from_at = clock()')).rejects.toThrow('permission denied');
    await expect(app.query('UPDATE appointment SET until_at = clock()')).rejects.toThrow('permission denied');
    await app.destroy();
    expect(await api.db.manager.countBy(TrainerTerm, { personId: trainer.id })).toBe(1);
  });

  it('leaves a case whose candidate they know, and finds it closed', async () => {
    const { entry } = await aScoredCase(api, session);
    const { client } = await logInAs(api, { roles: ['certifier'] });
    await client.get(`/api/entries/${entry.id}/trail`).expect(200);
    await client
      .post(`/api/entries/${entry.id}/interest`, { tie: 'colleague', note: 'Same team.' })
      .expect(204);
    const { body } = await client.get(`/api/entries/${entry.id}/evidence`).expect(200);
    expect(body).toMatchObject({ evidence: null, conflicts: ['colleague'] });
    await client.post(`/api/entries/${entry.id}/decision`, grant).expect(403);
    const own = (await client.get('/api/interests').expect(200)).body as InterestsView;
    expect(own.interests).toMatchObject([{ tie: 'colleague', email: null, endedAt: null }]);
  });
});

describe('a certifier who marks', () => {
  it('is given no script of somebody whose case they have looked into', async () => {
    await dismissReviewers(api);
    const looked = await logInAs(api, { roles: ['assessor', 'certifier'] });
    await anAssessor(api);
    const author = await anAuthor(api, session);
    await looked.client.get(`/api/entries/${author.entry.id}/evidence`).expect(200);
    expect((await submitPortfolio(author)).state).toBe('submitted');
    await anAssessor(api);
    await api.work.assign();
    const given = (await reviewsOf(api, author)).map(({ reviewerId }) => reviewerId);
    expect(given).toHaveLength(2);
    expect(given).not.toContain(looked.person.id);
  });
});

describe('an administrator who marked', () => {
  it('reaches the case neither by its trail nor by its acts', async () => {
    await dismissReviewers(api);
    await anAssessor(api);
    const both = await anAssessor(api);
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    const roles: PersonRole[] = ['assessor', 'administrator'];
    await api.db.manager.update(Person, { id: both.person.id }, { roles });
    const entry = `/api/entries/${author.entry.id}`;
    await both.client.get(`${entry}/trail`).expect(403);
    await both.client.get(`${entry}/free-sitting`).expect(403);
    await both.client.post(`${entry}/excuse`, { reason }).expect(403);
    const { client } = await logInAs(api, { roles: ['administrator'] });
    await client.get(`${entry}/trail`).expect(200);
  });
});

describe('declaring interests', () => {
  const declaration = (input: object) => ({
    email: null,
    institutionId: null,
    endedOn: null,
    note: '',
    ...input,
  });

  it('comes before the first case and again every year, at every door', async () => {
    await makeClockShiftable(api.db);
    const { entry } = await aScoredCase(api, session);
    const { client } = await logInAs(api, { roles: ['certifier'], declared: false });
    const open = () => client.get(`/api/entries/${entry.id}/trail`);
    const doors = () => [
      open(),
      client.get(`/api/entries/${entry.id}/evidence`),
      client.post(`/api/entries/${entry.id}/decision`, grant),
    ];
    for (const { status, body } of await Promise.all(doors()))
      expect([status, body.code]).toEqual([403, 'DECLARATION_DUE']);
    expect((await client.get('/api/interests').expect(200)).body).toMatchObject({
      isDue: true,
      declaredAt: null,
    });
    expect((await client.post('/api/interests/confirm').expect(200)).body).toMatchObject({ isDue: false });
    await open().expect(200);
    await shiftClock(api.db, '364 days');
    await open().expect(200);
    await shiftClock(api.db, '366 days');
    await open().expect(403);
    expect((await client.get('/api/interests').expect(200)).body).toMatchObject({
      isDue: true,
      declaredAt: expect.any(String),
    });
    await shiftClock(api.db, '0');
  });

  it('is kept whether anybody has the address or not, and says nothing of it', async () => {
    const { client, person } = await logInAs(api, { roles: ['assessor'] });
    const known = await aPerson(api.db);
    const answers = [];
    for (const email of [known.email, 'nobody@example.org'])
      answers.push(
        (await client.post('/api/interests', declaration({ tie: 'teacher', email })).expect(200)).body,
      );
    const shown = (answers[1] as InterestsView).interests.map(({ tie, email, endedAt }) => ({
      tie,
      email,
      endedAt,
    }));
    expect(shown).toEqual([
      { tie: 'teacher', email: 'nobody@example.org', endedAt: null },
      { tie: 'teacher', email: known.email, endedAt: null },
    ]);
    expect(JSON.stringify(answers)).not.toContain(known.id);
    await client.post('/api/interests', declaration({ tie: 'teacher', email: person.email })).expect(400);
  });

  it.each([
    ['a person for a house', { tie: 'employee', email: 'eve@example.org' }],
    ['nobody', { tie: 'relative' }],
    ['a house for a person', { tie: 'relative', institutionId: '6e6f7468-696e-4720-8865-726500000000' }],
    ['what only the record says', { tie: 'assessor', email: 'eve@example.org' }],
    ['an end that is to come', { tie: 'relative', email: 'eve@example.org', endedOn: '2999-01-01' }],
  ])('refuses %s', async (_, input) => {
    const { client } = await logInAs(api, { roles: ['assessor'] });
    await client.post('/api/interests', declaration(input)).expect(400);
  });

  it('is to an institution that there is', async () => {
    const { client } = await logInAs(api, { roles: ['assessor'] });
    const { id } = await anInstitution(api.db);
    const to = (institutionId: string) =>
      client.post('/api/interests', declaration({ tie: 'employee', institutionId }));
    await to('6e6f7468-696e-4720-8865-726500000000').expect(404);
    const { interests } = (await to(id).expect(200)).body as InterestsView;
    expect(interests).toMatchObject([{ tie: 'employee', institution: { id } }]);
  });

  it('is ended by whose it is, once', async () => {
    const { client } = await logInAs(api, { roles: ['assessor'] });
    const other = await logInAs(api, { roles: ['assessor'] });
    const { body } = await client
      .post('/api/interests', declaration({ tie: 'relative', email: 'eve@example.org' }))
      .expect(200);
    const id = (body as InterestsView).interests[0]!.id;
    await other.client.post(`/api/interests/${id}/end`).expect(404);
    await client.post(`/api/interests/${id}/end`).expect(200);
    await client.post(`/api/interests/${id}/end`).expect(404);
  });
});

describe('a script', () => {
  let author: Author;
  let given: Reviewer[];
  let spare: Reviewer;
  const reviewOf = async ({ person }: Reviewer): Promise<Review> =>
    (await reviewsOf(api, author)).find(({ reviewerId }) => reviewerId === person.id)!;
  const registrar = async () => {
    const made = await logInAs(api, { roles: ['registrar'] });
    await putOnDuty(api.db);
    return made;
  };

  beforeEach(async () => {
    await dismissReviewers(api);
    given = [await anAssessor(api), await anAssessor(api)];
    author = await anAuthor(api, session);
    await submitPortfolio(author);
    spare = await anAssessor(api);
  });

  it('goes to somebody else at once when its assessor knows whose it is, and never back', async () => {
    const [one, other] = given as [Reviewer, Reviewer];
    const { id } = await reviewOf(one);
    await other.client.post(`/api/reviews/${id}/hand-back`, { tie: 'acquaintance', reason }).expect(404);
    await one.client.post(`/api/reviews/${id}/hand-back`, { tie: 'acquaintance', reason }).expect(204);
    await author.settle();
    expect((await queueOf(spare)).leftCount).toBe(1);
    expect(await queueOf(one)).toMatchObject({ reviews: [], takenBack: [{ id, why: 'known', reason }] });
    for (const answer of [
      await one.client.get(`/api/reviews/${id}`),
      await one.client.post(`/api/reviews/${id}/submit`),
      await one.client.post(`/api/reviews/${id}/hand-back`, { tie: 'acquaintance', reason }),
    ])
      expect(answer.status).toBe(404);
    const marks = allAt(await rubricOf(api), 3);
    for (const reviewer of [other, spare])
      await (
        await mark(reviewer, (await reviewOf(reviewer)).id, marks)
      ).status;
    const { state } = (await author.client.get(`/api/entries/mine`).expect(200)).body[0].parts.at(-1);
    expect(state).toBe('scored');
  });

  it.each<[string, ReviewEnd, (person: Person) => Promise<unknown>]>([
    ['lost the role', 'left', ({ id }) => api.db.manager.update(Person, { id }, { roles: ['trainer'] })],
    [
      'was shut out',
      'left',
      ({ id }) => api.db.query('UPDATE person SET disabled_at = clock() WHERE id = $1', [id]),
    ],
    [
      'declared to be a relative',
      'conflict',
      ({ id }) =>
        api.db.manager.insert(Interest, {
          personId: id,
          tie: 'relative',
          candidateId: author.person.id,
          note: '',
        }),
    ],
    [
      'was named to train the candidate',
      'conflict',
      async ({ id }) => {
        const cohort = await aCohort(api, session, [id]);
        await api.db.query('UPDATE entry SET cohort_id = $1 WHERE id = $2', [cohort.id, author.entry.id]);
      },
    ],
  ])('is closed to an assessor who %s, and goes to somebody else by itself', async (_, endedFor, happens) => {
    const [one] = given as [Reviewer];
    const { id } = await reviewOf(one);
    await one.client.put(`/api/reviews/${id}`, { marks: {}, comment: '' }).expect(200);
    await happens(one.person);
    const marks = { marks: allAt(await rubricOf(api), 4), comment: '' };
    for (const { status } of [
      await one.client.get(`/api/reviews/${id}`),
      await one.client.put(`/api/reviews/${id}`, marks),
      await one.client.post(`/api/reviews/${id}/submit`),
    ])
      expect([401, 403, 404]).toContain(status);
    await api.work.takeBack();
    expect(await reviewOf(spare)).toMatchObject({ state: 'assigned' });
    expect(await reviewOf(one)).toMatchObject({ state: 'handed-back', endedFor, marks: {} });
    await api.work.takeBack();
    expect(await reviewsOf(api, author)).toHaveLength(3);
    // Whoever may still look at their list learns that it is gone, and not that a tie was found: it would say whose it is.
    const list = await one.client.get('/api/reviews');
    if (list.status === 200)
      expect(list.body.takenBack).toMatchObject([{ id, why: 'elsewhere', reason: null }]);
    else expect([401, 403]).toContain(list.status);
  });

  it('is taken from its assessor with a reason, by a registrar whom nothing ties to the candidate', async () => {
    const [one] = given as [Reviewer];
    const { id } = await reviewOf(one);
    const path = `/api/assessment/reviews/${id}/reassign`;
    const tied = await registrar();
    await api.db.manager.insert(Interest, {
      personId: tied.person.id,
      tie: 'relative',
      candidateId: author.person.id,
      note: '',
    });
    await tied.client.post(path, { reason }).expect(403);
    const list = (await tied.client.get('/api/assessment').expect(200)).body as AssessmentView;
    expect(list.scripts.map(({ reviewId }) => reviewId)).not.toContain(id);
    const loadsIn = ({ reviewers }: AssessmentView) =>
      given.map(({ person }) => reviewers.find((each) => each.id === person.id)?.openCount);
    expect(loadsIn(list)).toEqual([0, 0]);
    const { client } = await registrar();
    expect(loadsIn((await client.get('/api/assessment').expect(200)).body as AssessmentView)).toEqual([1, 1]);
    await client.post(path, { reason: 'Late.' }).expect(400);
    await client.post(path, { reason }).expect(204);
    await client.post(path, { reason }).expect(409);
    await author.settle();
    expect((await queueOf(spare)).leftCount).toBe(1);
    expect((await queueOf(one)).takenBack).toMatchObject([{ id, why: 'reassigned', reason }]);
    const seen = (await client.get('/api/assessment').expect(200)).body as AssessmentView;
    expect(seen.handedBack[0]).toMatchObject({ reviewId: id, why: 'reassigned', reason });
    const hidden = (await tied.client.get('/api/assessment').expect(200)).body as AssessmentView;
    expect(hidden.handedBack.map(({ reviewId }) => reviewId)).not.toContain(id);
    expect(JSON.stringify(seen)).not.toContain(author.person.name);
  });

  it('does not come back to whom it was taken from, also where they have the least to do', async () => {
    const [one] = given as [Reviewer];
    const next = await anAssessor(api);
    // To those who have nothing yet.
    await submitPortfolio(await anAuthor(api, session));
    expect([(await queueOf(spare)).leftCount, (await queueOf(next)).leftCount]).toEqual([1, 1]);
    await api.db.manager.insert(Interest, {
      personId: spare.person.id,
      tie: 'relative',
      candidateId: author.person.id,
      note: '',
    });
    const { client } = await registrar();
    const { id } = await reviewOf(one);
    await client.post(`/api/assessment/reviews/${id}/reassign`, { reason }).expect(204);
    const { waiting } = (await client.get('/api/assessment').expect(200)).body as AssessmentView;
    expect(waiting.map(({ missingCount, mayCount }) => [missingCount, mayCount])).toContainEqual([1, 1]);
    await author.settle();
    expect(await reviewOf(next)).toMatchObject({ state: 'assigned' });
  });

  it('goes to nobody whose declaration is over a year old', async () => {
    const [one] = given as [Reviewer];
    await api.db.query(
      `UPDATE interest_declaration SET at = clock() - interval '13 months' WHERE person_id = $1`,
      [spare.person.id],
    );
    const { id } = await reviewOf(one);
    await one.client.post(`/api/reviews/${id}/hand-back`, { tie: 'acquaintance', reason }).expect(204);
    await author.settle();
    expect(await reviewsOf(api, author)).toHaveLength(2);
    expect((await queueOf(spare)).leftCount).toBe(0);
  });

  it('waits where nobody may take it, and the registrar sees how many may and who is not available', async () => {
    const [one] = given as [Reviewer];
    const { id } = await reviewOf(one);
    await one.client.post(`/api/reviews/${id}/hand-back`, { tie: 'acquaintance', reason }).expect(204);
    const { client } = await registrar();
    const newcomer = await logInAs(api, { roles: ['assessor'], declared: false });
    const seen = async () => {
      const { waiting, reviewers } = (await client.get('/api/assessment').expect(200)).body as AssessmentView;
      const { kind, missingCount, mayCount } = waiting.at(-1)!;
      const lacks = reviewers.find((each) => each.id === newcomer.person.id)!.lacks;
      return { kind, missingCount, mayCount, lacks };
    };
    const script = { kind: 'review', missingCount: 1 };
    expect(await seen()).toEqual({ ...script, mayCount: 1, lacks: 'declaration' });
    await api.db.manager.insert(Interest, {
      personId: spare.person.id,
      tie: 'relative',
      candidateId: author.person.id,
      note: '',
    });
    expect(await seen()).toEqual({ ...script, mayCount: 0, lacks: 'declaration' });
    await newcomer.client.post('/api/interests/confirm').expect(200);
    expect(await seen()).toEqual({ ...script, mayCount: 1, lacks: null });
    const invited = await aPerson(api.db, { roles: ['moderator'] });
    await api.db.query('UPDATE person SET password_hash = NULL WHERE id = $1', [invited.id]);
    const { reviewers } = (await client.get('/api/assessment').expect(200)).body as AssessmentView;
    expect(reviewers.find((each) => each.id === invited.id)).toMatchObject({
      kind: 'adjudication',
      lacks: 'account',
    });
  });

  it('waits while a problem that its assessor reported has no answer', async () => {
    const [one] = given as [Reviewer];
    const { id } = await reviewOf(one);
    const problem = { problem: 'unreadable', reason: 'The only file does not open.' };
    await one.client.post(`/api/reviews/${id}/problem`, problem).expect(204);
    const again = await one.client.post(`/api/reviews/${id}/problem`, problem);
    const early = await mark(one, id, allAt(await rubricOf(api), 4));
    for (const { status, body } of [again, early])
      expect([status, body.code]).toEqual([409, 'SCRIPT_PROBLEM_OPEN']);
    const { client } = await registrar();
    const listed = async () => {
      const { scripts } = (await client.get('/api/assessment').expect(200)).body as AssessmentView;
      return scripts.find(({ reviewId }) => reviewId === id)!;
    };
    const { problem: reported } = await listed();
    expect(reported).toMatchObject(problem);
    const answer = { goesOn: true, reason: 'It opens with a plain editor.' };
    const path = `/api/assessment/problems/${reported!.id}/answer`;
    await client.post(path, answer).expect(204);
    await client.post(path, answer).expect(404);
    expect((await listed()).problem).toBeNull();
    const { body } = await one.client.get(`/api/reviews/${id}`).expect(200);
    expect(body.problem).toMatchObject({ answer: answer.reason });
    await one.client.post(`/api/reviews/${id}/submit`).expect(200);
  });

  it('of a moderator who knows the candidate goes to another moderator', async () => {
    const [one, other] = given as [Reviewer, Reviewer];
    const first = await aModerator(api);
    await mark(one, (await reviewOf(one)).id, allAt(await rubricOf(api), 4));
    await mark(other, (await reviewOf(other)).id, allAt(await rubricOf(api), 0));
    await author.settle();
    const second = await aModerator(api);
    const { id } = (await queueOf(first, '/api/adjudications')).reviews[0]!;
    await first.client.post(`/api/reviews/${id}/hand-back`, { tie: 'relative', reason }).expect(204);
    await author.settle();
    expect((await queueOf(second, '/api/adjudications')).leftCount).toBe(1);
  });
});
