import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArtefactView, ExamSessionView } from '@ennead/contracts';
import {
  Attempt,
  AuditEvent,
  entries,
  Entry,
  EntryScore,
  vouched,
  LabSession,
  PortfolioVersion,
  Score,
  transition,
} from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { openSession, partPath } from './attempts-harness.ts';
import { aScoredCase, gradedLab, refuse, satExam } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { aDraft, anAuthor, upload, type Author } from './portfolios-harness.ts';
import { aCandidate, decidedTry, enter, failing, sessionNow } from './tries-harness.ts';
import { whileHeld } from './while-held.ts';

let api: TestApi;
let session: ExamSessionView;
let author: Author;
let certifier: Client;
beforeAll(async () => {
  api = await startApi({ RUNNER_URL: 'http://127.0.0.1:9' });
  await makeClockShiftable(api.db);
  session = await openSession(api);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
});
afterAll(() => api?.close());

/** Somebody who has everything ready and has begun nothing. */
beforeEach(async () => {
  await shiftClock(api.db, '0');
  author = await anAuthor(api, session);
  const added = await upload(author, 'report.md', '# Report\n').expect(201);
  const draft = aDraft(author.portfolio, [(added.body as ArtefactView).id]);
  await author.client.put(`/api/portfolios/${author.portfolio.id}/draft`, draft).expect(200);
});

const begin = {
  attempt: () => author.client.post(partPath(author.entry, session, 'form')),
  lab: () => author.client.post(partPath(author.entry, session, 'lab')),
  portfolio: () => author.client.post(`/api/portfolios/${author.portfolio.id}/submit`),
};
type Beginning = keyof typeof begin;

const ended = {
  excused: (manager: EntityManager) =>
    transition(manager, entries, author.entry.id, {
      event: 'excuse',
      actorId: null,
      guards: { 'not-begun': sql`entry.first_sat_at IS NULL` },
    }),
  replaced: (manager: EntityManager) =>
    transition(manager, entries, author.entry.id, { event: 'replace', actorId: null }),
  decided: (manager: EntityManager) =>
    transition(manager, entries, author.entry.id, {
      event: 'decide',
      actorId: null,
      guards: { decision: vouched, begun: vouched },
    }),
};
type Ended = keyof typeof ended;

const countBegun = async ({ id: entryId }: Pick<Entry, 'id'>): Promise<number> =>
  (await api.db.manager.countBy(Attempt, { entryId })) +
  (await api.db.manager.countBy(LabSession, { entryId })) +
  (await api.db.manager.countBy(PortfolioVersion, { portfolioId: author.portfolio.id }));

describe('beginning a part while the entry is ended', () => {
  const all = (Object.keys(begin) as Beginning[]).flatMap((what) =>
    (Object.keys(ended) as Ended[]).map((how): [Beginning, Ended] => [what, how]),
  );
  it.each(all)('is refused and leaves nothing behind: %s, %s', async (what, how) => {
    const answer = await whileHeld(api, author.entry.id, begin[what], ended[how]);
    expect([answer.status, answer.body.code]).toEqual([409, 'ENTRY_ENDED']);
    expect(await countBegun(author.entry)).toBe(0);
    expect(await api.db.manager.findOneByOrFail(Entry, { id: author.entry.id })).toMatchObject({
      state: how,
      firstSatAt: null,
    });
  });

  it.each(Object.keys(begin) as Beginning[])(
    'is refused with its date once its window shut: %s',
    async (what) => {
      const answer = await whileHeld(api, author.entry.id, begin[what], () => shiftClock(api.db, '1 day'));
      expect([answer.status, answer.body.code]).toEqual([409, 'PART_CLOSED']);
      expect(await countBegun(author.entry)).toBe(0);
    },
  );

  it.each(Object.keys(begin) as Beginning[])('comes before it or not at all: %s', async (what) => {
    const { client: administrator } = await logInAs(api, { roles: ['administrator'] });
    const excuse = () =>
      administrator.post(`/api/entries/${author.entry.id}/excuse`, { reason: 'A certificate was seen.' });
    const [begun, excused] = await Promise.all([begin[what](), excuse()]);
    const { state, firstSatAt } = await api.db.manager.findOneByOrFail(Entry, { id: author.entry.id });
    const isBegun = begun.status === 200;
    expect([isBegun ? excused.body.code : begun.body.code]).toEqual([
      isBegun ? 'ENTRY_BEGUN' : 'ENTRY_ENDED',
    ]);
    expect([state, firstSatAt !== null, await countBegun(author.entry)]).toEqual(
      isBegun ? ['entered', true, 1] : ['excused', false, 0],
    );
  });
});

describe('what a decision rests on', () => {
  const pointersOf = (entryId: string) =>
    api.db.manager.find(EntryScore, { where: { entryId }, order: { place: 'ASC' } });

  it('stays when a part of a carried dimension is begun at the same time', async () => {
    const candidate = await aCandidate(api);
    await decidedTry(api, certifier, candidate, failing);
    await shiftClock(api.db, '15 days');
    const next = await sessionNow(api);
    const entry = await enter(api, candidate, ['skills'], next);
    await aScoredCase(api, next, { candidate: candidate.person, entry, skillsCents: null });
    const before = await pointersOf(entry.id);
    const answer = await whileHeld(
      api,
      entry.id,
      () => candidate.client.post(partPath(entry, next, 'lab')),
      (manager) =>
        transition(manager, entries, entry.id, {
          event: 'decide',
          actorId: null,
          guards: { decision: vouched, begun: vouched },
        }),
    );
    expect(answer.body.code).toBe('ENTRY_ENDED');
    expect(await pointersOf(entry.id)).toEqual(before);
  });

  it('stays when something is scored after it, which is kept and named in the trail', async () => {
    const { entry } = await aScoredCase(api, session, { ...failing, skillsCents: null, marks: null });
    await shiftClock(api.db, '1 day');
    await certifier.post(`/api/entries/${entry.id}/decision`, refuse).expect(201);
    const before = await pointersOf(entry.id);
    await gradedLab(api, session, entry, 9_000);
    expect(await pointersOf(entry.id)).toEqual(before);
    const kept = await api.db.manager.findOneByOrFail(Score, { entryId: entry.id, kind: 'verdict' });
    expect(kept.reportedCents).toBe(9_000);
    expect(
      await api.db.manager.findOneByOrFail(AuditEvent, { entryId: entry.id, action: 'score.not-counted' }),
    ).toMatchObject({ subjectId: kept.id, detail: { kind: 'verdict', scoreCents: 9_000 } });
  });

  it('is all that there is to report of a sitting that was scored after it', async () => {
    const { client } = author;
    await api.db.manager.update(Entry, { id: author.entry.id }, { state: 'replaced' });
    await satExam(api, session, author.entry, 30);
    const { id } = await api.db.manager.findOneByOrFail(Attempt, { entryId: author.entry.id });
    expect((await client.get(`/api/attempts/${id}/report`).expect(409)).body.code).toBe('ENTRY_ENDED');
  });
});
