import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView, ExceptionNote, ExceptionsView, PersonRole } from '@ennead/contracts';
import {
  BarException,
  findConflicts,
  Interest,
  makeDataSource,
  type Crowd,
  type Person,
} from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { enrol, openSession, putInCharge } from './attempts-harness.ts';
import { aScoredCase, grant, type ScoredCase } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
});
afterAll(() => api?.close());

const reason = 'Nobody else is there who could do it before the notice is due.';
type Tie = 'relative' | 'colleague' | 'teacher';
const tieTo = (person: Person, candidate: Person, tie: Tie = 'colleague') =>
  api.db.manager.insert(Interest, { personId: person.id, tie, candidateId: candidate.id, note: '' });
const tiedTo = async (candidate: Person, roles: PersonRole[], tie: Tie = 'colleague') => {
  const made = await logInAs(api, { roles });
  await tieTo(made.person, candidate, tie);
  return made;
};
const toDecide = ({ entry }: Pick<ScoredCase, 'entry'>) => ({
  act: 'decide',
  subject: { on: 'entry', id: entry.id },
  reason,
  days: 3,
});
const waiting = ({ body }: { body: ExceptionsView }) => body.exceptions[0]!;

describe('an exception from a bar', () => {
  it('lets one person do one act in one case until its day, and stands where the result is explained', async () => {
    await makeClockShiftable(api.db);
    const [one, other] = [await aScoredCase(api, session), await aScoredCase(api, session)];
    const { client, person } = await tiedTo(one.candidate, ['certifier', 'administrator']);
    await tieTo(person, other.candidate);
    const evidence = ({ entry }: ScoredCase) => client.get(`/api/entries/${entry.id}/evidence`).expect(200);
    expect((await evidence(one)).body).toMatchObject({ conflicts: ['colleague'], mayAskException: true });
    const asked = waiting(await client.post('/api/exceptions', toDecide(one)).expect(201));
    expect(asked).toMatchObject({ ties: ['colleague'], mayAnswer: false, state: 'asked', reason });
    expect((await evidence(one)).body).toMatchObject({ evidence: null, mayAskException: false });
    const again = await client.post('/api/exceptions', toDecide(one));
    expect([again.status, again.body.code]).toEqual([409, 'EXCEPTION_ASKED']);
    const second = await logInAs(api, { roles: ['administrator'], name: 'Ada Second' });
    const path = `/api/exceptions/${asked.id}`;
    expect(waiting(await second.client.get('/api/exceptions').expect(200))).toMatchObject({
      mayAnswer: true,
    });
    await second.client.post(`${path}/approve`, { reason }).expect(200);
    const late = await second.client.post(`${path}/refuse`, { reason });
    expect([late.status, late.body.code]).toEqual([409, 'EXCEPTION_ANSWERED']);
    expect((await evidence(one)).body.evidence.exceptions).toMatchObject([
      { act: 'decide', ties: ['colleague'], personName: person.name, approvedBy: 'Ada Second', reason },
    ]);
    // Neither another case of the same tie, nor another act in this one.
    expect((await evidence(other)).body.evidence).toBeNull();
    await client.post(`/api/entries/${one.entry.id}/excuse`, { reason }).expect(403);
    const lists = async () =>
      (await client.get('/api/decisions/undecided?list=blocked').expect(200)).body.rows.map(
        ({ entryId }: { entryId: string }) => entryId,
      ) as string[];
    expect(await lists()).toContain(other.entry.id);
    expect(await lists()).not.toContain(one.entry.id);
    await shiftClock(api.db, '73 hours');
    await client.post(`/api/entries/${one.entry.id}/decision`, grant).expect(403);
    expect(await lists()).toContain(one.entry.id);
    await shiftClock(api.db, '0');
    await client.post(`/api/entries/${one.entry.id}/decision`, grant).expect(201);
    const own = new Client(api.url);
    await own.logIn(one.candidate.email, PASSWORD);
    const { body } = await own.get(`/api/entries/${one.entry.id}/result`).expect(200);
    expect(body.exceptions).toMatchObject([{ approvedBy: 'Ada Second', answer: reason }]);
    const { body: trail } = await second.client.get(`/api/entries/${one.entry.id}/trail`).expect(200);
    expect(JSON.stringify(trail)).toContain('bar-exception.approved');
  });

  it('covers no tie that comes to light after it was asked for', async () => {
    const one = await aScoredCase(api, session);
    const { client, person } = await tiedTo(one.candidate, ['certifier']);
    const { id } = waiting(await client.post('/api/exceptions', toDecide(one)).expect(201));
    const second = await logInAs(api, { roles: ['administrator'] });
    await second.client.post(`/api/exceptions/${id}/approve`, { reason }).expect(200);
    await client.get(`/api/entries/${one.entry.id}/trail`).expect(200);
    await tieTo(person, one.candidate, 'teacher');
    await client.get(`/api/entries/${one.entry.id}/trail`).expect(403);
  });

  it('is approved neither by whoever asks, nor by somebody tied, and by nobody without the office', async () => {
    const one = await aScoredCase(api, session);
    const { client } = await tiedTo(one.candidate, ['certifier', 'administrator', 'registrar']);
    const { id } = waiting(await client.post('/api/exceptions', toDecide(one)).expect(201));
    const approve = (by: Client) => by.post(`/api/exceptions/${id}/approve`, { reason });
    expect((await approve(client)).status).toBe(403);
    const tied = await tiedTo(one.candidate, ['administrator']);
    expect((await approve(tied.client)).body.code).toBe('DECISION_CONFLICT');
    const seen = (await tied.client.get('/api/exceptions').expect(200)).body as ExceptionsView;
    expect(seen.exceptions.map((each) => each.id)).not.toContain(id);
    const elsewhere = await logInAs(api, { roles: ['registrar'] });
    expect((await approve(elsewhere.client)).status).toBe(404);
    const certifier = await logInAs(api, { roles: ['certifier'] });
    expect((await approve(certifier.client)).status).toBe(403);
    await putInCharge(api.db, elsewhere.person, session);
    await elsewhere.client.post(`/api/exceptions/${id}/refuse`, { reason }).expect(200);
    await client.post(`/api/entries/${one.entry.id}/decision`, grant).expect(403);
  });

  it('keeps whoever approved it from deciding the case, also as the second who confirms', async () => {
    // So near to the line that the decision waits for a second certifier.
    const one = await aScoredCase(api, session, { rightAnswers: 32 });
    const { client } = await tiedTo(one.candidate, ['certifier']);
    const { id } = waiting(await client.post('/api/exceptions', toDecide(one)).expect(201));
    const second = await logInAs(api, { roles: ['administrator', 'certifier'] });
    await second.client.post(`/api/exceptions/${id}/approve`, { reason }).expect(200);
    const { body: proposed } = await client.post(`/api/entries/${one.entry.id}/decision`, grant).expect(201);
    const confirm = (by: Client) => by.post(`/api/decisions/${proposed.id}/confirm`, { reason });
    expect((await confirm(second.client)).body.code).toBe('DECISION_CONFLICT');
    const { body } = await second.client.get(`/api/entries/${one.entry.id}/evidence`).expect(200);
    expect(body).toMatchObject({ evidence: null, conflicts: ['registrar-act'] });
    const third = await logInAs(api, { roles: ['certifier'] });
    await confirm(third.client).expect(201);
  });

  it('is never for a relative, for nothing that needs none, and for nobody’s business', async () => {
    const one = await aScoredCase(api, session);
    const ask = async (by: { client: Client }, input: object) => {
      const { status, body } = await by.client.post('/api/exceptions', { ...toDecide(one), ...input });
      return [status, body.code];
    };
    const relative = await tiedTo(one.candidate, ['certifier', 'administrator'], 'relative');
    for (const act of ['decide', 'excuse', 'inspect'])
      expect(await ask(relative, { act })).toEqual([403, 'EXCEPTION_NEVER']);
    const free = await logInAs(api, { roles: ['certifier', 'administrator'] });
    expect(await ask(free, {})).toEqual([409, 'EXCEPTION_NEEDLESS']);
    for (const act of ['mark', 'settle', 'assign', 'arrange', 'prepare'])
      expect(await ask(relative, { act })).toEqual([404, 'NOT_FOUND']);
    expect(await ask(relative, { days: 91 })).toEqual([400, 'INPUT_INVALID']);
  });

  it('lets the one of two administrators who is tied to somebody in a session change it', async () => {
    const theirs = await openSession(api);
    const candidate = await aPerson(api.db);
    await enrol(api.db, candidate, theirs);
    const { client, person } = await tiedTo(candidate, ['administrator']);
    const extend = () =>
      client.post(`/api/sessions/${theirs.id}/extend`, {
        closesAt: new Date(Date.parse(theirs.closesAt) + 3_600_000).toISOString(),
        reason,
      });
    expect((await extend()).body.code).toBe('SESSION_CONFLICT');
    const subject = { on: 'session', id: theirs.id };
    const asking = { act: 'arrange', subject, reason, days: 1 };
    const { id } = waiting(await client.post('/api/exceptions', asking).expect(201));
    const tied = await tiedTo(candidate, ['administrator']);
    const refused = await tied.client.post(`/api/exceptions/${id}/approve`, { reason });
    expect([refused.status, refused.body.code]).toEqual([403, 'SESSION_CONFLICT']);
    const second = await logInAs(api, { roles: ['administrator'] });
    await second.client.post(`/api/exceptions/${id}/approve`, { reason }).expect(200);
    expect((await extend()).status).toBe(200);
    const elsewhere = await openSession(api);
    const another = await aPerson(api.db);
    await enrol(api.db, another, elsewhere);
    await tieTo(person, another);
    await client.post(`/api/sessions/${elsewhere.id}/cancel`, { reason }).expect(403);
  });

  it('for a session is answered by a registrar of it, for a cell by administrators alone, and seen by no other', async () => {
    const theirs = await openSession(api);
    const candidate = await aPerson(api.db);
    await enrol(api.db, candidate, theirs);
    const { client } = await tiedTo(candidate, ['administrator']);
    const ask = async (act: string, subject: object) => {
      await client.post('/api/exceptions', { act, subject, reason, days: 1 }).expect(201);
      const { body } = await client.get('/api/exceptions').expect(200);
      return (body as ExceptionsView).exceptions.find((each) => each.act === act && each.state === 'asked')!;
    };
    const ofSession = await ask('arrange', { on: 'session', id: theirs.id });
    const ofCell = await ask('prepare', { on: 'cell', role: theirs.role, level: theirs.level });
    const registrar = await logInAs(api, { roles: ['registrar'] });
    await putInCharge(api.db, registrar.person, session);
    const seen = async (by: Client) =>
      ((await by.get('/api/exceptions').expect(200)).body as ExceptionsView).exceptions.map(({ id }) => id);
    const answer = (id: string, by = registrar.client) => by.post(`/api/exceptions/${id}/refuse`, { reason });
    for (const { id } of [ofSession, ofCell]) {
      expect((await answer(id)).status).toBe(404);
      expect(await seen(registrar.client)).not.toContain(id);
    }
    await putInCharge(api.db, registrar.person, theirs);
    expect(await seen(registrar.client)).toContain(ofSession.id);
    expect(await seen(registrar.client)).not.toContain(ofCell.id);
    await answer(ofSession.id).expect(200);
    expect((await answer(ofCell.id)).status).toBe(404);
    const second = await logInAs(api, { roles: ['administrator'] });
    expect(await seen(second.client)).toEqual(expect.arrayContaining([ofSession.id, ofCell.id]));
    await answer(ofCell.id, second.client).expect(200);
  });

  it('lets a registrar who is tied to somebody in a session say who looks after it, and prepares no cell for them', async () => {
    const theirs = await openSession(api);
    const candidate = await aPerson(api.db);
    await enrol(api.db, candidate, theirs);
    const { client } = await tiedTo(candidate, ['registrar']);
    const assign = () => client.put(`/api/sessions/${theirs.id}/registrars`, { personIds: [], seen: [] });
    expect((await assign()).body.code).toBe('SESSION_CONFLICT');
    const ask = (act: string, subject: object) =>
      client.post('/api/exceptions', { act, subject, reason, days: 1 });
    const { role, level } = theirs;
    expect((await ask('prepare', { on: 'cell', role, level })).status).toBe(404);
    const { id } = waiting(await ask('arrange', { on: 'session', id: theirs.id }).expect(201));
    const second = await logInAs(api, { roles: ['administrator'] });
    await second.client.post(`/api/exceptions/${id}/approve`, { reason }).expect(200);
    expect((await assign()).status).toBe(200);
  });

  it('is not answered by somebody tied for whom another was lifted', async () => {
    const theirs = await openSession(api);
    const one = await aScoredCase(api, theirs);
    const tied = await tiedTo(one.candidate, ['administrator']);
    const asker = await tiedTo(one.candidate, ['administrator', 'certifier']);
    const second = await logInAs(api, { roles: ['administrator'] });
    const ofSession = { act: 'arrange', subject: { on: 'session', id: theirs.id } };
    const ofCell = { act: 'prepare', subject: { on: 'cell', role: theirs.role, level: theirs.level } };
    for (const about of [{ act: 'excuse' }, ofSession, ofCell]) {
      const { body } = await tied.client.post('/api/exceptions', { ...toDecide(one), ...about }).expect(201);
      await second.client.post(`/api/exceptions/${waiting({ body }).id}/approve`, { reason }).expect(200);
    }
    for (const [about, code] of [
      [{}, 'DECISION_CONFLICT'],
      [ofSession, 'SESSION_CONFLICT'],
      [ofCell, 'CELL_CONFLICT'],
    ] as const) {
      const { body } = await asker.client.post('/api/exceptions', { ...toDecide(one), ...about }).expect(201);
      const { id } = waiting({ body });
      const refused = await tied.client.post(`/api/exceptions/${id}/approve`, { reason });
      expect([refused.status, refused.body.code]).toEqual([403, code]);
      const seen = (await tied.client.get('/api/exceptions').expect(200)).body as ExceptionsView;
      expect(seen.exceptions.map((each) => each.id)).not.toContain(id);
    }
  });

  it('stands in the result where it came before the decision, and on the page of the case at any time', async () => {
    const one = await aScoredCase(api, session);
    const person = await aPerson(api.db, { name: 'Ines Bound' });
    const second = await aPerson(api.db);
    const { role, level } = session;
    const approved = (words: string, about: Partial<BarException>) =>
      api.db.manager.insert(BarException, {
        ...{ personId: person.id, ties: ['colleague'], reason: words, days: 90, state: 'approved' },
        ...{ answeredBy: second.id, answer: '', answeredAt: () => 'clock()' },
        untilAt: () => `clock() + interval '90 days'`,
        ...about,
      });
    await approved('before, cell', { act: 'prepare', role, level });
    await approved('before, session', { act: 'arrange', examSessionId: session.id });
    const { client } = await logInAs(api, { roles: ['certifier'] });
    await client.post(`/api/entries/${one.entry.id}/decision`, grant).expect(201);
    await approved('after, cell', { act: 'prepare', role, level });
    await approved('after, session', { act: 'arrange', examSessionId: session.id });
    await approved('after, entry', { act: 'decide', entryId: one.entry.id });
    const own = new Client(api.url);
    await own.logIn(one.candidate.email, PASSWORD);
    const { body: result } = await own.get(`/api/entries/${one.entry.id}/result`).expect(200);
    const { body } = await client.get(`/api/entries/${one.entry.id}/evidence`).expect(200);
    const words = (notes: readonly ExceptionNote[]) =>
      notes.filter((note) => note.personName === person.name).map((note) => note.reason);
    expect(words(result.exceptions)).toEqual(['before, cell', 'before, session']);
    expect(words(body.evidence.exceptions)).toEqual([
      'before, cell',
      'before, session',
      'after, cell',
      'after, session',
      'after, entry',
    ]);
  });

  it('holds only as long as the scheme in force lets the bar be lifted, for a case, its list, a session and a cell', async () => {
    const theirs = await openSession(api);
    const one = await aScoredCase(api, theirs);
    const { client, person } = await tiedTo(one.candidate, ['certifier', 'administrator']);
    const second = await logInAs(api, { roles: ['administrator'] });
    const session: Crowd = { on: 'session', id: theirs.id };
    const cell: Crowd = { on: 'cell', role: theirs.role, level: theirs.level };
    const abouts = [{}, { act: 'arrange', subject: session }, { act: 'prepare', subject: cell }];
    for (const about of abouts) {
      const { body } = await client.post('/api/exceptions', { ...toDecide(one), ...about }).expect(201);
      await second.client.post(`/api/exceptions/${waiting({ body }).id}/approve`, { reason }).expect(200);
    }
    const bars = async () => {
      const { body } = await client.get('/api/decisions/undecided?list=blocked&size=100').expect(200);
      const rows: { entryId: string }[] = body.rows;
      const evidence = await client.get(`/api/entries/${one.entry.id}/evidence`).expect(200);
      return {
        case: evidence.body.conflicts,
        list: rows.some(({ entryId }) => entryId === one.entry.id),
        session: (await findConflicts(api.db.manager, person.id, 'arrange', session)).conflicts,
        cell: (await findConflicts(api.db.manager, person.id, 'prepare', cell)).conflicts,
      };
    };
    expect(await bars()).toEqual({ case: [], list: false, session: [], cell: [] });
    const [{ view }] = await api.db.query(`SELECT rtrim(pg_get_viewdef('scheme_in_force'), ';') AS view`);
    const before = () => api.db.query(`CREATE OR REPLACE VIEW scheme_in_force AS ${view}`);
    await api.db.query(`CREATE OR REPLACE VIEW scheme_in_force AS
      SELECT jsonb_set(scheme, '{rules,impartiality,bars}', (SELECT jsonb_agg(bar - 'lifts')
        FROM jsonb_array_elements(scheme #> '{rules,impartiality,bars}') bar)) AS scheme FROM (${view}) before`);
    const barred = await bars().finally(before);
    const tied = ['colleague'];
    expect(barred).toEqual({ case: tied, list: true, session: tied, cell: tied });
    expect(await bars()).toEqual({ case: [], list: false, session: [], cell: [] });
  });

  it('is neither taken away nor answered anew by the server', async () => {
    const one = await aScoredCase(api, session);
    const { client, person } = await tiedTo(one.candidate, ['certifier']);
    const { id } = waiting(await client.post('/api/exceptions', toDecide(one)).expect(201));
    const second = await logInAs(api, { roles: ['administrator'] });
    const app = await makeDataSource(api.database.appUrl, 1).initialize();
    await expect(
      app.query(
        `UPDATE bar_exception SET state = 'approved', answered_by = $2, answered_at = clock(), answer = '', until_at = clock() WHERE id = $1`,
        [id, person.id],
      ),
    ).rejects.toThrow('check constraint');
    await second.client.post(`/api/exceptions/${id}/refuse`, { reason }).expect(200);
    await expect(app.query(`UPDATE bar_exception SET state = 'asked' WHERE id = $1`, [id])).rejects.toThrow(
      'is answered once',
    );
    await expect(app.query('DELETE FROM bar_exception')).rejects.toThrow('permission denied');
    const born = (answer: string, values: string) =>
      app.query(
        `INSERT INTO bar_exception (person_id, act, entry_id, ties, reason, days, state${answer})
         VALUES ($1, 'decide', $2, '{colleague}', '', 90, 'approved'${values})`,
        [person.id, one.entry.id],
      );
    await expect(born('', '')).rejects.toThrow('check constraint');
    await expect(
      born(
        ', answered_by, answered_at, answer, until_at',
        `, '${second.person.id}', clock(), '', clock() + interval '90 days'`,
      ),
    ).rejects.toThrow('permission denied');
    await app.destroy();
    expect(await api.db.manager.findOneByOrFail(BarException, { id })).toMatchObject({ state: 'refused' });
  });
});
