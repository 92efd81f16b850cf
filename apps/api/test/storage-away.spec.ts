import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Artefact } from '@ennead/persistence';
import { eventually } from '@ennead/testing';
import { S3Double } from '@ennead/testing/s3-double';
import { openSession } from './attempts-harness.ts';
import {
  aDraft,
  anAuthor,
  placeOf,
  startPortfolioApi,
  storedPlaces,
  upload,
  viewOf,
  type Author,
  type PortfolioApi,
} from './portfolios-harness.ts';

let bucket: S3Double;
let api: PortfolioApi;
let author: Author;
beforeAll(async () => {
  bucket = await S3Double.start();
  bucket.interfere = hangUp;
  api = await startPortfolioApi(bucket);
  author = await anAuthor(api, await openSession(api));
});
afterAll(async () => {
  await api?.close();
  await bucket?.close();
});

const hangUp: S3Double['interfere'] = (request) => request.destroy() && true;
const ready = async (): Promise<{ status: string; files: string }> => {
  const answer = await fetch(`${api.url}/health/ready`);
  return (await answer.json()) as { status: string; files: string };
};

it('starts without its bucket, says so, and finds it again', async () => {
  expect(await ready()).toEqual({ status: 'ok', files: 'away' });
  const refused = await upload(author, 'now.txt', 'while it is away').expect(503);
  expect(refused.body.code).toBe('UNAVAILABLE');
  expect(await api.db.manager.countBy(Artefact, { portfolioId: author.portfolio.id })).toBe(0);
  expect(await storedPlaces(api)).toEqual([]);
  bucket.interfere = () => false;
  await upload(author, 'now.txt', 'while it is away').expect(201);
  await eventually(async () => (await ready()).files === 'ok');
});

it('lets a candidate remove a file all the same', async () => {
  const { body } = await upload(author, 'gone.txt', 'removed while it is away').expect(201);
  bucket.interfere = hangUp;
  await author.client.delete(`/api/portfolios/${author.portfolio.id}/artefacts/${body.id}`).expect(204);
  bucket.interfere = () => false;
  expect(await storedPlaces(api)).toContain(placeOf(body.sha256));
});

it('keeps neither the database nor the draft from others while it does not answer', async () => {
  const hung: IncomingMessage[] = [];
  bucket.interfere = (request) => request.method === 'PUT' && hung.push(request) > 0;
  let answered = 0;
  const uploads = Array.from({ length: 24 }, async (_, at) => {
    const answer = await upload(author, `${at}.txt`, `hangs ${at}`);
    answered += 1;
    return answer;
  });
  try {
    await eventually(() => hung.length === 6);
    const view = await viewOf(author);
    await author.client.put(`/api/portfolios/${view.id}/draft`, aDraft(view)).expect(200);
    expect((await ready()).status).toBe('ok');
    expect(answered).toBe(0);
  } finally {
    bucket.interfere = () => false;
    for (const request of hung) request.destroy();
  }
  expect(new Set((await Promise.all(uploads)).map(({ status }) => status))).toEqual(new Set([201]));
});
