import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ExamSessionView,
  LikelyPairs,
  OpenSessionsView,
  Problem,
  SamePeoplePage,
  SamePersonNoted,
} from '@ennead/contracts';
import {
  AuditEvent,
  Entry,
  findStanding,
  Interest,
  Message,
  Person,
  Portfolio,
  PortfolioVersion,
  Review,
  SamePerson,
} from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { enrol, openSession } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import { Client, visitor } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { aCandidate, ask, decidedTry, failing, mine, sessionNow, type Candidate } from './tries-harness.ts';

let api: TestApi;
let registrar: Candidate;
let another: Candidate;
let certifier: Client;
let administrator: Client;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  registrar = await logInAs(api, { roles: ['registrar'], name: 'Wu Lan' });
  another = await logInAs(api, { roles: ['registrar'] });
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

const reason = 'The same identity card was shown for both, at the desk.';
type Account = Pick<Person, 'email'>;
const note = (keep: Account, other: Account, by: Client = registrar.client) =>
  by.post('/api/same-people', { keep: keep.email, other: other.email, reason });
/** So that it takes effect, by a second person where it takes one. */
const join = async (keep: Account, other: Account, by: Client = registrar.client): Promise<void> => {
  const { waits } = (await note(keep, other, by).expect(201)).body as SamePersonNoted;
  if (!waits) return;
  const { id } = await api.db.manager.findOneOrFail(SamePerson, {
    where: { waits: true },
    order: { notedAt: 'DESC' },
  });
  await administrator.post(`/api/same-people/${id}/agree`, { reason }).expect(204);
};
const noteOf = (other: Person) => api.db.manager.findOneByOrFail(SamePerson, { otherId: other.id });
const end = async (other: Person, by: Client = another.client) =>
  by.post(`/api/same-people/${(await noteOf(other)).id}/end`, { reason });
const codeOf = async (answer: ReturnType<Client['post']> | ReturnType<typeof end>) => {
  const { status, body } = await answer;
  return [status, (body as Problem | undefined)?.code];
};
const goIn = ({ client }: Candidate, { id }: Pick<ExamSessionView, 'id'>) =>
  client.post(`/api/sessions/${id}/entries`, { wait: false });
const logIn = async ({ email }: Account, password = PASSWORD) =>
  (await visitor(api.url)).post('/api/auth/log-in', { email, password });
const asStaff = (roles: Person['roles']) => logInAs(api, { roles });

describe('tries of two accounts of one person', () => {
  it('count together: whoever comes back by another account waits, and is told why', async () => {
    const [first, second] = [await aCandidate(api), await aCandidate(api)];
    await decidedTry(api, certifier, first, failing);
    await join(second.person, first.person);
    const session = await sessionNow(api);
    expect(await codeOf(goIn(second, session))).toEqual([409, 'TRY_TOO_EARLY']);
    const { sessions } = (await second.client.get('/api/sessions/open').expect(200)).body as OpenSessionsView;
    expect(sessions.find(({ id }) => id === session.id)?.entering).toMatchObject({ code: 'TRY_TOO_EARLY' });
    await shiftClock(api.db, '15 days');
    const later = await sessionNow(api);
    const { body } = await goIn(second, later).expect(201);
    expect(body).toMatchObject({ number: 1, cause: 'retake' });
    expect(await mine(second)).toMatchObject({
      countedTries: [],
      triesElsewhere: [{ number: 1, counts: true }],
      next: { code: 'TRY_OPEN', number: 1 },
    });
  });

  it('stand against a grade that is held at the top, and count alone again once the note has ended', async () => {
    const [first, second] = [await aCandidate(api), await aCandidate(api)];
    await decidedTry(api, certifier, first, failing);
    await join(second.person, first.person);
    expect(await codeOf(goIn(second, await sessionNow(api)))).toEqual([409, 'TRY_TOO_EARLY']);
    expect((await end(first.person)).status).toBe(204);
    await goIn(second, await sessionNow(api)).expect(201);
    expect((await mine(second)).triesElsewhere).toEqual([]);
  });

  it('are one at a time, whichever account asks', async () => {
    const staff = await asStaff(['assessor', 'candidate']);
    const candidate = await aCandidate(api);
    await join(staff.person, candidate.person);
    await goIn(candidate, await sessionNow(api)).expect(201);
    expect(await codeOf(goIn(staff, await sessionNow(api)))).toEqual([409, 'TRY_OPEN_ELSEWHERE']);
    // By a way that has judged before.
    await expect(enrol(api.db, staff.person, await sessionNow(api))).rejects.toThrow('ENTRY_OPEN');
  });

  it('are one at a time where both accounts ask at once', async () => {
    const staff = await asStaff(['assessor', 'candidate']);
    const candidate = await aCandidate(api);
    await join(staff.person, candidate.person);
    const [one, other] = [await sessionNow(api), await sessionNow(api)];
    const answers = await Promise.all([goIn(candidate, one), goIn(staff, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('are not noted as one person’s while both have one open, and it is said which', async () => {
    const staff = await asStaff(['assessor', 'candidate']);
    const candidate = await aCandidate(api);
    await goIn(candidate, await sessionNow(api)).expect(201);
    await goIn(staff, await sessionNow(api)).expect(201);
    const refused = await note(staff.person, candidate.person).expect(409);
    expect((refused.body as Problem).code).toBe('SAME_PERSON_TWO_OPEN');
    const errors = (refused.body as Problem).errors!.map(({ message }) => message).join('\n');
    expect(errors).toContain(staff.person.email);
    expect(errors).toContain(candidate.person.email);
    const { id } = await api.db.manager.findOneByOrFail(Entry, { enrolmentId: (await mine(candidate)).id });
    await api.db.query(`UPDATE entry SET state = 'withdrawn' WHERE id = $1`, [id]);
    await join(staff.person, candidate.person);
  });
});

describe('ties', () => {
  it('keep an assessor from the script of their own other account', async () => {
    const staff = await asStaff(['assessor', 'certifier']);
    const session = await openSession(api);
    const { entry, candidate } = await aScoredCase(api, session);
    const portfolio = await api.db.manager.findOneByOrFail(Portfolio, { entryId: entry.id });
    const version = await api.db.manager.findOneByOrFail(PortfolioVersion, { portfolioId: portfolio.id });
    const { rubricId, rubricHash } = await api.db.manager.findOneByOrFail(Review, {
      portfolioVersionId: version.id,
    });
    const { id } = await api.db.manager.save(
      api.db.manager.create(Review, {
        portfolioVersionId: version.id,
        reviewerId: staff.person.id,
        kind: 'review',
        state: 'assigned',
        rubricId,
        rubricHash,
      }),
    );
    await join(staff.person, candidate);
    expect(await codeOf(staff.client.get(`/api/reviews/${id}`))).toEqual([403, 'DECISION_CONFLICT']);
    expect(await codeOf(staff.client.put(`/api/reviews/${id}`, { marks: {}, comment: '' }))).toEqual([
      403,
      'DECISION_CONFLICT',
    ]);
    expect(await codeOf(staff.client.post(`/api/entries/${entry.id}/decision`, grant))).toEqual([
      403,
      'DECISION_CONFLICT',
    ]);
    // That it is theirs opens nothing.
    expect(await codeOf(staff.client.get(`/api/entries/${entry.id}/result`))).toEqual([
      403,
      'DECISION_CONFLICT',
    ]);
    await end(candidate);
    const { relations } = (await findStanding(api.db.manager, staff.person.id, 'entry', entry.id))!;
    expect(relations).not.toContain('candidate');
  });

  it('to one account are ties to the other, and of one account ties of the other', async () => {
    const [first, second] = [await aPerson(api.db), await aPerson(api.db)];
    const relative = await aPerson(api.db, { roles: ['assessor'] });
    await api.db.manager.insert(Interest, {
      personId: relative.id,
      tie: 'relative',
      candidateId: first.id,
      note: '',
    });
    const earlier = await aScoredCase(api, await openSession(api), { candidate: first });
    await certifier.post(`/api/entries/${earlier.entry.id}/decision`, grant).expect(201);
    const { entry } = await aScoredCase(api, await openSession(api), { candidate: second });
    const stands = async ({ id }: Person) =>
      [...(await findStanding(api.db.manager, id, 'entry', entry.id))!.relations].sort();
    expect([await stands(relative), await stands(earlier.assessors[1])]).toEqual([[], []]);
    await api.db.manager.update(Entry, { id: entry.id }, { state: 'withdrawn' });
    await join(first, second);
    expect([await stands(relative), await stands(earlier.assessors[1])]).toEqual([
      ['relative'],
      ['assessor'],
    ]);
    // Of who marked, another account.
    const twin = await aPerson(api.db, { roles: ['moderator'] });
    await api.db.query(`UPDATE person SET roles = '{candidate}' WHERE id = $1`, [earlier.assessors[1].id]);
    await join(twin, earlier.assessors[1]);
    expect(await stands(twin)).toEqual(['assessor']);
    await end(second);
    expect([await stands(relative), await stands(twin)]).toEqual([[], []]);
  });
});

describe('the account that is not kept', () => {
  it('is closed, says where to go to whoever knows its password, and both are written to', async () => {
    const [kept, other] = [await aCandidate(api), await aCandidate(api)];
    await join(kept.person, other.person);
    await other.client.get('/api/enrolments/mine').expect(401);
    expect(await codeOf(logIn(other.person))).toEqual([403, 'ACCOUNT_JOINED']);
    expect(await codeOf(logIn(other.person, 'a wrong horse battery'))).toEqual([401, 'CREDENTIALS_WRONG']);
    await kept.client.get('/api/enrolments/mine').expect(200);
    const letters = await api.db.manager.findBy(Message, [
      { address: kept.person.email },
      { address: other.person.email },
    ]);
    expect(letters.map(({ kind, address }) => [kind, address]).sort()).toEqual([
      ['account-closed-for-another', other.person.email],
      ['account-joined', kept.person.email],
    ]);
    // Should the note be wrong, neither learns the address of a stranger.
    for (const { params, address } of letters) {
      const stranger = address === kept.person.email ? other.person.email : kept.person.email;
      expect(JSON.stringify(params)).not.toContain(stranger);
    }
    const lines = await api.db.manager.findBy(AuditEvent, {
      action: 'account.joined',
      actorId: registrar.person.id,
    });
    expect(lines.filter(({ subjectId }) => subjectId === other.person.id)).toMatchObject([
      { detail: { otherAccountId: kept.person.id, reason } },
    ]);
  });

  it('stays as it is while something of it is open', async () => {
    const [kept, other] = [await aCandidate(api), await aCandidate(api)];
    const session = await sessionNow(api);
    await goIn(other, session).expect(201);
    const refused = await note(kept.person, other.person).expect(409);
    expect(refused.body).toMatchObject({ code: 'SAME_PERSON_IN_USE' });
    expect((refused.body as Problem).errors![0]!.message).toContain(session.title.en);
    await other.client.get('/api/enrolments/mine').expect(200);
    expect(await ask(api, other).then(({ body }) => (body as Problem).code)).toBe('TRY_OPEN');
  });

  it('is enabled and given a role by nobody while the note holds, and enabled once it has ended', async () => {
    const [kept, other] = [await aCandidate(api), await aCandidate(api)];
    await join(kept.person, other.person);
    const change = (disabled: boolean, roles = ['candidate']) =>
      administrator.patch(`/api/people/${other.person.id}`, { roles, institutionId: null, disabled });
    expect(await codeOf(change(false))).toEqual([409, 'SAME_PERSON_STILL']);
    expect(await codeOf(change(true, ['candidate', 'assessor']))).toEqual([409, 'SAME_PERSON_NO_ROLE']);
    expect((await end(other.person, administrator)).status).toBe(204);
    expect(await codeOf(logIn(other.person))).toEqual([401, 'CREDENTIALS_WRONG']);
    await change(false).expect(200);
    expect((await logIn(other.person)).status).toBeLessThan(300);
  });

  it('is never the one of the staff, who are nobody’s second account', async () => {
    const [staff, colleague] = [await asStaff(['assessor']), await asStaff(['moderator'])];
    const candidate = await aCandidate(api);
    expect(await codeOf(note(candidate.person, staff.person))).toEqual([409, 'SAME_PERSON_KEEP_STAFF']);
    expect(await codeOf(note(colleague.person, staff.person))).toEqual([409, 'SAME_PERSON_BOTH_STAFF']);
    await join(staff.person, candidate.person);
    await candidate.client.get('/api/enrolments/mine').expect(200);
  });
});

describe('a note', () => {
  it('is made of nobody’s own accounts, of none that a tie bars from, and of none twice', async () => {
    const [one, other] = [await aCandidate(api), await aCandidate(api)];
    expect(await codeOf(note(registrar.person, one.person))).toEqual([403, 'SAME_PERSON_OWN']);
    expect(await codeOf(note(one.person, one.person))).toEqual([409, 'SAME_PERSON_ITSELF']);
    expect(await codeOf(note(one.person, { email: 'nobody@example.org' }))).toEqual([
      404,
      'SAME_PERSON_UNKNOWN',
    ]);
    // A registrar's own other account is theirs as well.
    const own = await aCandidate(api);
    await join(registrar.person, own.person, another.client);
    expect(await codeOf(note(one.person, own.person))).toEqual([403, 'SAME_PERSON_OWN']);
    const { entry } = await decidedTry(api, certifier, other, failing);
    await api.db.manager.insert(Interest, {
      personId: another.person.id,
      tie: 'relative',
      candidateId: other.person.id,
      note: '',
    });
    expect(entry.number).toBe(1);
    expect(await codeOf(note(one.person, other.person, another.client))).toEqual([403, 'DECISION_CONFLICT']);
    await join(one.person, other.person);
    expect(await codeOf(note(one.person, other.person))).toEqual([409, 'SAME_PERSON_NOTED']);
    const third = await aCandidate(api);
    expect(await codeOf(note(third.person, one.person))).toEqual([409, 'SAME_PERSON_KEEPS_OTHERS']);
    expect(await codeOf(note(other.person, third.person))).toEqual([409, 'SAME_PERSON_NOTED']);
    await join(one.person, third.person);
  });

  it('is ended by somebody else, once, with both told', async () => {
    const [one, other] = [await aCandidate(api), await aCandidate(api)];
    await join(one.person, other.person);
    expect(await codeOf(end(other.person, registrar.client))).toEqual([403, 'SAME_PERSON_BY_ANOTHER']);
    const { id } = await noteOf(other.person);
    await another.client.post(`/api/same-people/${id}/end`, { reason }).expect(204);
    await another.client.post(`/api/same-people/${id}/end`, { reason }).expect(404);
    expect(
      await api.db.manager.countBy(Message, { kind: 'account-parted', address: other.person.email }),
    ).toBe(1);
    const { rows } = (await registrar.client.get(`/api/same-people?q=${other.person.email}`).expect(200))
      .body as SamePeoplePage;
    expect(rows).toMatchObject([{ id, mayEnd: false, ended: { reason }, notedBy: 'Wu Lan' }]);
  });

  it('goes with whoever is forgotten, in what was said', async () => {
    const [one, other] = [await aCandidate(api), await aCandidate(api)];
    await join(one.person, other.person);
    const { email, id } = other.person;
    await administrator.post(`/api/people/${id}/erase`, { email, reason }).expect(204);
    expect(await noteOf(other.person)).toMatchObject({ reason: '' });
    const lines = await api.db.manager.findBy(AuditEvent, {
      action: 'account.joined',
      subjectId: one.person.id,
    });
    expect(lines).toMatchObject([{ detail: {} }]);
    expect(JSON.stringify(lines)).not.toContain(reason);
  });
});

describe('accounts that are alike', () => {
  const likely = async (client = registrar.client): Promise<LikelyPairs> =>
    (await client.get('/api/same-people/likely').expect(200)).body as LikelyPairs;
  const ofThese = ({ pairs }: LikelyPairs, ...people: Person[]) =>
    pairs.filter(({ one, other }) => people.some(({ id }) => id === one.id || id === other.id));

  it('are shown with what is alike, until somebody tells them apart', async () => {
    const session = await openSession(api);
    const one = await aPerson(api.db, { name: '欧阳 静怡' });
    const other = await aPerson(api.db, { name: '欧阳静怡' });
    const namesake = await aPerson(api.db, { name: '欧阳静怡' });
    await enrol(api.db, one, session);
    await enrol(api.db, other, session);
    await api.db.query(`UPDATE person SET email = 'j.ouyang@north.example' WHERE id = $1`, [one.id]);
    await api.db.query(`UPDATE person SET email = 'jouyang+2@south.example' WHERE id = $1`, [other.id]);
    const found = ofThese(await likely(), one, other, namesake);
    expect(found).toMatchObject([
      { one: { id: one.id }, other: { id: other.id }, likeness: ['address', 'name-and-session'] },
    ]);
    await registrar.client
      .post('/api/same-people/tell-apart', { oneId: other.id, otherId: one.id, reason })
      .expect(204);
    expect(ofThese(await likely(), one)).toEqual([]);
    // It was a mistake: papers say more than that.
    await api.db.query(
      `UPDATE entry SET state = 'withdrawn' WHERE enrolment_id IN
      (SELECT id FROM enrolment WHERE candidate_id = $1)`,
      [other.id],
    );
    await join({ email: 'j.ouyang@north.example' }, { email: 'jouyang+2@south.example' });
  });

  it('are found by name and student number, in Latin letters too, and hidden from whom a tie bars', async () => {
    const [session, elsewhere] = [await openSession(api), await openSession(api)];
    const one = await aPerson(api.db, { name: 'Mira Adeyemi-Holt' });
    const other = await aPerson(api.db, { name: '艾米拉' });
    await api.db.query(`UPDATE person SET latin_name = 'HOLT, Mira Adeyemi' WHERE id = $1`, [other.id]);
    for (const [person, at] of [
      [one, session],
      [other, elsewhere],
    ] as const) {
      const { id } = await enrol(api.db, person, at);
      await api.db.query(`UPDATE entry SET student_number = 'S-4711' WHERE id = $1`, [id]);
    }
    expect(ofThese(await likely(), one)).toMatchObject([{ likeness: ['name-and-number'] }]);
    await api.db.manager.insert(Interest, {
      personId: another.person.id,
      tie: 'relative',
      candidateId: other.id,
      note: '',
    });
    expect(ofThese(await likely(another.client), one)).toEqual([]);
  });
});
