import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExamSessionView, Marks, ReviewQueueView, ReviewView, Rubric } from '@ennead/contracts';
import { AuditEvent, type Person, PortfolioVersion, Review } from '@ennead/persistence';
import { recomputePortfolioScore } from '../src/modules/reviews/recompute-portfolio-score.ts';
import { ReviewAssignment } from '../src/modules/reviews/review-assignment.ts';
import { openSession } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, logInAs } from './harness/people.ts';
import {
  anAuthor,
  startPortfolioApi,
  submitPortfolio,
  viewOf,
  type Author,
  type PortfolioApi,
} from './portfolios-harness.ts';

type Reviewer = { readonly client: Client; readonly person: Person };

let api: PortfolioApi;
let session: ExamSessionView;
let rubric: Rubric;
beforeAll(async () => {
  api = await startPortfolioApi();
  session = await openSession(api);
  rubric = api.content.rubrics.get('application-engineer.junior.portfolio')!.rubric;
});
afterAll(() => api?.close());

/** Each spec begins without reviewers of others. */
beforeEach(() => api.db.query(`UPDATE person SET disabled_at = now() WHERE roles && '{assessor,moderator}'`));

const anAssessor = (institutionId: string | null = null): Promise<Reviewer> =>
  logInAs(api, { roles: ['assessor'], institutionId });
const aModerator = (): Promise<Reviewer> => logInAs(api, { roles: ['moderator'] });

const queueOf = async ({ client }: Reviewer, path = '/api/reviews') =>
  (await client.get(path).expect(200)).body as ReviewQueueView;
const firstOf = async (reviewer: Reviewer, path?: string): Promise<ReviewView> => {
  const [first] = (await queueOf(reviewer, path)).reviews;
  return (await reviewer.client.get(`/api/reviews/${first!.id}`).expect(200)).body as ReviewView;
};

/** The same points for every criterion. */
const allAt = (points: number): Marks =>
  Object.fromEntries(rubric.criteria.map(({ id }) => [id, { points, note: `worth ${points}` }]));

const mark = async ({ client }: Reviewer, id: string, marks: Marks) => {
  await client.put(`/api/reviews/${id}`, { marks, comment: 'A comment.' }).expect(200);
  return client.post(`/api/reviews/${id}/submit`);
};

const markFirst = async (reviewer: Reviewer, points: number): Promise<ReviewView> => {
  const { id } = await firstOf(reviewer);
  return (await mark(reviewer, id, allAt(points))).body as ReviewView;
};

const reviewsOf = async (author: Author): Promise<Review[]> => {
  const version = await api.db.manager.findOneByOrFail(PortfolioVersion, {
    portfolioId: author.portfolio.id,
  });
  return api.db.manager.findBy(Review, { portfolioVersionId: version.id });
};

const actionsOn = async ({ enrolment }: Author): Promise<string[]> => {
  const events = await api.db.manager.find(AuditEvent, {
    where: { enrolmentId: enrolment.id },
    order: { id: 'ASC' },
  });
  return events.map(({ action }) => action);
};

describe('assigning', () => {
  it('gives a submission to two assessors with the least open work', async () => {
    const busy = await anAssessor();
    const [a, b] = [await anAssessor(), await anAssessor()];
    await api.db.query(`UPDATE person SET disabled_at = now() WHERE id = $1`, [b.person.id]);
    await submitPortfolio(await anAuthor(api, session));
    await api.db.query(`UPDATE person SET disabled_at = NULL WHERE id = $1`, [b.person.id]);
    await api.db.query(`UPDATE review SET state = 'submitted' WHERE reviewer_id = $1`, [a.person.id]);
    const view = await submitPortfolio(await anAuthor(api, session));
    expect(view.state).toBe('in-review');
    expect((await queueOf(busy)).leftCount).toBe(1);
    expect((await queueOf(a)).leftCount).toBe(1);
    expect((await queueOf(b)).leftCount).toBe(1);
  });

  it('never chooses the candidate or a trainer; it waits instead, and catches up', async () => {
    const trainer = await anAssessor();
    await anAssessor();
    const author = await anAuthor(api, session, {
      roles: ['candidate', 'assessor'],
      trainerIds: [trainer.person.id],
    });
    expect((await submitPortfolio(author)).state).toBe('submitted');
    await api.app.get(ReviewAssignment).sweep();
    expect((await viewOf(author)).state).toBe('submitted');
    await anAssessor();
    await api.app.get(ReviewAssignment).sweep();
    expect((await viewOf(author)).state).toBe('in-review');
    const reviewerIds = (await reviewsOf(author)).map(({ reviewerId }) => reviewerId);
    expect(reviewerIds).not.toContain(trainer.person.id);
    expect(reviewerIds).not.toContain(author.person.id);
    expect((await queueOf(trainer)).reviews).toEqual([]);
  });

  it('passes over the candidate’s own institution while there are others', async () => {
    const { id: institutionId } = await anInstitution(api.db);
    const inside = await anAssessor(institutionId);
    await anAssessor();
    await anAssessor();
    const author = await anAuthor(api, session, { institutionId });
    await submitPortfolio(author);
    expect((await reviewsOf(author)).map(({ reviewerId }) => reviewerId)).not.toContain(inside.person.id);
  });
});

describe('blindness', () => {
  it('tells a reviewer neither who the candidate is nor what others mark', async () => {
    const [one, other, moderator] = [await anAssessor(), await anAssessor(), await aModerator()];
    const { id: institutionId } = await anInstitution(api.db);
    const author = await anAuthor(api, session, { name: '林 悦然', institutionId });
    await submitPortfolio(author, `我是林悦然，邮箱 ${author.person.email.toUpperCase()}。`);
    const { id } = await firstOf(other);
    await mark(other, id, { ...allAt(4), [rubric.criteria[0]!.id]: { points: 4, note: 'secret remark' } });
    const view = await firstOf(one);
    const download = await one.client
      .get(`/api/artefacts/${view.submission.artefacts[0]!.id}/file`)
      .expect(200);
    const answers = [view, await queueOf(one), download.headers, download.body as object];
    const said = JSON.stringify([...answers, (await one.client.get(`/api/reviews/${view.id}`)).body]);
    for (const hidden of [
      author.person.name,
      '林悦然',
      author.person.email,
      author.person.id,
      author.enrolment.id,
      institutionId,
      other.person.id,
      'secret remark',
    ])
      expect(said.toLowerCase()).not.toContain(hidden.toLowerCase());
    expect(view.reviews).toEqual([]);
    expect(view.marks).toEqual({});
    expect(view.code).toMatch(/^P-[0-9A-Z]{4}$/);
    expect(download.headers['content-disposition']).toContain('filename="A1.md"');
    for (const stranger of [one, moderator]) {
      await stranger.client.get(`/api/reviews/${id}`).expect(404);
      await stranger.client.put(`/api/reviews/${id}`, { marks: {}, comment: '' }).expect(404);
      await stranger.client.post(`/api/reviews/${id}/submit`).expect(404);
    }
  });

  it('tells the candidate nothing before there is a score, and never who marked', async () => {
    const [one, other] = [await anAssessor(), await anAssessor()];
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    await markFirst(one, 3);
    expect(await viewOf(author)).toMatchObject({ state: 'in-review', outcome: null });
    await markFirst(other, 3);
    const view = await viewOf(author);
    expect(view.state).toBe('scored');
    const said = JSON.stringify(view);
    for (const { person } of [one, other]) {
      expect(said).not.toContain(person.id);
      expect(said).not.toContain(person.name);
    }
    expect(said).not.toContain('worth 3');
  });
});

describe('marking', () => {
  it('saves marks as they come, and takes only those of the rubric', async () => {
    const reviewer = await anAssessor();
    await anAssessor();
    await submitPortfolio(await anAuthor(api, session));
    const { id } = await firstOf(reviewer);
    const [criterion] = rubric.criteria;
    const marks = { [criterion!.id]: { points: 2, note: 'So far.' } };
    const put = (body: object) => reviewer.client.put(`/api/reviews/${id}`, body);
    await put({ marks, comment: 'Not done.' }).expect(200);
    expect(await firstOf(reviewer)).toMatchObject({
      marks,
      comment: 'Not done.',
      state: 'assigned',
      scoreCents: null,
    });
    expect((await queueOf(reviewer)).reviews[0]).toMatchObject({ markedCount: 1, criterionCount: 5 });
    await put({ marks: { [criterion!.id]: { points: 5 } }, comment: '' }).expect(400);
    await put({ marks: { [criterion!.id]: { points: 1.5 } }, comment: '' }).expect(400);
    await put({ marks: { 'no-such': { points: 1 } }, comment: '' }).expect(400);
    const refused = await reviewer.client.post(`/api/reviews/${id}/submit`).expect(409);
    expect(refused.body.code).toBe('REVIEW_INCOMPLETE');
    expect(refused.body.errors).toHaveLength(4);
  });

  it('is final once submitted, and names the next script', async () => {
    const reviewer = await anAssessor();
    await anAssessor();
    await submitPortfolio(await anAuthor(api, session));
    await submitPortfolio(await anAuthor(api, session));
    const [first, second] = (await queueOf(reviewer)).reviews;
    const done = (await mark(reviewer, first!.id, allAt(3))).body as ReviewView;
    expect(done).toMatchObject({ state: 'submitted', scoreCents: 7500, nextId: second!.id, leftCount: 1 });
    const late = await reviewer.client
      .put(`/api/reviews/${first!.id}`, { marks: allAt(0), comment: '' })
      .expect(409);
    expect(late.body.code).toBe('REVIEW_SUBMITTED');
    await reviewer.client.post(`/api/reviews/${first!.id}/submit`).expect(409);
    expect((await queueOf(reviewer)).reviews.map(({ state }) => state)).toEqual(['assigned', 'submitted']);
  });
});

describe('settling', () => {
  it('takes the mean of two that agree, and can be computed again from what is stored', async () => {
    const [one, other] = [await anAssessor(), await anAssessor()];
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    await mark(one, (await firstOf(one)).id, allAt(3));
    const [first] = rubric.criteria;
    await mark(other, (await firstOf(other)).id, { ...allAt(3), [first!.id]: { points: 4 } });
    const view = await viewOf(author);
    // 75.00 and 82.00: the first criterion weighs 28.
    expect(view).toMatchObject({ state: 'scored', outcome: { scoreCents: 7850, adjudicated: false } });
    expect(view.outcome!.criteria[0]).toMatchObject({ id: first!.id, halfPoints: 7, descriptor: null });
    expect(view.outcome!.criteria[1]!.halfPoints).toBe(6);
    expect(recomputePortfolioScore(await reviewsOf(author), rubric)).toMatchObject({
      kind: 'settled',
      by: 'agreement',
      scoreCents: view.outcome!.scoreCents,
    });
    expect(await actionsOn(author)).toEqual([
      'portfolio.begun',
      'artefact.added',
      'portfolio.submitted',
      'review.assigned',
      'review.assigned',
      'review.submitted',
      'review.submitted',
      'portfolio.scored',
    ]);
  });

  it('happens once when both are submitted at the same moment', async () => {
    for (const points of [2, 4]) {
      const [one, other] = [await anAssessor(), await anAssessor()];
      await aModerator();
      const author = await anAuthor(api, session);
      await submitPortfolio(author);
      const ids = [(await firstOf(one)).id, (await firstOf(other)).id];
      await one.client.put(`/api/reviews/${ids[0]}`, { marks: allAt(2), comment: '' }).expect(200);
      await other.client.put(`/api/reviews/${ids[1]}`, { marks: allAt(points), comment: '' }).expect(200);
      const answers = await Promise.all([
        one.client.post(`/api/reviews/${ids[0]}/submit`),
        other.client.post(`/api/reviews/${ids[1]}/submit`),
        one.client.post(`/api/reviews/${ids[0]}/submit`),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
      const settled = (await actionsOn(author)).filter((action) =>
        /scored|disputed|adjudication/.test(action),
      );
      expect(settled).toEqual(
        points === 2 ? ['portfolio.scored'] : ['portfolio.disputed', 'adjudication.assigned'],
      );
      await api.db.query(`UPDATE person SET disabled_at = now() WHERE roles && '{assessor,moderator}'`);
    }
  });

  it('calls a moderator past the set disagreement, whose marks decide', async () => {
    const [one, other] = [await anAssessor(), await anAssessor()];
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    await markFirst(one, 2);
    await markFirst(other, 4);
    expect(await viewOf(author)).toMatchObject({ state: 'adjudication', outcome: null });
    const both = await logInAs(api, { roles: ['assessor', 'moderator'] });
    await api.db.query(`UPDATE person SET roles = '{assessor,moderator}' WHERE id = $1`, [one.person.id]);
    await api.app.get(ReviewAssignment).sweep();
    expect((await queueOf(both)).reviews).toEqual([]);
    expect((await queueOf(one, '/api/adjudications')).reviews).toEqual([]);
    const view = await firstOf(both, '/api/adjudications');
    expect(view).toMatchObject({ kind: 'adjudication', marks: {} });
    expect(view.reviews.map(({ label }) => label)).toEqual(['A', 'B']);
    expect(view.reviews.map(({ scoreCents }) => scoreCents).sort()).toEqual([10_000, 5_000]);
    const said = JSON.stringify(view);
    for (const { person } of [one, other, author]) {
      expect(said).not.toContain(person.id);
      expect(said).not.toContain(person.email);
      expect(said).not.toContain(person.name);
    }
    await both.client.get(`/api/artefacts/${view.submission.artefacts[0]!.id}/file`).expect(200);
    await mark(both, view.id, allAt(3));
    expect(await viewOf(author)).toMatchObject({
      state: 'scored',
      outcome: { scoreCents: 7500, adjudicated: true },
    });
    expect(recomputePortfolioScore(await reviewsOf(author), rubric)).toMatchObject({
      by: 'adjudication',
      scoreCents: 7500,
    });
    expect((await actionsOn(author)).slice(-5)).toEqual([
      'review.submitted',
      'portfolio.disputed',
      'adjudication.assigned',
      'adjudication.submitted',
      'portfolio.scored',
    ]);
  });
});
