import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView } from '@ennead/contracts';
import { Letters } from '@ennead/mail';
import { ContentBank, type Message, type Person } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { aWindow, openSession, putInCharge } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { aPerson, logInAs } from './harness/people.ts';
import { anAuthor, startPortfolioApi, submitPortfolio, type PortfolioApi } from './portfolios-harness.ts';
import { anAssessor } from './reviews-harness.ts';

type Somebody = { readonly client: Client; readonly person: Person };

let api: PortfolioApi;
beforeAll(async () => {
  api = await startPortfolioApi();
  await makeClockShiftable(api.db);
}, 90_000);
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

const digests = ({ person }: Somebody) => queuedMessages(api.db, { personId: person.id, kind: 'staff-work' });
const textOf = async (message: Message): Promise<string> => {
  const letters = new Letters(new ContentBank(api.db), api.url);
  const how = { locale: 'en', link: '', readIn: 'letter' } as const;
  return (await letters.write(message, how, api.db)).text;
};
const toldAfter = async (time: string, somebody: Somebody): Promise<string[]> => {
  await shiftClock(api.db, time);
  await api.work.remind();
  await api.work.remind();
  return Promise.all((await digests(somebody)).map(textOf));
};
const inCharge = async (...sessions: ExamSessionView[]): Promise<Somebody> => {
  const registrar = await logInAs(api, { roles: ['registrar'] });
  for (const session of sessions) await putInCharge(api.db, registrar.person, session);
  return registrar;
};
const confirming = (title: string) =>
  openSession(api, {
    ...aWindow(),
    title: { 'zh-CN': title, en: title },
    opensAt: new Date(Date.now() + 10 * 86_400_000).toISOString(),
    closesAt: new Date(Date.now() + 12 * 86_400_000).toISOString(),
    confirms: true,
  });
const request = async ({ id }: ExamSessionView): Promise<Somebody & { id: string }> => {
  const one = await logInAs(api);
  return { ...one, id: (await one.client.post(`/api/sessions/${id}/entries`, {}).expect(201)).body.id };
};
const ask = ({ client, id }: Somebody & { id: string }) =>
  client
    .post(`/api/entries/${id}/accommodations`, {
      measures: { extraTime: { by: 'percent', percent: 50 }, breaks: null, other: null },
      reason: 'I read slowly.',
      evidence: 'A letter of a physician of May.',
    })
    .expect(201);

describe('a registrar is told', () => {
  it('what waits in each of their sessions in one letter, an hour on, and of nothing in other people’s', async () => {
    const [spring, autumn, others] = [
      await confirming('Spring'),
      await confirming('Autumn'),
      await confirming('Theirs'),
    ];
    const registrar = await inCharge(spring, autumn);
    for (const session of [spring, spring, others]) await request(session);
    const seated = await request(autumn);
    await registrar.client.post(`/api/entries/${seated.id}/confirm`).expect(200);
    await ask(seated);
    await request(autumn);
    expect(await toldAfter('59 minutes', registrar)).toEqual([]);
    const [told, ...more] = await toldAfter('61 minutes', registrar);
    expect(more).toEqual([]);
    expect(told).toContain('Spring: entries to confirm 2\n');
    expect(told).toContain('Autumn: accommodations to decide 1, entries to confirm 1\n');
    expect(told).not.toContain('Theirs');
  });

  it('once a day at most, of all that waits, and not again of what they know', async () => {
    const session = await confirming('Winter');
    const registrar = await inCharge(session);
    await request(session);
    expect(await toldAfter('2 hours', registrar)).toHaveLength(1);
    expect(await toldAfter('50 hours', registrar)).toHaveLength(1);
    await request(session);
    expect(await toldAfter('50 hours 30 minutes', registrar)).toHaveLength(1);
    const [, again, ...more] = await toldAfter('52 hours', registrar);
    expect(more).toEqual([]);
    expect(again).toContain('Winter: entries to confirm 2');
    await request(session);
    expect(await toldAfter('75 hours', registrar)).toHaveLength(2);
    expect(await toldAfter('77 hours', registrar)).toHaveLength(3);
  });

  it('of a problem that a reviewer has reported, and of nothing that they may not see to themselves', async () => {
    const session = await openSession(api);
    const reviewers = [await anAssessor(api), await anAssessor(api)];
    const author = await anAuthor(api, session);
    const registrar = await inCharge(session);
    const tied = await logInAs(api, { roles: ['registrar', 'assessor'] });
    await putInCharge(api.db, tied.person, session);
    await api.db.query(
      `UPDATE person SET disabled_at = clock() WHERE 'registrar' = ANY (roles) AND id <> ALL ($1)`,
      [[registrar.person.id, tied.person.id]],
    );
    await api.db.query(
      `INSERT INTO interest (person_id, tie, candidate_id, note) VALUES ($1, 'relative', $2, 'A cousin of mine.')`,
      [tied.person.id, author.person.id],
    );
    await submitPortfolio(author);
    await api.work.settle();
    const { reviews } = (await reviewers[0]!.client.get('/api/reviews').expect(200)).body as {
      reviews: { id: string }[];
    };
    const problem = { problem: 'unreadable', reason: 'The archive cannot be opened.' };
    await reviewers[0]!.client.post(`/api/reviews/${reviews[0]!.id}/problem`, problem).expect(204);
    const [told] = await toldAfter('2 hours', registrar);
    expect(told).toContain('problems reported on scripts 1');
    expect(told).not.toContain(author.person.name);
    expect(await digests(tied)).toEqual([]);
  });

  it('of nothing that was seen to in time', async () => {
    const session = await confirming('Summer');
    const registrar = await inCharge(session);
    const { id } = await request(session);
    await registrar.client.post(`/api/entries/${id}/confirm`).expect(200);
    expect(await toldAfter('2 hours', registrar)).toEqual([]);
  });
});

it('each administrator but who proposed it is told of an appointment that waits, and nobody of one that waits no more', async () => {
  const [proposer, second, third] = [
    await logInAs(api, { roles: ['administrator'] }),
    await logInAs(api, { roles: ['administrator'] }),
    await logInAs(api, { roles: ['administrator'] }),
  ];
  const change = async (person: Person, roles: string[]) =>
    proposer.client
      .patch(`/api/people/${person.id}`, { roles, institutionId: null, disabled: false })
      .expect(200);
  const told = ({ person }: Somebody) =>
    queuedMessages(api.db, { personId: person.id, kind: 'appointment-waiting' });
  const person = await aPerson(api.db, { roles: ['assessor'] });
  await change(person, ['assessor', 'certifier']);
  await api.work.settle();
  expect(await told(proposer)).toEqual([]);
  for (const one of [second, third]) {
    const [message, ...more] = await told(one);
    expect([message!.aboutId, more]).toEqual([person.id, []]);
    expect(await textOf(message!)).not.toContain(person.name);
  }
  const other = await aPerson(api.db, { roles: ['assessor'] });
  await change(other, ['assessor', 'certifier']);
  await change(other, ['assessor']);
  await api.work.settle();
  expect(await told(second)).toHaveLength(1);
});
