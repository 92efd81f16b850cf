import type { Marks, ReviewQueueView, ReviewView, Rubric } from '@ennead/contracts';
import { type Person, PortfolioVersion, Review } from '@ennead/persistence';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import type { TestApi } from './harness/start-api.ts';
import type { Author } from './portfolios-harness.ts';

export type Reviewer = { readonly client: Client; readonly person: Person };

/** Lets nobody review any more, so that a spec begins without the reviewers of others. */
export const dismissReviewers = ({ db }: TestApi): Promise<unknown> =>
  db.query(`UPDATE person SET disabled_at = now() WHERE roles && '{assessor,moderator}'`);

export const anAssessor = (api: TestApi, institutionId: string | null = null): Promise<Reviewer> =>
  logInAs(api, { roles: ['assessor'], institutionId });

export const aModerator = (api: TestApi): Promise<Reviewer> => logInAs(api, { roles: ['moderator'] });

export const queueOf = async ({ client }: Reviewer, path = '/api/reviews'): Promise<ReviewQueueView> =>
  (await client.get(path).expect(200)).body as ReviewQueueView;

/** The first script of a queue. */
export const firstOf = async (reviewer: Reviewer, path?: string): Promise<ReviewView> => {
  const [first] = (await queueOf(reviewer, path)).reviews;
  return (await reviewer.client.get(`/api/reviews/${first!.id}`).expect(200)).body as ReviewView;
};

export const rubricOf = async (api: TestApi): Promise<Rubric> =>
  (await api.content()).rubrics.get('application-engineer.junior.portfolio')!;

/** The same points for every criterion. */
export const allAt = ({ criteria }: Rubric, points: number): Marks =>
  Object.fromEntries(criteria.map(({ id }) => [id, { points, note: `worth ${points}` }]));

/** Saves marks and submits them; the answer to the submission is left to the spec. */
export const mark = async ({ client }: Reviewer, id: string, marks: Marks) => {
  await client.put(`/api/reviews/${id}`, { marks, comment: 'A comment.' }).expect(200);
  return client.post(`/api/reviews/${id}/submit`);
};

export const reviewsOf = async ({ db }: TestApi, { portfolio }: Author): Promise<Review[]> => {
  const version = await db.manager.findOneByOrFail(PortfolioVersion, { portfolioId: portfolio.id });
  return db.manager.findBy(Review, { portfolioVersionId: version.id });
};
