import { describe, expect, it } from '@jest/globals';
import type { CohortView } from '@ennead/contracts';
import { Entry, Person } from '@ennead/persistence';
import { shiftClock } from '@ennead/testing';
import { openSession } from './attempts-harness.ts';
import { visitor } from './harness/client.ts';
import { anInstitution, aPerson, logInAs, PASSWORD } from './harness/people.ts';
import {
  accept,
  aCohort,
  address,
  ahead,
  api,
  bring,
  codeOf,
  cohortId,
  goOnIn,
  house,
  lettersTo,
  manager,
  members,
  nextNumber,
  path,
  personAt,
  reason,
  startHouse,
  tokenOf,
} from './rosters-harness.ts';

startHouse();

describe('whom a roster made', () => {
  const theirs = { institutionId: expect.any(String), createdByInstitutionId: expect.any(String) };
  const nobodys = { institutionId: null, createdByInstitutionId: null };
  const seatIn = async (id = cohortId) => (await members('', id))[0]!.entryId;
  const withdraw = async (id = cohortId) => {
    await manager.post(path('withdrawals', id), { entryId: await seatIn(id), reason }).expect(200);
    await api.work.settle();
  };
  const register = (email: string, name: string) =>
    visitor(api.url).then((client) =>
      client.post('/api/auth/register', { email, name, locale: 'en' }).expect(204),
    );

  it('is nobody’s once the seat was taken back, and goes by the name that they then give', async () => {
    const email = address();
    const { invitations } = await bring(`email,name\n${email},Anne Typo`);
    expect(await personAt(email)).toMatchObject({ ...theirs, name: 'Anne Typo' });
    await withdraw();
    const left = await personAt(email);
    expect(left).toMatchObject(nobodys);
    expect(left.name).not.toContain('Typo');
    expect(await members()).toMatchObject([{ name: 'Anne Typo', seat: 'withdrawn' }]);
    expect((await lettersTo(email)).at(-1)).toMatchObject({
      kind: 'seat-withdrawn',
      name: expect.not.stringContaining('Typo'),
    });
    await accept(tokenOf(invitations[0]!.url), 410);
    await register(email, 'Ann Lee');
    const letter = (await lettersTo(email)).at(-1)!;
    expect(letter.kind).toBe('confirm-address');
    const client = await visitor(api.url);
    await client
      .post('/api/auth/register/finish', { token: tokenOf(letter.link!), password: 'a first password' })
      .expect(204);
    const own = await personAt(email);
    expect(own).toMatchObject({ ...nobodys, id: left.id, name: 'Ann Lee', locale: 'en', releasedAt: null });
    expect(own.emailConfirmedAt).not.toBeNull();
    // What another roster calls them is no more than that.
    await bring(`email,name\n${email},Anne Typo`);
    expect(await personAt(email)).toMatchObject({ ...nobodys, name: 'Ann Lee' });
  });

  it('is nobody’s once they have declined, with an account of their own by then', async () => {
    const email = address();
    await bring(`email,name\n${email},Ann`);
    await api.db.manager.update(Entry, { id: await seatIn() }, { answerBy: new Date(0) });
    const [letter] = await lettersTo(email);
    const client = await accept(tokenOf(letter!.link!));
    expect(await members()).toMatchObject([{ seat: 'invited' }]);
    await client.refreshToken();
    await client.post(`/api/entries/${await seatIn()}/decline`).expect(204);
    await api.work.settle();
    expect(await personAt(email)).toMatchObject({ ...nobodys, name: 'Ann' });
  });

  it('stays while another seat there does, and wherever they have accepted one', async () => {
    const [email, joined] = [address(), address()];
    const { invitations } = await bring(`email,name\n${joined},Bo`);
    await accept(tokenOf(invitations[0]!.url));
    await withdraw();
    expect(await personAt(joined)).toMatchObject(theirs);
    const other = await aCohort(await ahead());
    goOnIn(await aCohort());
    await bring(`email,name\n${email},Ann`);
    await bring(`email,name\n${email},Ann`, {}, manager, other);
    await withdraw();
    expect(await personAt(email)).toMatchObject({ ...theirs, name: 'Ann' });
    await withdraw(other);
    expect(await personAt(email)).toMatchObject(nobodys);
  });

  it('is as new to the next roster, of whichever institution, which spells them as it does', async () => {
    const email = address();
    const { importId } = await bring(`email,name\n${email},Anne Typo`);
    await manager.post(path(`imports/${importId}/undo`), { reason }).expect(200);
    await api.work.settle();
    expect(await personAt(email)).toMatchObject(nobodys);
    const { invitations } = await bring(`email,name\n${email},Ann Lee`);
    expect(await personAt(email)).toMatchObject({ ...theirs, name: 'Ann Lee', releasedAt: null });
    expect(invitations).toHaveLength(1);
    await accept(tokenOf(invitations[0]!.url));
    expect(await members()).toMatchObject([{ name: 'Ann Lee', seat: 'entered' }]);
  });

  it('is nobody’s to take whom the body has made something meanwhile', async () => {
    const email = address();
    await bring(`email,name\n${email},Anne Typo`);
    await withdraw();
    const { id } = await personAt(email);
    const { id: institutionId } = await anInstitution(api.db);
    const administrator = (await logInAs(api, { roles: ['administrator'] })).client;
    const appointed = { roles: ['manager'], institutionId, disabled: false };
    await administrator.patch(`/api/people/${id}`, appointed).expect(200);
    const before = await personAt(email);
    await bring(`email,name\n${email},Somebody Else`, { partly: true });
    expect(await personAt(email)).toMatchObject({
      institutionId,
      createdByInstitutionId: null,
      name: before.name,
      roles: ['manager'],
    });
  });

  it('is nobody’s once the invitation lapsed, and the institution’s again where it renews it while nobody took the account', async () => {
    const [email, own, elsewhere] = [address(), address(), address()];
    const { invitations } = await bring(
      `email,name\n${email},Anne Typo\n${own},Bo Typo\n${elsewhere},Cy Typo`,
    );
    await shiftClock(api.db, '14 days 1 minute');
    await api.work.offer();
    await api.work.settle();
    for (const one of [email, own, elsewhere]) {
      const left = await personAt(one);
      expect(left).toMatchObject({ ...nobodys, releasedAt: expect.any(Date) });
      expect(left.name).not.toContain('Typo');
    }
    await accept(tokenOf(invitations[0]!.url), 410);
    const other = await anInstitution(api.db);
    const its = (await logInAs(api, { roles: ['manager'], institutionId: other.id })).client;
    await bring(`email,name\n${elsewhere},Cy Lee`, {}, its, await aCohort(await ahead(), its));
    await api.db.manager.update(Person, { email: own }, { passwordHash: 'set', name: 'Bo Lee' });
    const again = async (name: string) => {
      const { entryId } = (await members()).find((one) => one.name === name && one.seat === 'lapsed')!;
      const answer = await manager.post(path('mail'), { entryIds: [entryId] }).expect(200);
      expect(answer.body).toMatchObject({ mailed: 1 });
    };
    for (const name of ['Anne Typo', 'Bo Typo', 'Cy Typo']) await again(name);
    expect(await personAt(email)).toMatchObject({ ...theirs, name: 'Anne Typo', releasedAt: null });
    expect(await personAt(own)).toMatchObject({ ...nobodys, name: 'Bo Lee' });
    expect(await personAt(elsewhere)).toMatchObject({ institutionId: other.id, name: 'Cy Lee' });
    const letter = (await lettersTo(email)).at(-1)!;
    expect(letter.kind).toBe('invitation');
    await accept(tokenOf(letter.link!));
    await shiftClock(api.db, '0 days');
  });

  it('is nobody’s once the session was cancelled, but stays where they had said yes', async () => {
    const [email, joined] = [address(), address()];
    const examSessionId = await ahead();
    goOnIn(await aCohort(examSessionId));
    const { invitations } = await bring(`email,name\n${email},Anne Typo\n${joined},Bo`);
    await accept(tokenOf(invitations.find((link) => link.email === joined)!.url));
    const administrator = (await logInAs(api, { roles: ['administrator'] })).client;
    await administrator.post(`/api/sessions/${examSessionId}/cancel`, { reason }).expect(200);
    await api.work.settle();
    expect(await personAt(email)).toMatchObject(nobodys);
    expect(await personAt(joined)).toMatchObject({ ...theirs, name: 'Bo' });
  });

  it('goes by what another institution calls them that waits for their answer', async () => {
    const email = address();
    await bring(`email,name\n${email},Anne Typo`);
    const other = await anInstitution(api.db);
    const its = (await logInAs(api, { roles: ['manager'], institutionId: other.id })).client;
    const there = await aCohort(await ahead(), its);
    await bring(`email,name\n${email},Ann Lee`, {}, its, there);
    await withdraw();
    expect(await personAt(email)).toMatchObject({ ...nobodys, name: 'Ann Lee' });
  });
});

describe('a member', () => {
  it('who is not the institution’s yet is nobody of whom it learns whether, and what, was written to them', async () => {
    const known = await logInAs(api);
    await bring(`email,name\n${known.person.email},${known.person.name}\n${address()},Ann`);
    const [ann, other] = (await members('sort=name')).toSorted((one) => (one.name === 'Ann' ? -1 : 1));
    expect([ann!.mail.kind, other!.mail]).toEqual([
      'invitation',
      { state: 'none', kind: null, queuedAt: null, reason: null },
    ]);
  });

  it('who is not the institution’s yet shows neither which try it is of theirs nor, by the order of a list, what they are called', async () => {
    const [zoe, aaron] = [await aPerson(api.db, { name: 'Zoe' }), await aPerson(api.db, { name: 'Aaron' })];
    await bring(`email,name\n${zoe.email},Ann\n${aaron.email},Bo`);
    const entries = await members();
    await api.db.query(`UPDATE entry SET number = 3, cause = 'retake' WHERE id = ANY ($1)`, [
      entries.map(({ entryId }) => entryId),
    ]);
    const shown = (await members()).map(({ name, number, cause }) => [name, number, cause]);
    expect(shown).toEqual([
      ['Ann', 1, 'first'],
      ['Bo', 1, 'first'],
    ]);
    expect(await members('cause=retake')).toEqual([]);
    const { text } = await manager.get(path('export.csv')).expect(200);
    expect(text.indexOf(zoe.email)).toBeLessThan(text.indexOf(aaron.email));
    expect(text.indexOf(zoe.email)).toBeGreaterThan(0);
  });

  it('is taken out before the start with a reason that they are told, not after it', async () => {
    const one = await logInAs(api, { institutionId: house.id });
    await bring(`email,name\n${one.person.email},${one.person.name}`);
    const { entryId } = (await members())[0]!;
    await one.client.post(`/api/entries/${entryId}/accept`).expect(200);
    await manager.post(path('withdrawals'), { entryId, reason: 'short' }).expect(400);
    const told = await manager.post(path('withdrawals'), { entryId, reason }).expect(200);
    expect(told.body).toEqual({ unwritten: false, reasonHeld: false });
    expect(await members()).toMatchObject([{ seat: 'withdrawn' }]);
    expect((await lettersTo(one.person.email)).at(-1)).toMatchObject({
      kind: 'seat-withdrawn',
      params: { reason },
    });
    expect(await codeOf(manager.post(path('withdrawals'), { entryId, reason }).expect(409))).toBe(
      'ENTRY_ENDED',
    );

    const { id } = await openSession(api);
    const now = await aCohort(id);
    await bring(`email,name\n${one.person.email},${one.person.name}`, {}, manager, now);
    const [member] = await members('', now);
    await one.client.post(`/api/entries/${member!.entryId}/accept`).expect(200);
    const late = manager.post(path('withdrawals', now), { entryId: member!.entryId, reason }).expect(409);
    expect(await codeOf(late)).toBe('SESSION_STARTED');
    expect(await members('', now)).toMatchObject([{ seat: 'entered' }]);
  });

  it('that was moved and then taken out is left no link that opens anything', async () => {
    const { invitations } = await bring(`email,name\n${address()},Ann`);
    const { entryId } = (await members())[0]!;
    const there = await aCohort();
    await manager.post(path('moves'), { entryId, cohortId: there }).expect(204);
    await manager.post(path('withdrawals', there), { entryId, reason }).expect(200);
    const token = tokenOf(invitations[0]!.url);
    await (
      await visitor(api.url)
    )
      .post('/api/auth/accept-invitation', { token, password: PASSWORD })
      .expect(410);
  });

  it('moves to another cohort of the session, and the invitation still leads to the seat; who trained them has trained them', async () => {
    const trainer = await logInAs(api, { roles: ['trainer'], institutionId: house.id });
    await manager.put(path('trainers'), { trainerIds: [trainer.person.id] }).expect(200);
    const email = address();
    const { invitations } = await bring(`email,name,学号\n${email},Ann,5`);
    const { entryId } = (await members())[0]!;
    const there = await aCohort();
    const elsewhere = await aCohort(await ahead());
    const move = (to: string) => manager.post(path('moves'), { entryId, cohortId: to });
    expect(await codeOf(move(elsewhere).expect(409))).toBe('COHORT_OTHER_SESSION');
    await bring(`email,name,学号\n${address()},Bo,5`, {}, manager, there);
    expect(await codeOf(move(there).expect(409))).toBe('STUDENT_NUMBER_TAKEN');
    const free = await aCohort();
    await move(free).expect(204);
    expect(await members()).toEqual([]);
    await accept(tokenOf(invitations[0]!.url));
    expect(await members('', free)).toMatchObject([{ email, seat: 'entered', studentNumber: '5' }]);
    const ties: { tie: string }[] = await api.db.query(
      `SELECT tie.tie FROM enrolment_tie tie JOIN entry ON entry.enrolment_id = tie.enrolment_id
       WHERE entry.id = $1 AND tie.person_id = $2 AND tie.tie = 'trainer'`,
      [entryId, trainer.person.id],
    );
    expect(ties).toHaveLength(1);
  });

  it('who declined is shown as that, and may be asked again', async () => {
    const one = await logInAs(api);
    await bring(`email,name\n${one.person.email},Ann`);
    const { entryId } = (await members())[0]!;
    await one.client.post(`/api/entries/${entryId}/decline`).expect(204);
    expect(await members()).toMatchObject([{ seat: 'declined', name: 'Ann' }]);
    const view = (await manager.get(`/api/cohorts/${cohortId}`).expect(200)).body as CohortView;
    expect(view.counts.seat).toEqual({ declined: 1 });
    await bring(`email,name\n${one.person.email},Ann`);
    expect(await members()).toMatchObject([{ seat: 'invited' }]);
  });
});

describe('a cohort', () => {
  it('is renamed, put away and brought back; nobody comes into one that is away', async () => {
    const change = (body: object) => manager.patch(`/api/cohorts/${cohortId}`, body);
    const taken = await aCohort();
    const { name } = (await manager.get(`/api/cohorts/${taken}`)).body as CohortView;
    const newName = `Renamed ${nextNumber()}`;
    expect(await codeOf(change({ name }).expect(409))).toBe('COHORT_NAME_TAKEN');
    const renamed = await change({ name: newName, archived: true }).expect(200);
    expect(renamed.body).toMatchObject({ name: newName, archivedAt: expect.any(String) });
    const csv = `email,name\n${address()},Ann`;
    expect(await codeOf(manager.post(path('roster'), { csv }).expect(409))).toBe('COHORT_ARCHIVED');
    await change({ archived: false }).expect(200);
    await bring(csv);
    await bring(`email,name\n${address()},Bo`);
    const [ann, bo] = await members('sort=name');
    await api.db.query(
      `UPDATE person SET password_hash = 'set' FROM enrolment JOIN entry ON entry.enrolment_id = enrolment.id
       WHERE person.id = enrolment.candidate_id AND entry.id = $1`,
      [bo!.entryId],
    );
    const hand = [
      () => manager.post(path('links')),
      () => manager.post(path('invitations'), { entryId: ann!.entryId }),
      () => manager.post(path('reset-links'), { entryId: bo!.entryId }),
      () => manager.post(path('mail'), {}),
      () => manager.post(path('roster'), { csv: `email,name\n${address()},Cy` }),
    ];
    await shiftClock(api.db, '2 hours');
    await change({ archived: true }).expect(200);
    const before = await api.db.query(
      'SELECT (SELECT count(*) FROM invitation) AS invitations, (SELECT count(*) FROM one_time_link) AS links',
    );
    for (const ask of hand) expect(await codeOf(ask().expect(409))).toBe('COHORT_ARCHIVED');
    expect(
      await api.db.query(
        'SELECT (SELECT count(*) FROM invitation) AS invitations, (SELECT count(*) FROM one_time_link) AS links',
      ),
    ).toEqual(before);
    await change({ archived: false }).expect(200);
    for (const ask of hand) await ask().expect(200);
    await shiftClock(api.db, '0 days');
    const trainer = await logInAs(api, { roles: ['trainer'], institutionId: house.id });
    await trainer.client.patch(`/api/cohorts/${cohortId}`, { archived: true }).expect(403);
    const other = (
      await logInAs(api, { roles: ['manager'], institutionId: (await anInstitution(api.db)).id })
    ).client;
    await other.patch(`/api/cohorts/${cohortId}`, { archived: true }).expect(404);
  });
});
