import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExamSessionView, Rubric } from '@ennead/contracts';
import { AuditEvent } from '@ennead/persistence';
import { recomputePortfolioScore } from '../src/modules/reviews/recompute-portfolio-score.ts';
import { openSession } from './attempts-harness.ts';
import { logInAs } from './harness/people.ts';
import {
  anAuthor,
  startPortfolioApi,
  submitPortfolio,
  viewOf,
  type Author,
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

const actionsOn = async ({ entry }: Author): Promise<string[]> => {
  const events = await api.db.manager.find(AuditEvent, {
    where: { entryId: entry.id },
    order: { id: 'ASC' },
  });
  // Letters about it are written beside it, in no order with it, and so is who looked.
  const beside = (action: string) => action.startsWith('message.') || action === 'artefact.downloaded';
  return events.map(({ action }) => action).filter((action) => !beside(action));
};

describe('settling', () => {
  it('takes the mean of two that agree, and can be computed again from what is stored', async () => {
    const [one, other] = [await anAssessor(api), await anAssessor(api)];
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    await mark(one, (await firstOf(one)).id, allAt(rubric, 3));
    const [first] = rubric.criteria;
    await mark(other, (await firstOf(other)).id, { ...allAt(rubric, 3), [first!.id]: { points: 4 } });
    const view = await viewOf(author);
    // 75.00 and 82.00: the first criterion weighs 28.
    expect(view).toMatchObject({ state: 'scored', outcome: { scoreCents: 7850, adjudicated: false } });
    expect(view.outcome!.criteria[0]).toMatchObject({ id: first!.id, halfPoints: 7, descriptor: null });
    expect(view.outcome!.criteria[1]!.halfPoints).toBe(6);
    expect(recomputePortfolioScore(await reviewsOf(api, author), rubric)).toMatchObject({
      kind: 'settled',
      by: 'agreement',
      scoreCents: view.outcome!.scoreCents,
    });
    expect(await actionsOn(author)).toEqual([
      'entry.made',
      'portfolio.begun',
      'artefact.added',
      'portfolio.submitted',
      'review.assigned',
      'review.assigned',
      'portfolio.assigned',
      'review.submitted',
      'review.submitted',
      'portfolio.scored',
      'score-run.recorded',
    ]);
  });

  it('happens once when both are submitted at the same moment', async () => {
    for (const points of [2, 4]) {
      const [one, other] = [await anAssessor(api), await anAssessor(api)];
      await aModerator(api);
      const author = await anAuthor(api, session);
      await submitPortfolio(author);
      const ids = [(await firstOf(one)).id, (await firstOf(other)).id];
      await one.client.put(`/api/reviews/${ids[0]}`, { marks: allAt(rubric, 2), comment: '' }).expect(200);
      await other.client
        .put(`/api/reviews/${ids[1]}`, { marks: allAt(rubric, points), comment: '' })
        .expect(200);
      const answers = await Promise.all([
        one.client.post(`/api/reviews/${ids[0]}/submit`),
        other.client.post(`/api/reviews/${ids[1]}/submit`),
        one.client.post(`/api/reviews/${ids[0]}/submit`),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
      await api.work.settle();
      const settled = (await actionsOn(author)).slice(-2);
      expect(settled).toEqual(
        points === 2 ? ['portfolio.scored', 'score-run.recorded'] : ['portfolio.disputed', 'review.assigned'],
      );
      expect((await actionsOn(author)).filter((action) => /scored|disputed/.test(action))).toHaveLength(1);
      await dismissReviewers(api);
    }
  });

  it('calls a moderator past the set disagreement, whose marks decide', async () => {
    const [one, other] = [await anAssessor(api), await anAssessor(api)];
    const author = await anAuthor(api, session);
    await submitPortfolio(author);
    await mark(one, (await firstOf(one)).id, allAt(rubric, 2));
    await mark(other, (await firstOf(other)).id, allAt(rubric, 4));
    expect(await viewOf(author)).toMatchObject({ state: 'adjudication', outcome: null });
    const both = await logInAs(api, { roles: ['assessor', 'moderator'] });
    await api.db.query(`UPDATE person SET roles = '{assessor,moderator}' WHERE id = $1`, [one.person.id]);
    await api.work.assign();
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
    await mark(both, view.id, allAt(rubric, 3));
    expect(await viewOf(author)).toMatchObject({
      state: 'scored',
      outcome: { scoreCents: 7500, adjudicated: true },
    });
    expect(recomputePortfolioScore(await reviewsOf(api, author), rubric)).toMatchObject({
      by: 'adjudication',
      scoreCents: 7500,
    });
    expect((await actionsOn(author)).slice(-6)).toEqual([
      'review.submitted',
      'portfolio.disputed',
      'review.assigned',
      'review.submitted',
      'portfolio.scored',
      'score-run.recorded',
    ]);
  });
});
