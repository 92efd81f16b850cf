import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExamSessionView, ReviewView, Rubric } from '@ennead/contracts';
import { Person } from '@ennead/persistence';
import { openSession } from './attempts-harness.ts';
import { anInstitution } from './harness/people.ts';
import {
  anAuthor,
  startPortfolioApi,
  submitPortfolio,
  viewOf,
  type PortfolioApi,
} from './portfolios-harness.ts';
import {
  allAt,
  aModerator,
  anAssessor,
  dismissReviewers,
  firstOf,
  mark,
  queueOf,
  reviewsOf,
  rubricOf,
} from './reviews-harness.ts';

let api: PortfolioApi;
let session: ExamSessionView;
let rubric: Rubric;
beforeAll(async () => {
  api = await startPortfolioApi();
  session = await openSession(api);
  rubric = await rubricOf(api);
});
afterAll(() => api?.close());
beforeEach(() => dismissReviewers(api));

describe('assigning', () => {
  it('gives a submission to two assessors with the least open work', async () => {
    const busy = await anAssessor(api);
    const [a, b] = [await anAssessor(api), await anAssessor(api)];
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
    const trainer = await anAssessor(api);
    await anAssessor(api);
    const author = await anAuthor(api, session, {
      roles: ['candidate', 'assessor'],
      trainerIds: [trainer.person.id],
    });
    expect((await submitPortfolio(author)).state).toBe('submitted');
    await api.work.assign();
    expect((await viewOf(author)).state).toBe('submitted');
    await anAssessor(api);
    await api.work.assign();
    expect((await viewOf(author)).state).toBe('in-review');
    const reviewerIds = (await reviewsOf(api, author)).map(({ reviewerId }) => reviewerId);
    expect(reviewerIds).not.toContain(trainer.person.id);
    expect(reviewerIds).not.toContain(author.person.id);
    expect((await queueOf(trainer)).reviews).toEqual([]);
  });

  it('is marked by nobody who is no assessor any more', async () => {
    const [one, other] = [await anAssessor(api), await anAssessor(api)];
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    await api.work.assign();
    const given = (await reviewsOf(api, author)).map(({ id, reviewerId }) => [reviewerId, id] as const);
    const id = new Map(given).get(one.person.id)!;
    await one.client.get(`/api/reviews/${id}`).expect(200);
    await other.client.get(`/api/reviews/${id}`).expect(404);
    await api.db.manager.update(Person, { id: one.person.id }, { roles: ['moderator'] });
    await one.client.get(`/api/reviews/${id}`).expect(404);
    await one.client.put(`/api/reviews/${id}`, { marks: {}, comment: '' }).expect(404);
    await one.client.post(`/api/reviews/${id}/submit`).expect(404);
  });

  it('never chooses who works where the candidate comes from', async () => {
    const { id: institutionId } = await anInstitution(api.db);
    const inside = await anAssessor(api, institutionId);
    await anAssessor(api);
    const author = await anAuthor(api, session, { institutionId });
    expect((await submitPortfolio(author)).state).toBe('submitted');
    await anAssessor(api);
    await api.work.assign();
    expect((await reviewsOf(api, author)).map(({ reviewerId }) => reviewerId)).not.toContain(
      inside.person.id,
    );
  });
});

describe('blindness', () => {
  it('tells a reviewer neither who the candidate is nor what others mark', async () => {
    const [one, other, moderator] = [await anAssessor(api), await anAssessor(api), await aModerator(api)];
    const { id: institutionId } = await anInstitution(api.db);
    const author = await anAuthor(api, session, { name: '林 悦然', institutionId });
    await submitPortfolio(author, `我是林悦然，邮箱 ${author.person.email.toUpperCase()}。`);
    const { id } = await firstOf(other);
    await mark(other, id, {
      ...allAt(rubric, 4),
      [rubric.criteria[0]!.id]: { points: 4, note: 'secret remark' },
    });
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
      author.entry.id,
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
    const [one, other] = [await anAssessor(api), await anAssessor(api)];
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    await mark(one, (await firstOf(one)).id, allAt(rubric, 3));
    expect(await viewOf(author)).toMatchObject({ state: 'in-review', outcome: null });
    await mark(other, (await firstOf(other)).id, allAt(rubric, 3));
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
    const reviewer = await anAssessor(api);
    await anAssessor(api);
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
    const reviewer = await anAssessor(api);
    await anAssessor(api);
    await submitPortfolio(await anAuthor(api, session));
    await submitPortfolio(await anAuthor(api, session));
    const [first, second] = (await queueOf(reviewer)).reviews;
    const done = (await mark(reviewer, first!.id, allAt(rubric, 3))).body as ReviewView;
    expect(done).toMatchObject({ state: 'submitted', scoreCents: 7500, nextId: second!.id, leftCount: 1 });
    const late = await reviewer.client
      .put(`/api/reviews/${first!.id}`, { marks: allAt(rubric, 0), comment: '' })
      .expect(409);
    expect(late.body.code).toBe('REVIEW_SUBMITTED');
    await reviewer.client.post(`/api/reviews/${first!.id}/submit`).expect(409);
    expect((await queueOf(reviewer)).reviews.map(({ state }) => state)).toEqual(['assigned', 'submitted']);
  });
});
