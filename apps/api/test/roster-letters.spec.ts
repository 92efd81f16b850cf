import { describe, expect, it } from '@jest/globals';
import {
  houseLetterLimits,
  type InvitationLink,
  type InvitationView,
  type MembersPage,
  type WithdrawnMember,
} from '@ennead/contracts';
import { Letters } from '@ennead/mail';
import { ContentBank, Person } from '@ennead/persistence';
import { shiftClock } from '@ennead/testing';
import { visitor } from './harness/client.ts';
import { anInstitution, aPerson, logInAs } from './harness/people.ts';
import {
  accept,
  aCohort,
  address,
  ahead,
  api,
  bring,
  codeOf,
  house,
  lettersTo,
  manager,
  members,
  path,
  personAt,
  reason,
  sessionId,
  startHouse,
  tokenOf,
} from './rosters-harness.ts';

startHouse();

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

  it('writes to an address once in a week whatever others have sent there, and no oftener then', async () => {
    const email = address();
    const { toAddress, toAddressByAll } = houseLetterLimits;
    const by = async () => {
      const { id: institutionId } = await anInstitution(api.db);
      const client = (await logInAs(api, { roles: ['manager'], institutionId })).client;
      const id = await aCohort(await ahead(), client);
      const { unwritten } = await bring(`email,name\n${email},Ann`, { links: false }, client, id);
      return { client, id, unwritten };
    };
    for (let others = 0; others < toAddressByAll.most / toAddress.most; others += 1) {
      const { id, unwritten } = await by();
      expect(unwritten).toBe(0);
      await api.db.query(
        `INSERT INTO message (kind, state, person_id, address, name, locale, params, entry_id, message_id)
         SELECT 'seat-offered', 'captured', person_id, address, name, locale, '{}', entry_id, gen_random_uuid()::text
         FROM message JOIN entry ON entry.id = entry_id, generate_series(2, $2) WHERE entry.cohort_id = $1`,
        [id, toAddress.most],
      );
    }
    const { client, id, unwritten } = await by();
    expect(unwritten).toBe(0);
    const [member] = ((await client.get(path('members', id)).expect(200)).body as MembersPage).rows;
    const told = await client.post(path('withdrawals', id), { entryId: member!.entryId, reason }).expect(200);
    expect(told.body).toMatchObject({ unwritten: true });
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
    await api.work.settle();
    expect((await linksFor()).map(({ email }) => email)).toEqual([fine]);
    expect((await one(fine)).status).toBe(200);
    expect((await one(off)).body.code).toBe('ACCOUNT_DISABLED');
    expect((await one(gone)).body.code).toBe('INVITATION_NOT_YOURS');
  });
});
