import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  houseLetterLimits,
  type CohortView,
  type ImportView,
  type InvitationLink,
  type InvitationView,
  type MembersPage,
  type Problem,
  type RosterImport,
  type RosterPreview,
  type WithdrawnMember,
} from '@ennead/contracts';
import { Letters } from '@ennead/mail';
import {
  Clearance,
  ContentBank,
  Entry,
  Person,
  RosterImport as Imported,
  type Institution,
} from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { aWindow, openSession } from './attempts-harness.ts';
import { visitor, type Client } from './harness/client.ts';
import { anInstitution, aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let house: Institution;
let manager: Client;
let sessionId: string;
let cohortId: string;
let count = 0;
const dayMs = 86_400_000;

beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  house = await anInstitution(api.db);
  manager = (await logInAs(api, { roles: ['manager'], institutionId: house.id })).client;
  sessionId = await ahead();
});
afterAll(() => api?.close());
beforeEach(async () => {
  cohortId = await aCohort();
});

const ahead = async () =>
  (
    await openSession(api, {
      ...aWindow(60 * dayMs),
      opensAt: new Date(Date.now() + 40 * dayMs).toISOString(),
    })
  ).id;
const aCohort = async (examSessionId = sessionId, by = manager): Promise<string> =>
  (await by.post('/api/cohorts', { name: `Roster ${(count += 1)}`, examSessionId }).expect(201)).body.id;
const address = () => `r${(count += 1)}-${Date.now()}@example.org`;
const path = (rest: string, id = cohortId) => `/api/cohorts/${id}/${rest}`;
const preview = async (csv: string, more: object = {}) =>
  (await manager.post(path('roster/preview'), { csv, ...more }).expect(200)).body as RosterPreview;
const bring = async (csv: string, more: object = {}, by = manager, id = cohortId) =>
  (await by.post(path('roster', id), { csv, ...more }).expect(200)).body as RosterImport;
const members = async (query = '', id = cohortId) =>
  ((await manager.get(path(`members?${query}`, id)).expect(200)).body as MembersPage).rows;
const personAt = (email: string) => api.db.manager.findOneByOrFail(Person, { email });
const lettersTo = async (email: string) => queuedMessages(api.db, { address: email });
const tokenOf = (link: string) => new URL(link).pathname.split('/').at(-1)!;
const aDisabledPerson = async () => {
  const person = await aPerson(api.db);
  await api.db.manager.update(Person, { id: person.id }, { disabledAt: new Date() });
  return person;
};
const codeOf = async (asked: PromiseLike<{ body: unknown }>) => ((await asked).body as Problem).code;
const accept = async (token: string, status = 204) => {
  const client = await visitor(api.url);
  await client.post('/api/auth/accept-invitation', { token, password: 'a first password' }).expect(status);
  return client;
};
const reason = 'They are on the list of another college.';

describe('an invitation by mail', () => {
  it('opens the account of whoever has none, confirms the address and takes the seat', async () => {
    const email = address();
    await bring(`email,name\n${email},Ann Lee`, { links: false });
    const [letter, ...more] = await lettersTo(email);
    expect([letter!.kind, more]).toEqual(['invitation', []]);
    const token = tokenOf(letter!.link!);
    const shown = (await (await visitor(api.url)).get(`/api/auth/invitations/${token}`).expect(200))
      .body as InvitationView;
    expect(shown.seat).toMatchObject({
      institution: house.name,
      role: 'application-engineer',
      level: 'junior',
      isMock: false,
      isOpen: false,
      clearances: ['application', 'names', 'identity'],
    });
    expect(new Date(shown.seat!.opensAt).getTime()).toBeGreaterThan(Date.now());
    await accept(token);
    expect((await personAt(email)).emailConfirmedAt).not.toBeNull();
    expect(await members()).toMatchObject([{ name: 'Ann Lee', seat: 'entered', active: true }]);
  });

  it('is another link than the one a manager hands over, which shows nothing of the address; one that is used ends the other', async () => {
    const [one, two] = [address(), address()];
    const { invitations } = await bring(`email,name\n${one},Ann\n${two},Bo`);
    const [mailed] = await lettersTo(one);
    const handed = (email: string) => tokenOf(invitations.find((link) => link.email === email)!.url);
    expect(tokenOf(mailed!.link!)).not.toBe(handed(one));
    await accept(handed(one));
    expect((await personAt(one)).emailConfirmedAt).toBeNull();
    await accept(tokenOf(mailed!.link!), 410);
    const [other] = await lettersTo(two);
    await accept(tokenOf(other!.link!));
    await accept(handed(two), 410);
  });

  it('leads whoever has an account to their home, without any link', async () => {
    const known = await aPerson(api.db);
    await bring(`email,name\n${known.email},Somebody`);
    const [letter, ...more] = await lettersTo(known.email);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      kind: 'seat-offered',
      link: null,
      personId: known.id,
      aboutKind: 'entry',
    });
    expect(letter!.params['institution']).toEqual(house.name);
  });

  it('is written again to whoever has not answered, not twice within the hour, and its link ends the one before', async () => {
    const email = address();
    await bring(`email,name\n${email},Ann`, { links: false });
    expect((await manager.post(path('mail'), {}).expect(200)).body).toEqual({
      mailed: 0,
      tooSoon: 1,
      tooMany: 0,
    });
    await shiftClock(api.db, '31 days');
    expect(await members('seat=link-expired')).toHaveLength(1);
    await shiftClock(api.db, '2 hours');
    expect((await manager.post(path('mail'), {}).expect(200)).body).toEqual({
      mailed: 1,
      tooSoon: 0,
      tooMany: 0,
    });
    expect(await members('seat=invited')).toHaveLength(1);
    const [first, second] = await lettersTo(email);
    await accept(tokenOf(first!.link!), 410);
    await accept(tokenOf(second!.link!));
    await shiftClock(api.db, '0 days');
  });
});

describe('a manager who would use our letters to write to strangers', () => {
  const advertisement = 'Cheap watches at shop.example, for this week only.';
  const inLetter = async (email: string): Promise<string> => {
    const letters = new Letters(new ContentBank(api.db), api.url);
    const texts = await Promise.all(
      (await lettersTo(email))
        .filter(({ state }) => state !== 'suppressed')
        .map((message) =>
          letters.write(message, { locale: 'en', link: 'the link', readIn: 'letter' }, api.db),
        ),
    );
    return texts.map(({ subject, text }) => `${subject}\n${text}`).join('\n');
  };
  const takeOut = async (email: string) => {
    const [member] = await members(`q=${email}&seat=invited`);
    const body = { entryId: member!.entryId, reason: advertisement };
    return (await manager.post(path('withdrawals'), body).expect(200)).body as WithdrawnMember;
  };

  it('gets no words of their own into one, by a reason or a name, and is told so; of a known stranger the same', async () => {
    const [nobody, known] = [address(), (await aPerson(api.db)).email];
    for (const email of [nobody, known]) {
      await bring(`email,name\n${email},${advertisement}`, { links: false });
      expect(await takeOut(email)).toEqual({ unwritten: false, reasonHeld: true });
      expect((await lettersTo(email)).map(({ kind }) => kind)).toContain('seat-withdrawn');
      expect(await inLetter(email)).not.toContain('watches');
    }
  });

  it('writes to one address so many times in a week, and is told what was not sent', async () => {
    const { most } = houseLetterLimits.toAddress;
    const email = address();
    const csv = `email,name\n${email},Ann`;
    for (let at = 0; at < 3; at += 1) {
      const { unwritten } = await bring(csv, { links: false });
      expect(unwritten).toBe(at * 2 < most ? 0 : 1);
      expect((await takeOut(email)).unwritten).toBe(at * 2 + 1 >= most);
    }
    expect(await lettersTo(email)).toHaveLength(most + 1);
    const sent = async () => (await lettersTo(email)).filter(({ state }) => state !== 'suppressed');
    expect(await sent()).toHaveLength(most);
    await bring(csv, { links: false });
    await shiftClock(api.db, '2 hours');
    expect((await manager.post(path('mail'), {}).expect(200)).body).toEqual({
      mailed: 0,
      tooSoon: 0,
      tooMany: 1,
    });
    await shiftClock(api.db, `${houseLetterLimits.toAddress.days} days 3 hours`);
    await api.db.query(`UPDATE entry SET answer_by = clock() + interval '1 day' WHERE id = $1`, [
      (await members(`q=${email}&seat=invited`))[0]!.entryId,
    ]);
    expect((await manager.post(path('mail'), {}).expect(200)).body).toMatchObject({ mailed: 1 });
    expect(await sent()).toHaveLength(most + 1);
    await shiftClock(api.db, '0 days');
  });

  it('writes to so many unconfirmed addresses in a day, by all cohorts together; whoever has confirmed one is written to', async () => {
    const other = await anInstitution(api.db);
    const by = (await logInAs(api, { roles: ['manager'], institutionId: other.id })).client;
    const id = await aCohort(sessionId, by);
    await bring(`email,name\n${address()},Ann`, { links: false }, by, id);
    await api.db.query(
      `INSERT INTO message (kind, state, person_id, address, name, locale, params, entry_id, message_id)
       SELECT 'seat-offered', 'captured', person_id, 'x' || n || '@example.org', name, locale, '{}', entry_id, 'many-' || n
       FROM message JOIN entry ON entry.id = entry_id, generate_series(2, $2) n WHERE entry.cohort_id = $1 AND kind = 'invitation'`,
      [id, houseLetterLimits.toUnconfirmed.most],
    );
    const confirmed = await aPerson(api.db);
    const there = await aCohort(sessionId, by);
    const csv = `email,name\n${address()},Bo\n${confirmed.email},Cy`;
    expect(await bring(csv, { links: false }, by, there)).toMatchObject({ invited: 2, unwritten: 1 });
    expect((await lettersTo(confirmed.email)).map(({ state }) => state)).toEqual(['queued']);
    // Another institution is not held to what this one has sent.
    expect(await bring(`email,name\n${address()},Ann`, { links: false })).toMatchObject({ unwritten: 0 });
  });
});

describe('a link that a manager hands over', () => {
  it('is given for nobody whose address was confirmed, whom another house brought in, or who is more than a candidate', async () => {
    const [fine, confirmed, foreign, staff] = [address(), address(), address(), address()];
    await bring(
      `email,name\n${[fine, confirmed, foreign, staff].map((email) => `${email},Ann`).join('\n')}`,
      { links: false },
    );
    const change = async (email: string, values: object) => api.db.manager.update(Person, { email }, values);
    await change(confirmed, { emailConfirmedAt: new Date() });
    await change(foreign, { createdByInstitutionId: null });
    await change(staff, { roles: ['candidate', 'assessor'] });
    const links = (await manager.post(path('links')).expect(200)).body as InvitationLink[];
    expect(links.map(({ email }) => email)).toEqual([fine]);
    for (const email of [confirmed, foreign, staff]) {
      const [member] = await members(`q=${email}`);
      const asked = manager.post(path('invitations'), { entryId: member!.entryId }).expect(403);
      expect(await codeOf(asked)).toBe('INVITATION_NOT_YOURS');
    }
    const other = (
      await logInAs(api, { roles: ['manager'], institutionId: (await anInstitution(api.db)).id })
    ).client;
    await other.post(path('links')).expect(404);
    await other.post(path('mail'), {}).expect(404);
  });
});

describe('links to hand over', () => {
  const linksFor = async () => (await manager.post(path('links')).expect(200)).body as InvitationLink[];
  const change = (email: string, values: object) => api.db.manager.update(Person, { email }, values);

  it('are for the same people all at once and one by one, and one who may have none keeps no other from theirs', async () => {
    const [fine, off, gone] = [address(), address(), address()];
    await bring(`email,name\n${[fine, off, gone].map((email) => `${email},Ann`).join('\n')}`, {
      links: false,
    });
    await change(off, { disabledAt: new Date() });
    const entryOf = async (email: string) => (await members(`q=${email}`))[0]!.entryId;
    const one = async (email: string) => manager.post(path('invitations'), { entryId: await entryOf(email) });
    await manager.post(path('withdrawals'), { entryId: await entryOf(gone), reason }).expect(200);
    expect((await linksFor()).map(({ email }) => email)).toEqual([fine]);
    expect((await one(fine)).status).toBe(200);
    expect((await one(off)).body.code).toBe('ACCOUNT_DISABLED');
    expect((await one(gone)).body.code).toBe('INVITATION_NOT_YOURS');
  });
});

describe('what a manager learns of people who are not the institution’s', () => {
  it('is the same for everybody: known, of another house, on the staff, disabled, entered elsewhere or unknown', async () => {
    const elsewhere = await anInstitution(api.db);
    const busy = await logInAs(api);
    await busy.client.post(`/api/sessions/${await ahead()}/entries`, { wait: false }).expect(201);
    const strangers = [
      busy.person,
      await aPerson(api.db),
      await aPerson(api.db, { institutionId: elsewhere.id }),
      await aPerson(api.db, { roles: ['certifier'] }),
      await aDisabledPerson(),
      { email: address(), id: null },
    ];
    const csv = `email,name\n${strangers.map(({ email }, at) => `${email},Name ${at}`).join('\n')}`;
    const alike = { outcome: 'new-person', faults: [], next: null, storedName: null, earliestAt: null };
    const before = await preview(csv);
    expect(
      before.rows.map(({ line: _line, email: _email, name: _name, studentNumber: _no, ...row }) => row),
    ).toEqual(strangers.map(() => alike));
    const imported = await bring(csv, { links: false, partly: true });
    expect(imported).toMatchObject({ invited: strangers.length, leftOut: [], enrolledAlready: 0 });
    const rows = await members('sort=name');
    expect(rows.map(({ name, active, seat }) => [name, active, seat])).toEqual(
      strangers.map((_, at) => [`Name ${at}`, false, 'invited']),
    );
    expect((await preview(csv)).rows.map(({ outcome }) => outcome)).toEqual(
      strangers.map(() => 'enrolled-already'),
    );
    // Nobody has become the institution's by being named.
    expect((await personAt(strangers[1]!.email)).institutionId).toBeNull();
    expect((await personAt(strangers[2]!.email)).institutionId).toBe(elsewhere.id);
  });

  it('is not even that they are in this session by another way', async () => {
    const one = await logInAs(api);
    await one.client.post(`/api/sessions/${sessionId}/entries`, { wait: false }).expect(201);
    const csv = `email,name\n${one.person.email},Ann`;
    expect((await preview(csv)).rows).toMatchObject([{ outcome: 'new-person' }]);
    expect(await bring(csv)).toMatchObject({ invited: 1, leftOut: [] });
  });
});

describe('a roster', () => {
  it('keeps student numbers: shown, sorted by, searched for, exported; one of them once in a cohort', async () => {
    const [one, two, three] = [address(), address(), address()];
    await bring(`email,name,学号\n${one},Ann,N-20\n${two},Bo,3\n${three},Cy,`);
    const sorted = await members('sort=number');
    expect(sorted.map(({ studentNumber }) => studentNumber)).toEqual(['3', 'N-20', null]);
    expect(await members('q=N-20')).toMatchObject([{ email: one }]);
    const csv = await manager.get(path('export.csv?locale=en')).expect(200);
    expect(csv.text).toContain(`Ann,${one},N-20,Invited,no`);
    expect((await preview(`email,name,学号\n${address()},Dee,3`)).rows).toMatchObject([
      { outcome: 'fault', faults: ['STUDENT_NUMBER_TAKEN'] },
    ]);
  });

  it('whose header says nothing is read by the columns that somebody chooses', async () => {
    const email = address();
    const csv = `Contact,Who,Code\n${email},Ann,7`;
    expect(await preview(csv)).toMatchObject({
      header: ['Contact', 'Who', 'Code'],
      columns: { email: null, name: null },
      rows: [],
      importable: false,
    });
    expect(await codeOf(manager.post(path('roster'), { csv }).expect(422))).toBe('ROSTER_UNREADABLE');
    const columns = { email: 0, name: 1, studentNumber: 2 };
    expect(await preview(csv, { columns })).toMatchObject({ importable: true });
    await bring(csv, { columns });
    expect(await members()).toMatchObject([{ email, studentNumber: '7' }]);
  });

  it('calls an own person otherwise: a fault to be settled, by what is stored or by asking the registrar', async () => {
    const [kept, asked, open] = await Promise.all(
      [1, 2, 3].map((at) => aPerson(api.db, { institutionId: house.id, name: `Stored ${at}` })),
    );
    const csv = `email,name\n${[kept!, asked!, open!].map(({ email }) => `${email},Other`).join('\n')}`;
    expect((await preview(csv)).rows).toMatchObject([
      { faults: ['NAME_DIFFERS'], storedName: 'Stored 1', name: 'Other' },
      { faults: ['NAME_DIFFERS'] },
      { faults: ['NAME_DIFFERS'] },
    ]);
    const settled = { [kept!.email]: 'keep-stored', [asked!.email]: 'ask-registrar' };
    const imported = await bring(csv, { partly: true, settled });
    expect(imported).toMatchObject({ invited: 2, leftOut: [{ line: 4, faults: ['NAME_DIFFERS'] }] });
    const notes = await api.db.manager.findBy(Clearance, { kind: 'names' });
    const entry = (await members(`q=${asked!.email}`))[0]!;
    expect(notes.filter(({ detail }) => detail['rosterName'] === 'Other')).toMatchObject([
      { entryId: entry.entryId, holds: false },
    ]);
    // Nobody is renamed by a roster.
    expect(entry.name).toBe('Stored 2');
  });

  it('goes in as far as it is good, and gives the rest back with what is wrong', async () => {
    const good = address();
    const csv = `email,name\n${good},Ann\nnot-an-address,Bo\n${good},Ann again\n${address()},`;
    const imported = await bring(csv, { partly: true, fileName: 'class.xlsx' });
    expect(imported.invited).toBe(1);
    expect(imported.leftOut.map(({ line, faults }) => [line, faults])).toEqual([
      [3, ['EMAIL_INVALID']],
      [4, ['DUPLICATE_ROW']],
      [5, ['NAME_MISSING']],
    ]);
    const [made] = (await manager.get(path('imports')).expect(200)).body as ImportView[];
    expect(made).toMatchObject({
      fileName: 'class.xlsx',
      state: 'done',
      total: 1,
      done: 1,
      invited: 1,
      unanswered: 1,
    });
    expect(made!.leftOut).toHaveLength(3);
  });

  it('that stopped is gone on with where it was', async () => {
    const emails = [address(), address(), address()];
    await bring(`email,name\n${emails.map((email) => `${email},Ann`).join('\n')}`, { partly: true });
    const more = [address(), address()];
    const { id } = await api.db.manager.findOneByOrFail(Imported, { cohortId });
    await api.db.query(
      `UPDATE roster_import SET rows = rows || $2::jsonb, worked_at = worked_at - interval '1 hour' WHERE id = $1`,
      [
        id,
        JSON.stringify(
          more.map((email, at) => ({ line: 9 + at, email, name: 'Bo', studentNumber: null, settled: null })),
        ),
      ],
    );
    const view = async () => ((await manager.get(path('imports')).expect(200)).body as ImportView[])[0];
    expect(await view()).toMatchObject({ state: 'stopped', done: 3, total: 5 });
    await manager.post(path(`imports/${id}/go-on`)).expect(204);
    expect(await view()).toMatchObject({ state: 'done', done: 5, invited: 5 });
    expect(await members()).toHaveLength(5);
    await manager.post(path(`imports/${id}/go-on`)).expect(204);
    expect(await members()).toHaveLength(5);
  });
});

describe('an import', () => {
  it('is undone as far as nobody has answered: seats and links end, whoever accepted stays', async () => {
    const [stays, goes] = [address(), address()];
    const { importId, invitations } = await bring(`email,name,学号\n${stays},Ann,1\n${goes},Bo,2`);
    const [first, second] = invitations;
    await accept(tokenOf(first!.url));
    const [letter] = await lettersTo(goes);
    const undone = await manager.post(path(`imports/${importId}/undo`), { reason }).expect(200);
    expect(undone.body).toEqual({ withdrawn: 1, kept: 1, unwritten: 0, reasonHeld: 1 });
    await accept(tokenOf(second!.url), 410);
    await accept(tokenOf(letter!.link!), 410);
    expect((await lettersTo(goes)).map(({ kind }) => kind)).toEqual(['invitation', 'seat-withdrawn']);
    expect((await members('sort=name')).map(({ name, seat }) => [name, seat])).toEqual([
      ['Ann', 'entered'],
      ['Bo', 'withdrawn'],
    ]);
    // The number and the place are free again, and the seat that came to nothing is not shown twice.
    await bring(`email,name,学号\n${goes},Bo,2`);
    expect((await members('sort=name')).map(({ seat }) => seat)).toEqual(['entered', 'invited']);
    const [latest, before] = (await manager.get(path('imports')).expect(200)).body as ImportView[];
    expect([latest!.state, before!.state]).toEqual(['done', 'undone']);
  });
});

describe('whom a roster made', () => {
  const theirs = { institutionId: expect.any(String), createdByInstitutionId: expect.any(String) };
  const nobodys = { institutionId: null, createdByInstitutionId: null };
  const seatIn = async (id = cohortId) => (await members('', id))[0]!.entryId;
  const withdraw = async (id = cohortId) =>
    manager.post(path('withdrawals', id), { entryId: await seatIn(id), reason }).expect(200);
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
    expect(await personAt(email)).toMatchObject({ ...nobodys, name: 'Ann' });
  });

  it('stays while another seat there does, and wherever they have accepted one', async () => {
    const [email, joined] = [address(), address()];
    const { invitations } = await bring(`email,name\n${joined},Bo`);
    await accept(tokenOf(invitations[0]!.url));
    await withdraw();
    expect(await personAt(joined)).toMatchObject(theirs);
    const other = await aCohort(await ahead());
    cohortId = await aCohort();
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
    expect(await codeOf(change({ name }).expect(409))).toBe('COHORT_NAME_TAKEN');
    const renamed = await change({ name: `Renamed ${count}`, archived: true }).expect(200);
    expect(renamed.body).toMatchObject({ name: `Renamed ${count}`, archivedAt: expect.any(String) });
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

it('four hundred people with twelve faults: the good ones are invited by mail, the others come back', async () => {
  const rows = Array.from({ length: 400 }, (_, at) => `${address()},Person ${at},${1000 + at}`);
  for (let at = 0; at < 12; at += 1) rows[at * 30] = `broken-${at},Person,${9000 + at}`;
  const started = Date.now();
  const imported = await bring(`email,name,学号\n${rows.join('\n')}`, { partly: true, links: false });
  expect([imported.invited, imported.leftOut.length]).toEqual([388, 12]);
  const entries = await api.db.manager.findBy(Entry, { cohortId });
  expect(entries).toHaveLength(388);
  const letters: [{ count: number }] = await api.db.query(
    `SELECT count(*)::int AS count FROM message JOIN entry ON entry.id = message.entry_id WHERE entry.cohort_id = $1`,
    [cohortId],
  );
  expect(letters[0].count).toBe(388);
  expect(Date.now() - started).toBeLessThan(60_000);
}, 90_000);
