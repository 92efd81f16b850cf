import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AgreementsView,
  DeskPage,
  DeskWork,
  EnteredEntry,
  ExamSessionView,
  OwnEntry,
  Problem,
  SeenIdentitiesView,
} from '@ennead/contracts';
import { Agreement, AuditEvent, Clearance, Entry, Interest, Person } from '@ennead/persistence';
import { aWindow, openSession as scheduleSession, putInCharge, partPath } from './attempts-harness.ts';
import { findEntry } from '../src/modules/enrolments/find-entry.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let registrar: { client: Client; person: Person };

beforeAll(async () => {
  api = await startApi();
  registrar = await logInAs(api, { roles: ['registrar'] });
});
afterAll(() => api?.close());

/** One that the registrar looks after. */
const openSession = async (...asked: Parameters<typeof scheduleSession>) => {
  const session = await scheduleSession(...asked);
  await putInCharge(api.db, registrar.person, session);
  return session;
};

type Somebody = { readonly client: Client; readonly person: Person };
type Session = Pick<ExamSessionView, 'id' | 'parts'>;

const reason = 'Their passport says so.';
const codeOf = async (asked: PromiseLike<{ body: unknown }>) => ((await asked).body as Problem).code;
const stateOf = async (id: string) => (await api.db.manager.findOneByOrFail(Entry, { id })).state;
const nameOf = ({ person: { id } }: Somebody) => api.db.manager.findOneByOrFail(Person, { id });
const enrol = async ({ client }: Somebody, { id }: Session) =>
  (await client.post(`/api/sessions/${id}/entries`, {}).expect(201)).body as EnteredEntry;
const missingOf = async ({ client }: Somebody, id: string) =>
  ((await client.get('/api/entries/mine').expect(200)).body as OwnEntry[]).find((one) => one.id === id)!
    .missing;
const shownFor = async ({ client }: Somebody, entryId: string) =>
  ((await client.get(`/api/agreements?entryId=${entryId}`).expect(200)).body as AgreementsView).documents
    .filter(({ purpose }) => purpose === 'entry')
    .map(({ document, hash }) => ({ document, hash }));
const sign = async (one: Somebody, id: string, more: object = {}) =>
  one.client.post(`/api/entries/${id}/application`, {
    name: one.person.name,
    documents: await shownFor(one, id),
    ...more,
  });
const confirmNames = (one: Somebody, id: string, latinName = 'Lin Xiaoyu', name = one.person.name) =>
  one.client.post(`/api/entries/${id}/names`, { name, latinName });
/** The name as the desk shows it now. */
const shownName = async (id: string) => {
  const { candidateId } = await findEntry(api.db.manager, id);
  const { name, latinName } = await api.db.manager.findOneByOrFail(Person, { id: candidateId });
  return { name, latinName };
};
const seeIdentity = async (
  id: string,
  body: object = { how: 'id-card' },
  { by: { client } = registrar, status = 204 }: { by?: Somebody; status?: number } = {},
) => client.post(`/api/entries/${id}/identity`, { seen: await shownName(id), ...body }).expect(status);
const deskOf = async ({ id }: Session, query = '', { client }: Somebody = registrar) =>
  (await client.get(`/api/sessions/${id}/desk${query}`).expect(200)).body as DeskPage;

const entered = async (window: object = aWindow()) => {
  const one = await logInAs(api);
  const session = await openSession(api, window);
  return { one, session, id: (await enrol(one, session)).id };
};

describe('before the first part', () => {
  it('a candidate signs, confirms names and shows a paper, and then begins', async () => {
    const { one, session, id } = await entered();
    const begin = () => one.client.post(partPath({ id }, session, 'form'));
    expect((await sign(one, id)).status).toBe(204);
    expect(await missingOf(one, id)).toEqual(['names', 'identity']);
    const accepted = await api.db.manager.findBy(Agreement, { entryId: id });
    expect(accepted.map(({ document }) => document).sort()).toEqual([
      'application',
      'conduct',
      'non-disclosure',
    ]);
    await confirmNames(one, id).expect(204);
    expect((await nameOf(one)).latinName).toBe('Lin Xiaoyu');
    expect((await one.client.get('/api/auth/me')).body.person).toMatchObject({ latinName: 'Lin Xiaoyu' });
    expect(await codeOf(begin().expect(409))).toBe('NOT_CLEARED');
    await seeIdentity(id, { how: 'other', note: 'driving licence' });
    expect(await missingOf(one, id)).toEqual([]);
    await begin().expect(200);
    const given = await api.db.manager.find(Clearance, { where: { entryId: id }, order: { at: 'ASC' } });
    expect(given.map(({ kind, by, detail }) => [kind, by, detail])).toMatchObject([
      ['application', one.person.id, { name: one.person.name }],
      ['names', one.person.id, { name: one.person.name, latinName: 'Lin Xiaoyu' }],
      ['identity', registrar.person.id, { how: 'other', note: 'driving licence' }],
    ]);
    expect(await api.db.manager.countBy(AuditEvent, { entryId: id, action: 'clearance.recorded' })).toBe(3);
  });

  it('is signed once, by the own name, with all documents as they are in force', async () => {
    const { one, id } = await entered();
    const documents = await shownFor(one, id);
    const other = await sign(one, id, { name: 'Somebody Else' });
    expect([other.status, (other.body as Problem).code]).toEqual([409, 'NAME_DIFFERS']);
    const old = documents.map((one, at) => (at === 0 ? { ...one, hash: 'a'.repeat(64) } : one));
    const changed = await sign(one, id, { documents: old });
    expect(changed.body).toMatchObject({ code: 'AGREEMENT_CHANGED', errors: [{ path: 'application' }] });
    expect((await sign(one, id, { documents: documents.slice(1) })).status).toBe(400);
    expect((await sign(one, id, { documents: [documents[0], documents[0], documents[1]] })).status).toBe(400);
    expect(await api.db.manager.countBy(Agreement, { entryId: id })).toBe(0);
    for (let times = 0; times < 2; times += 1) expect((await sign(one, id)).status).toBe(204);
    expect(await api.db.manager.countBy(Clearance, { entryId: id })).toBe(1);
    await (
      await logInAs(api)
    ).client
      .post(`/api/entries/${id}/application`, { name: one.person.name, documents })
      .expect(404);
  });

  it('is signed on any keyboard, and kept as the account has the name', async () => {
    const { one, id } = await entered();
    await api.db.manager.update(Person, { id: one.person.id }, { name: 'Kate O’Neill‐García' });
    const typed = "kate  O'Neill-García";
    expect((await sign(one, id, { name: typed })).status).toBe(204);
    await confirmNames(one, id, "Kate O'Neill-Garcia", typed).expect(204);
    const given = await api.db.manager.find(Clearance, { where: { entryId: id } });
    expect(given.map(({ detail }) => (detail as { name: string }).name)).toEqual([
      'Kate O’Neill‐García',
      'Kate O’Neill‐García',
    ]);
  });

  it('names are confirmed as the account has them, and in Latin letters', async () => {
    const { one, session, id } = await entered();
    expect(await codeOf(confirmNames(one, id, 'Lin Xiaoyu', 'Somebody').expect(409))).toBe('NAME_DIFFERS');
    await confirmNames(one, id, '林小雨').expect(400);
    await confirmNames(one, id, 'Lin Xiaoyu').expect(204);
    await confirmNames(one, id, 'Lin Xiao Yu').expect(204);
    expect(await missingOf(one, id)).toEqual(['application', 'identity']);
    await sign(one, id);
    await seeIdentity(id);
    await one.client.post(partPath({ id }, session, 'form')).expect(200);
    expect(await codeOf(confirmNames(one, id, 'Lin X.').expect(409))).toBe('NAME_SETTLED');
  });

  it('a paper is set down for the name that the registrar saw, and for no other that was given since', async () => {
    const { one, session, id } = await entered();
    const seen = await shownName(id);
    await confirmNames(one, id, 'Lin Xiaoyu').expect(204);
    const late = await seeIdentity(id, { how: 'id-card', seen }, { status: 409 });
    expect(late.body).toMatchObject({
      code: 'NAME_CHANGED',
      errors: [
        { path: 'name', message: one.person.name },
        { path: 'latinName', message: 'Lin Xiaoyu' },
      ],
    });
    const hall = await registrar.client
      .post(`/api/sessions/${session.id}/identities`, { entries: [{ entryId: id, ...seen }], how: 'id-card' })
      .expect(200);
    expect(hall.body).toEqual({ done: 0, refused: [{ entryId: id, code: 'NAME_CHANGED' }] });
    expect(await missingOf(one, id)).toContain('identity');
    const [row] = (await deskOf(session)).rows;
    await seeIdentity(id, { how: 'id-card', seen: { name: row!.name, latinName: row!.latinName } });
    expect(await missingOf(one, id)).not.toContain('identity');
  });

  it('asks for nothing where the session does not', async () => {
    const { one, id } = await entered({ ...aWindow(), supervision: 'practice' });
    expect((await sign(one, id)).body).toMatchObject({ code: 'CLEARANCE_NOT_ASKED' });
    expect(await codeOf(seeIdentity(id, { how: 'id-card' }, { status: 409 }))).toBe('CLEARANCE_NOT_ASKED');
    expect(
      await codeOf(
        registrar.client
          .post(`/api/entries/${id}/experience`, { met: true, years: 3, seen: reason })
          .expect(409),
      ),
    ).toBe('CLEARANCE_NOT_ASKED');
  });

  it('needs names anew once the registrar has corrected them', async () => {
    const { one, id } = await entered();
    await confirmNames(one, id).expect(204);
    const correction = { name: '林晓雨', latinName: 'Lin Xiaoyu', seen: 'ID card', reason };
    await registrar.client.post(`/api/entries/${id}/name`, correction).expect(204);
    expect(await missingOf(one, id)).toContain('names');
    expect(await codeOf(confirmNames(one, id).expect(409))).toBe('NAME_DIFFERS');
    await confirmNames(one, id, 'Lin Xiaoyu', '林晓雨').expect(204);
    expect(await missingOf(one, id)).not.toContain('names');
    const line = await api.db.manager.findOneByOrFail(AuditEvent, {
      subjectId: one.person.id,
      action: 'person.name-corrected',
    });
    expect(line).toMatchObject({
      actorId: registrar.person.id,
      detail: { before: { name: one.person.name }, after: { name: '林晓雨' }, seen: 'ID card', reason },
    });
    await registrar.client.post(`/api/entries/${id}/name`, { ...correction, reason: 'no' }).expect(400);
  });
});

describe('papers that were seen', () => {
  const given = (entryId: string) =>
    api.db.manager.find(Clearance, { where: { entryId, kind: 'identity' }, order: { at: 'ASC' } });
  const ownEntry = async ({ client }: Somebody, id: string) =>
    ((await client.get('/api/entries/mine').expect(200)).body as OwnEntry[]).find((one) => one.id === id)!;
  const shown = async () => {
    const found = await entered();
    await sign(found.one, found.id);
    await confirmNames(found.one, found.id).expect(204);
    await seeIdentity(found.id);
    expect(await missingOf(found.one, found.id)).toEqual([]);
    return found;
  };

  it('are seen anew once their holder gives another Latin name, in every open entry', async () => {
    const { one, session, id } = await shown();
    const elsewhere = await openSession(api);
    await api.db.query(`UPDATE exam_session SET level = 'intermediate' WHERE id = $1`, [elsewhere.id]);
    const { id: other } = await enrol(one, elsewhere);
    await confirmNames(one, other).expect(204);
    await seeIdentity(other);
    expect(await missingOf(one, id)).toEqual([]);
    expect((await ownEntry(one, id)).isIdentitySeen).toBe(true);
    await confirmNames(one, other, 'Ada Lovelace').expect(204);
    expect(await missingOf(one, id)).toEqual(['names', 'identity']);
    expect(await missingOf(one, other)).toEqual(['application', 'identity']);
    expect((await ownEntry(one, id)).isIdentitySeen).toBe(false);
    expect(await given(id)).toMatchObject([
      { holds: true, by: registrar.person.id, detail: { how: 'id-card', latinName: 'Lin Xiaoyu' } },
      { holds: false, by: one.person.id, detail: { cause: 'latin-name-given' } },
    ]);
    const line = { entryId: id, action: 'clearance.voided' };
    const lines = await api.db.manager.findBy(AuditEvent, line);
    expect(lines.map(({ detail }) => detail['kind']).sort()).toEqual(['identity', 'names']);
    await confirmNames(one, id, 'Ada Lovelace').expect(204);
    const begun = await one.client.post(partPath({ id }, session, 'form'));
    expect(begun.body).toMatchObject({ code: 'NOT_CLEARED', errors: [{ path: 'identity' }] });
    await seeIdentity(id);
    await one.client.post(partPath({ id }, session, 'form')).expect(200);
  });

  it('are seen anew where a name is given that nobody could compare them with', async () => {
    const { one, id } = await entered();
    await seeIdentity(id);
    await confirmNames(one, id).expect(204);
    expect(await missingOf(one, id)).toEqual(['application', 'identity']);
    await confirmNames(one, id).expect(204);
    await seeIdentity(id);
    await confirmNames(one, id).expect(204);
    expect(await missingOf(one, id)).toEqual(['application']);
  });

  it('are seen anew once the registrar has corrected the name', async () => {
    const { one, id } = await shown();
    const correction = { name: '林晓雨', latinName: null, seen: 'ID card', reason };
    await registrar.client.post(`/api/entries/${id}/name`, correction).expect(204);
    expect(await missingOf(one, id)).toEqual(['names', 'identity']);
    expect((await given(id)).at(-1)).toMatchObject({ holds: false, detail: { cause: 'name-corrected' } });
  });

  const withdraw = (id: string, kind: string, { client }: Somebody = registrar) =>
    client.post(`/api/entries/${id}/withdraw-seen`, { kind, reason });

  it('are withdrawn where they were set down by mistake, with why, and seen anew', async () => {
    const { one, session, id } = await shown();
    await registrar.client.post(`/api/entries/${id}/withdraw-seen`, { kind: 'identity' }).expect(400);
    await registrar.client.post(`/api/entries/${id}/withdraw-seen`, { kind: 'names', reason }).expect(400);
    expect(await codeOf(withdraw(id, 'experience').expect(409))).toBe('CLEARANCE_NOT_ASKED');
    await withdraw(id, 'identity', await logInAs(api, { roles: ['registrar'] })).expect(404);
    await withdraw(id, 'identity').expect(204);
    expect(await missingOf(one, id)).toEqual(['identity']);
    expect((await deskOf(session)).rows[0]!.given.map(({ kind }) => kind)).toEqual(['application', 'names']);
    const detail = { cause: 'withdrawn', reason };
    expect((await given(id)).slice(1)).toMatchObject([{ holds: false, by: registrar.person.id, detail }]);
    const line = { entryId: id, action: 'clearance.voided' };
    expect(await api.db.manager.findBy(AuditEvent, line)).toMatchObject([
      { actorId: registrar.person.id, detail: { kind: 'identity', ...detail } },
    ]);
    expect(await codeOf(withdraw(id, 'identity').expect(409))).toBe('CLEARANCE_NOT_GIVEN');
    const begin = () => one.client.post(partPath({ id }, session, 'form'));
    expect(await codeOf(begin().expect(409))).toBe('NOT_CLEARED');
    await seeIdentity(id);
    await begin().expect(200);
    expect(await codeOf(withdraw(id, 'identity').expect(409))).toBe('CLEARANCE_RELIED_ON');
    expect(await missingOf(one, id)).toEqual([]);
  });

  it.each(['invited', 'waiting'] as const)('are not seen of whoever is only %s', async (state) => {
    const { session, id } = await entered();
    await api.db.query(
      `UPDATE exam_session SET clearances = array_append(clearances, 'experience') WHERE id = $1`,
      [session.id],
    );
    await api.db.manager.update(Entry, { id }, { state });
    const refused = (path: string, body: object) =>
      codeOf(registrar.client.post(`/api/entries/${id}/${path}`, body).expect(409));
    const identity = { how: 'passport', seen: await shownName(id) };
    expect(await refused('identity', identity)).toBe('ENTRY_NOT_TAKEN');
    expect(await refused('experience', { met: true, years: 3, seen: reason })).toBe('ENTRY_NOT_TAKEN');
    await api.db.manager.update(Entry, { id }, { state: 'requested' });
    await seeIdentity(id);
    expect(await given(id)).toHaveLength(1);
  });

  it('stay seen for a sitting that is over', async () => {
    const { id } = await shown();
    await api.db.manager.update(Entry, { id }, { state: 'decided' });
    const correction = { name: '林晓雨', latinName: null, seen: 'ID card', reason };
    await registrar.client.post(`/api/entries/${id}/name`, correction).expect(204);
    expect((await given(id)).map(({ holds }) => holds)).toEqual([true]);
  });
});

it('nobody signs for a mailbox that was not shown to be theirs', async () => {
  const { one, id } = await entered();
  await api.db.manager.update(Person, { id: one.person.id }, { emailConfirmedAt: null });
  expect(await codeOf(sign(one, id))).toBe('ADDRESS_UNCONFIRMED');
  expect(await codeOf(confirmNames(one, id).expect(403))).toBe('ADDRESS_UNCONFIRMED');
});

describe('a name that an institution asks about', () => {
  it('is shown at the desk, and confirmed by nobody before the registrar has looked', async () => {
    const { one, session, id } = await entered();
    const asked = { entryId: id, kind: 'names' as const, holds: false, detail: { rosterName: '林小雨' } };
    await api.db.manager.insert(Clearance, asked);
    expect((await deskOf(session)).rows[0]).toMatchObject({ askedName: '林小雨' });
    expect(await codeOf(confirmNames(one, id).expect(409))).toBe('NAME_ASKED');
    const stands = { name: one.person.name, latinName: null, seen: 'ID card', reason };
    await registrar.client.post(`/api/entries/${id}/name`, stands).expect(204);
    expect((await deskOf(session)).rows[0]).toMatchObject({ askedName: null });
    await confirmNames(one, id).expect(204);
    expect(await missingOf(one, id)).not.toContain('names');
  });
});

describe('the desk', () => {
  it('confirms what was asked for, or turns it down with a reason', async () => {
    const window = { ...aWindow(), confirms: true };
    const [yes, no] = [await entered(window), await entered(window)];
    expect((await deskOf(yes.session)).requestedCount).toBe(1);
    await registrar.client.post(`/api/entries/${yes.id}/confirm`).expect(200);
    expect(await stateOf(yes.id)).toBe('entered');
    expect(await codeOf(registrar.client.post(`/api/entries/${yes.id}/confirm`).expect(409))).toBe(
      'ENTRY_NOT_REQUESTED',
    );
    await registrar.client.post(`/api/entries/${no.id}/turn-down`, { reason }).expect(204);
    expect(await api.db.manager.findOneByOrFail(Entry, { id: no.id })).toMatchObject({
      state: 'turned-down',
      stateReason: reason,
    });
    const own = (await no.one.client.get('/api/entries/mine').expect(200)).body as OwnEntry[];
    expect(own[0]).toMatchObject({ state: 'turned-down', fallenReason: reason });
    expect(await codeOf(registrar.client.post(`/api/entries/${no.id}/confirm`).expect(409))).toBe(
      'ENTRY_NOT_REQUESTED',
    );
  });

  it('withdraws somebody until they have begun', async () => {
    const { one, session, id } = await entered();
    const ready = await entered();
    await registrar.client.post(`/api/entries/${id}/take-out`, { reason }).expect(204);
    expect(await stateOf(id)).toBe('withdrawn');
    expect(await codeOf(one.client.post(partPath({ id }, session, 'form')).expect(409))).not.toBe('INTERNAL');
    await sign(ready.one, ready.id);
    await confirmNames(ready.one, ready.id).expect(204);
    await seeIdentity(ready.id);
    await ready.one.client.post(partPath(ready, ready.session, 'form')).expect(200);
    expect(
      await codeOf(registrar.client.post(`/api/entries/${ready.id}/take-out`, { reason }).expect(409)),
    ).toBe('ENTRY_UNDER_WAY');
  });

  it('sees the experience that a level asks, never less than it', async () => {
    const session = await openSession(api);
    await api.db.query(`UPDATE exam_session SET level = 'intermediate', clearances = $2 WHERE id = $1`, [
      session.id,
      ['application', 'names', 'experience', 'identity'],
    ]);
    const one = await logInAs(api);
    const { id } = await enrol(one, session);
    expect(await missingOf(one, id)).toEqual(['application', 'names', 'experience', 'identity']);
    const see = (body: object) => registrar.client.post(`/api/entries/${id}/experience`, body);
    const seen = 'Contracts of two employers.';
    expect(await codeOf(see({ met: true, years: 2.5, seen }).expect(400))).toBe('DECISION_EXPERIENCE_SHORT');
    await see({ met: false, years: 2, seen }).expect(204);
    expect(await missingOf(one, id)).toContain('experience');
    await see({ met: true, years: 3, seen }).expect(204);
    expect(await missingOf(one, id)).not.toContain('experience');
  });

  it('lists by what is missing, state and words, and says who set down what', async () => {
    const { one, session, id } = await entered();
    const other = await logInAs(api, { name: '王小明' });
    const { id: second } = await enrol(other, session);
    await confirmNames(one, id, 'Ada Lovelace').expect(204);
    await seeIdentity(id);
    await api.db.manager.update(Entry, { id: second }, { studentNumber: 'S-20260417' });
    const idsOf = async (query: string) =>
      (await deskOf(session, query)).rows.map(({ entryId }) => entryId).sort();
    expect(await idsOf('')).toEqual([id, second].sort());
    expect(await idsOf('?missing=identity')).toEqual([second]);
    expect(await idsOf('?missing=application')).toEqual([id, second].sort());
    expect(await idsOf('?missing=address')).toEqual([]);
    expect(await idsOf('?q=lovelace')).toEqual([id]);
    expect(await idsOf('?q=王小')).toEqual([second]);
    expect(await idsOf('?q=20260417')).toEqual([second]);
    expect(await idsOf('?state=requested')).toEqual([]);
    const desk = await deskOf(session, '?q=lovelace');
    expect(desk.rows[0]).toMatchObject({
      latinName: 'Ada Lovelace',
      studentNumber: null,
      missing: ['application'],
      given: [
        { kind: 'names', by: null },
        { kind: 'identity', by: registrar.person.name },
      ],
      isBarred: false,
    });
    expect((await deskOf(session, '?q=王小')).rows[0]).toMatchObject({ studentNumber: 'S-20260417' });
    expect(desk).toMatchObject({
      total: 1,
      requestedCount: 0,
      missingCounts: { application: 2, names: 1, identity: 1 },
      session: { id: session.id, yearsAsked: 0 },
    });
    await registrar.client.get(`/api/sessions/${id}/desk`).expect(404);
    await (await logInAs(api)).client.get(`/api/sessions/${session.id}/desk`).expect(403);
  });

  it('says what waits in each session of its reader that is not over', async () => {
    const own = await logInAs(api, { roles: ['registrar'] });
    const sessionOf = async (window: object) => {
      const session = await scheduleSession(api, window);
      await putInCharge(api.db, own.person, session);
      return session;
    };
    const confirming = await sessionOf({ ...aWindow(), confirms: true });
    const plain = await sessionOf(aWindow());
    const over = await sessionOf(aWindow());
    const cancelled = await sessionOf(aWindow());
    const somebodyElses = await openSession(api);
    const [asking, sitting] = [await logInAs(api), await logInAs(api)];
    await enrol(asking, confirming);
    const { id } = await enrol(sitting, plain);
    await enrol(await logInAs(api), over);
    await enrol(await logInAs(api), somebodyElses);
    await confirmNames(sitting, id).expect(204);
    const measures = { extraTime: { by: 'percent', percent: 50 }, breaks: null, other: null };
    await sitting.client
      .post(`/api/entries/${id}/accommodations`, { measures, reason, evidence: 'A letter of a doctor.' })
      .expect(201);
    await api.db.query(
      `UPDATE exam_session SET opens_at = clock() - interval '2 h', closes_at = clock() - interval '1 h' WHERE id = $1`,
      [over.id],
    );
    await api.db.query(`UPDATE exam_session SET state = 'cancelled' WHERE id = $1`, [cancelled.id]);
    const work = async ({ client }: Somebody) =>
      (await client.get('/api/desks').expect(200)).body as DeskWork[];
    const found = await work(own);
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        {
          sessionId: confirming.id,
          requestedCount: 1,
          missingCounts: { application: 1, names: 1, identity: 1 },
          accommodationCount: 0,
        },
        {
          sessionId: plain.id,
          requestedCount: 0,
          missingCounts: { application: 1, identity: 1 },
          accommodationCount: 1,
        },
      ]),
    );
    await api.db.manager.insert(Interest, {
      personId: own.person.id,
      tie: 'relative',
      candidateId: sitting.person.id,
      note: '',
    });
    // That a relative asked for one is not theirs to know.
    expect((await work(own)).map(({ accommodationCount }) => accommodationCount)).toEqual([0, 0]);
    expect(await work(await logInAs(api, { roles: ['registrar'] }))).toEqual([]);
  });

  it('keeps away whoever is tied to the candidate, one by one and in a hall', async () => {
    const { one, session, id } = await entered();
    const { id: second } = await enrol(await logInAs(api), session);
    const tied = await logInAs(api, { roles: ['registrar'] });
    expect((await tied.client.get(`/api/sessions/${session.id}/desk`).expect(404)).body.code).toBe(
      'NOT_FOUND',
    );
    await putInCharge(api.db, tied.person, session);
    await api.db.manager.insert(Interest, {
      personId: tied.person.id,
      tie: 'relative',
      candidateId: one.person.id,
      note: '',
    });
    expect((await deskOf(session, '', tied)).rows.find(({ entryId }) => entryId === id)!.isBarred).toBe(true);
    expect(await codeOf(seeIdentity(id, { how: 'passport' }, { by: tied, status: 403 }))).toBe(
      'DECISION_CONFLICT',
    );
    const stranger = (await entered()).id;
    const hall = (
      await tied.client
        .post(`/api/sessions/${session.id}/identities`, {
          entries: await Promise.all(
            [id, second, stranger].map(async (entryId) => ({ entryId, ...(await shownName(entryId)) })),
          ),
          how: 'passport',
        })
        .expect(200)
    ).body as SeenIdentitiesView;
    expect(hall).toEqual({
      done: 1,
      refused: [
        { entryId: id, code: 'DECISION_CONFLICT' },
        { entryId: stranger, code: 'NOT_FOUND' },
      ],
    });
    expect(await missingOf(one, id)).toContain('identity');
    await seeIdentity(second, { how: 'other' }, { status: 400 });
  });
});
