import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UndecidedList, type UndecidedCase, type UndecidedPage } from '@ennead/contracts';
import { whyNot } from '@ennead/domain';
import { Artefact, Decision, findStanding, Person, Portfolio, Review, type Entry } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { openSession } from './attempts-harness.ts';
import { aCohort, aScoredCase, grant, refuse } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { enter, failing, sessionNow } from './tries-harness.ts';
import { whileHeld } from './while-held.ts';

const name = 'Zebulon Quillfeather';
let api: TestApi;
let certifier: Client;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  certifier = (await logInAs(api, { roles: ['certifier'] })).client;
});
afterAll(() => api?.close());

const as = async ({ email }: Person): Promise<Client> => {
  const client = new Client(api.url);
  await client.logIn(email, PASSWORD);
  return client;
};

const inLists = async (client: Client, query = ''): Promise<Map<string, UndecidedCase[]>> => {
  const lists = new Map<string, UndecidedCase[]>();
  for (const list of UndecidedList.options) {
    const { body } = await client.get(`/api/decisions/undecided?list=${list}&size=100${query}`).expect(200);
    lists.set(list, (body as UndecidedPage).rows);
  }
  return lists;
};

describe('whoever marked or trained a candidate in one try', () => {
  let earlier: Entry;
  let later: Entry;
  let marker: Person;
  let trainer: Person;
  let moderator: Person;
  beforeAll(async () => {
    trainer = await aPerson(api.db, { roles: ['trainer', 'certifier'] });
    const candidate = await logInAs(api, { name });
    const session = await openSession(api);
    const cohort = await aCohort(api, session, [trainer.id]);
    const first = await aScoredCase(api, session, { ...failing, candidate: candidate.person, cohort });
    [earlier, marker] = [first.entry, first.assessors[0]];
    moderator = await aPerson(api.db, { roles: ['moderator', 'certifier'] });
    const { id: _, ...review } = await api.db.manager.findOneByOrFail(Review, { reviewerId: marker.id });
    const values = { ...review, marks: review.marks as never, kind: 'adjudication' as const };
    await api.db.manager.insert(Review, { ...values, reviewerId: moderator.id });
    await certifier.post(`/api/entries/${earlier.id}/decision`, refuse).expect(201);
    await shiftClock(api.db, '15 days');
    const next = await sessionNow(api);
    later = await enter(api, candidate, [], next);
    await aScoredCase(api, next, { candidate: candidate.person, entry: later });
  });

  it('finds every other try of theirs among the blocked ones, and nothing by the name', async () => {
    const marking = await as(marker);
    const lists = await inLists(marking);
    expect(lists.get('blocked')).toMatchObject([
      { entryId: later.id, candidateName: null, number: 2, scores: null },
    ]);
    expect(lists.get('clear')).toEqual([]);
    for (const rows of (await inLists(marking, '&q=Zebulon')).values()) expect(rows).toEqual([]);
    const decided = await marking.get('/api/decisions/decided?q=Zebulon').expect(200);
    expect(decided.body).toMatchObject({ total: 0, rows: [] });
    const all = await marking.get('/api/decisions/decided').expect(200);
    expect(all.body).toMatchObject({ rows: [{ entryId: earlier.id, candidateName: null, number: 1 }] });
  });

  it('learns by the queue no more than by the case: whose it is where they trained, and nothing of how it stands', async () => {
    for (const [person, shown] of [
      [trainer, name],
      [marker, null],
    ] as const) {
      const rows = (await inLists(await as(person))).get('blocked')!;
      expect(rows.find(({ entryId }) => entryId === later.id)).toMatchObject({
        candidateName: shown,
        scores: null,
        compositeTenThousandths: null,
        grade: null,
        near: [],
        proposal: null,
      });
    }
  });

  it('hears nothing of what is proposed on a grade that stands', async () => {
    const { entry, candidate, assessors } = await aScoredCase(api, await sessionNow(api), { name: 'Ada' });
    await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    const { id } = await api.db.manager.findOneByOrFail(Decision, { entryId: entry.id });
    await certifier.post(`/api/decisions/${id}/withdraw`, { reason: 'A key was wrong.' }).expect(201);
    await api.db.manager.update(Person, { id: candidate.id }, { roles: ['candidate', 'certifier'] });
    for (const person of [candidate, assessors[0]]) {
      const client = await as(person);
      const { body } = await client.get('/api/decisions/queue').expect(200);
      for (const [list, rows] of await inLists(client)) {
        expect(rows.map(({ entryId }) => entryId)).not.toContain(entry.id);
        expect([list, body[list]]).toEqual([list, rows.length]);
      }
    }
    const someone = await as(await aPerson(api.db, { roles: ['certifier'] }));
    expect((await inLists(someone)).get('proposed')!.map(({ entryId }) => entryId)).toContain(entry.id);
  });

  it('takes an id in whichever letters it is written', async () => {
    await certifier.get(`/api/entries/${later.id.toUpperCase()}/evidence`).expect(200);
  });

  it('decides nothing that waited while a role or the account was taken away', async () => {
    const { manager } = api.db;
    for (const lost of [{ roles: ['assessor' as const] }, { disabledAt: new Date() }]) {
      const { client, person } = await logInAs(api, { roles: ['certifier'] });
      const answer = await whileHeld(
        api,
        later.id,
        () => client.post(`/api/entries/${later.id}/decision`, refuse),
        () => manager.update(Person, { id: person.id }, lost),
      );
      expect([403, 404]).toContain(answer.status);
    }
    expect(await manager.countBy(Decision, { entryId: later.id })).toBe(0);
  });

  it('downloads none of their files, in whichever try they were handed in', async () => {
    const { manager } = api.db;
    const portfolio = await manager.findOneByOrFail(Portfolio, { entryId: later.id });
    const { id } = await manager.save(
      manager.create(Artefact, {
        portfolioId: portfolio.id,
        number: 9,
        kind: 'file',
        title: 'plan.md',
        fileName: 'plan.md',
        mediaType: 'text/markdown',
        sizeBytes: 1,
        sha256: 'a'.repeat(64),
      }),
    );
    for (const person of [marker, trainer, moderator])
      await (await as(person)).get(`/api/artefacts/${id}/file`).expect(404);
    // Whom nothing keeps from it is let through to the storage, which has no such file.
    expect((await certifier.get(`/api/artefacts/${id}/file`)).status).toBe(500);
  });

  it('is in the same list as the policy says, for everybody', async () => {
    const someone = await aPerson(api.db, { roles: ['certifier'] });
    for (const person of [marker, trainer, moderator, someone]) {
      const lists = await inLists(await as(person));
      const isBlocked = lists.get('blocked')!.some(({ entryId }) => entryId === later.id);
      const standing = await findStanding(api.db.manager, person.id, 'entry', later.id);
      const conflicts = whyNot(person, 'case.decide', standing!);
      expect([person.name, isBlocked, conflicts]).toEqual([
        person.name,
        person !== someone,
        { [marker.id]: ['assessor'], [trainer.id]: ['trainer'], [moderator.id]: ['moderator'] }[person.id] ??
          [],
      ]);
    }
  });
});
