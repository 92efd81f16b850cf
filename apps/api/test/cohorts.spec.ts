import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CohortView, MembersPage, RosterImport } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import { AuditEvent, Entry, Invitation, Person, type Institution } from '@ennead/persistence';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { hashToken } from '../src/modules/identity/make-invitation.ts';
import { visitor, type Client } from './harness/client.ts';
import { anInstitution, aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { untilBlocked } from './harness/until-blocked.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let institution: Institution;
let manager: Client;
let sessionId: string;
let cohortId: string;

beforeAll(async () => {
  api = await startApi();
  institution = await anInstitution(api.db);
  manager = (await logInAs(api, { roles: ['manager'], institutionId: institution.id })).client;
  const administrator = (await logInAs(api, { roles: ['administrator'] })).client;
  const answer = await administrator.post('/api/sessions', {
    title: { 'zh-CN': '初级', en: 'Junior' },
    role: 'application-engineer',
    level: 'junior',
    opensAt: new Date(Date.now() - 1000).toISOString(),
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  sessionId = answer.body.id;
});
afterAll(() => api?.close());

let count = 0;
beforeEach(async () => {
  const answer = await manager
    .post('/api/cohorts', { name: `Cohort ${(count += 1)}`, examSessionId: sessionId })
    .expect(201);
  cohortId = answer.body.id;
});

const importCsv = (csv: string) => manager.post(`/api/cohorts/${cohortId}/roster`, { csv });
const address = () => `p${(count += 1)}-${Date.now()}@example.org`;

describe('importing a roster', () => {
  it('previews without changing anything, then enrols everybody and gives each a link', async () => {
    const [one, two] = [address(), address()];
    const csv = `姓名,邮箱\n李雷,${one}\n韩梅梅,${two}\n`;
    const preview = await manager.post(`/api/cohorts/${cohortId}/roster/preview`, { csv }).expect(200);
    expect(preview.body).toMatchObject({
      importable: true,
      rows: [{ line: 2, name: '李雷', outcome: 'new-person' }, { line: 3 }],
    });
    expect(await api.db.manager.countBy(Person, { email: one })).toBe(0);

    const imported = await importCsv(csv).expect(200);
    expect(imported.body).toMatchObject({ invited: 2, enrolledAlready: 0 });
    const view = await manager.get(`/api/cohorts/${cohortId}`).expect(200);
    expect(view.body.counts).toEqual({
      seat: { invited: 2 },
      account: { invited: 2 },
      mail: { queued: 2 },
      missing: {},
      cause: { first: 2 },
      exam: { 'not-started': 2 },
      lab: { 'not-started': 2 },
      portfolio: { 'not-started': 2 },
      result: { undecided: 2 },
    });
    const members = await manager.get(`/api/cohorts/${cohortId}/members?sort=-name`).expect(200);
    expect(members.body).toMatchObject({ total: 2, page: 1 });
    expect(members.body.rows).toMatchObject([
      {
        name: '李雷',
        active: false,
        exam: 'not-started',
        lab: 'not-started',
        result: 'undecided',
        grade: null,
      },
      { name: '韩梅梅' },
    ]);

    const token = new URL(imported.body.invitations[0].url).pathname.split('/').at(-1);
    const newcomer = await visitor(api.url);
    await newcomer.post('/api/auth/accept-invitation', { token, password: 'a first password' }).expect(204);
    expect((await newcomer.get('/api/auth/me')).body.person).toMatchObject({ email: one });
    await (
      await visitor(api.url)
    )
      .post('/api/auth/accept-invitation', { token, password: 'a second password' })
      .expect(410);
  });

  it('opens an account in the language in which it is opened', async () => {
    for (const locale of ['en', undefined] as const) {
      const email = address();
      const { body } = await importCsv(`email,name\n${email},Ann\n`).expect(200);
      const token = new URL(body.invitations[0].url).pathname.split('/').at(-1);
      const newcomer = await visitor(api.url);
      const asked = { token, password: 'a first password' };
      await newcomer.post('/api/auth/accept-invitation', { ...asked, locale: 'fr' }).expect(400);
      await newcomer.post('/api/auth/accept-invitation', { ...asked, locale }).expect(204);
      expect((await newcomer.get('/api/auth/me')).body.person.locale).toBe(locale ?? 'zh-CN');
    }
  });

  it('gives out one link that works of two that are asked for at once, and none to who has a password', async () => {
    const email = address();
    await importCsv(`email,name\n${email},Ann\n`).expect(200);
    const { id: personId } = await api.db.manager.findOneByOrFail(Person, { email });
    const { id: entryId } = await api.db.manager.findOneByOrFail(Entry, { cohortId });
    const invite = () => manager.post(`/api/cohorts/${cohortId}/invitations`, { entryId });
    const answers = await Promise.all([invite(), invite(), invite()]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const tokens = answers.map(({ body }) => String(new URL(body.url).pathname.split('/').at(-1)));
    const kept = await api.db.manager.findBy(Invitation, { personId, mailed: false });
    for (const token of tokens) expect(kept.map(({ tokenHash }) => tokenHash)).toContain(hashToken(token));
    expect(kept.filter(({ state }) => state === 'pending')).toHaveLength(1);
    const accepted: number[] = [];
    for (const token of tokens) {
      const input = { token, password: 'a first password' };
      accepted.push((await (await visitor(api.url)).post('/api/auth/accept-invitation', input)).status);
    }
    expect(accepted.sort()).toEqual([204, 410, 410]);
    const refused = await invite();
    expect([refused.status, refused.body.code]).toEqual([409, 'ACCOUNT_ACTIVE']);
  });

  it('gives out no link to an account that opens more than a candidate’s', async () => {
    const administrator = (await logInAs(api, { roles: ['administrator'] })).client;
    const email = address();
    const input = {
      name: 'Ann',
      email,
      locale: 'en',
      roles: ['candidate', 'administrator'],
      institutionId: null,
    };
    await administrator.post('/api/people', input).expect(201);
    const [letter] = await queuedMessages(api.db, { kind: 'account-invitation' });
    const imported = await importCsv(`email,name\n${email},Ann\n`).expect(200);
    expect(imported.body).toMatchObject({ invited: 1, enrolledAlready: 0, invitations: [] });
    const { id: entryId } = await api.db.manager.findOneByOrFail(Entry, { cohortId });
    const refused = await manager.post(`/api/cohorts/${cohortId}/invitations`, { entryId }).expect(403);
    expect(refused.body.code).toBe('INVITATION_NOT_YOURS');
    expect(await api.db.manager.findOneByOrFail(Person, { email })).toMatchObject({ institutionId: null });
    // Their own link, which the administrator had sent, is still the one that works.
    const token = new URL(letter!.link!).pathname.split('/').at(-1);
    await (
      await visitor(api.url)
    )
      .post('/api/auth/accept-invitation', { token, password: 'a first password' })
      .expect(204);
  });

  it('gives nobody a way into what an account has become since: its link ends with the role or the institution', async () => {
    const administrator = (await logInAs(api, { roles: ['administrator'] })).client;
    const elsewhere = await anInstitution(api.db);
    for (const more of [{ roles: ['candidate', 'certifier'] }, { institutionId: elsewhere.id }]) {
      const email = address();
      const { body } = await importCsv(`email,name\n${email},Ann\n`).expect(200);
      const { id } = await api.db.manager.findOneByOrFail(Person, { email });
      const change = (changes: object) =>
        administrator.patch(`/api/people/${id}`, {
          roles: ['candidate'],
          institutionId: institution.id,
          disabled: false,
          ...changes,
        });
      const token = new URL((body as RosterImport).invitations[0]!.url).pathname.split('/').at(-1);
      const open = async () => (await visitor(api.url)).get(`/api/auth/invitations/${token}`);
      await change({}).expect(200);
      expect((await open()).status).toBe(200);
      await change(more).expect(200);
      expect((await open()).status).toBe(410);
      await (
        await visitor(api.url)
      )
        .post('/api/auth/accept-invitation', { token, password: 'a first password' })
        .expect(410);
    }
  });

  it('lets a manager make a link for a forgotten password: of own candidates whose account the institution made', async () => {
    const email = address();
    const { body } = await importCsv(`email,name\n${email},Ann\n`).expect(200);
    const person = await api.db.manager.findOneByOrFail(Person, { email });
    const { id: entryId } = await api.db.manager.findOneByOrFail(Entry, { cohortId });
    const issue = () => manager.post(`/api/cohorts/${cohortId}/reset-links`, { entryId });
    expect((await issue().expect(409)).body.code).toBe('MOVE_ILLEGAL');
    const newcomer = await visitor(api.url);
    const token = new URL((body as RosterImport).invitations[0]!.url).pathname.split('/').at(-1);
    await newcomer.post('/api/auth/accept-invitation', { token, password: 'a first password' }).expect(204);
    const link = (await issue().expect(200)).body.url as string;
    const reset = { token: new URL(link).pathname.split('/').at(-1), password: 'a second one altogether' };
    await (await visitor(api.url)).post('/api/auth/reset-password', reset).expect(204);
    const { client: trainer } = await logInAs(api, { roles: ['trainer'], institutionId: institution.id });
    await trainer.post(`/api/cohorts/${cohortId}/reset-links`, { entryId }).expect(403);
    const { client: stranger } = await logInAs(api, {
      roles: ['manager'],
      institutionId: (await anInstitution(api.db)).id,
    });
    await stranger.post(`/api/cohorts/${cohortId}/reset-links`, { entryId }).expect(404);
    for (const other of [
      { roles: ['candidate' as const, 'assessor' as const] },
      { roles: ['candidate' as const], createdByInstitutionId: null },
    ]) {
      await api.db.manager.update(Person, { id: person.id }, other);
      expect((await issue().expect(403)).body.code).toBe('INVITATION_NOT_YOURS');
    }
  });

  it('changes nothing the second time', async () => {
    const csv = `email,name\n${address()},Ann\n`;
    await importCsv(csv).expect(200);
    const again = await importCsv(csv).expect(200);
    expect(again.body).toMatchObject({ invited: 0, enrolledAlready: 1, invitations: [] });
  });

  it('imports nobody when one row is faulty, and names the line', async () => {
    const good = address();
    const answer = await importCsv(`email,name\n${good},Ann\nnot-an-address,Bob\n`).expect(422);
    expect(answer.body).toMatchObject({
      code: 'ROSTER_FAULTY',
      errors: [{ path: 'line 3', message: 'EMAIL_INVALID' }],
    });
    expect(await api.db.manager.countBy(Person, { email: good })).toBe(0);
    expect(await api.db.manager.countBy(Entry, { cohortId })).toBe(0);
  });

  it('enrols each person once when two imports of one roster run at once', async () => {
    const csv = `email,name\n${address()},Ann\n${address()},Bob\n`;
    const answers = await Promise.all([importCsv(csv), importCsv(csv)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await api.db.manager.countBy(Entry, { cohortId })).toBe(2);
  });

  it('refuses people of the institution who are no candidates', async () => {
    const assessor = await aPerson(api.db, { roles: ['assessor'], institutionId: institution.id });
    const answer = await importCsv(`email,name\n${assessor.email},${assessor.name}`).expect(422);
    expect(answer.body.errors.map(({ message }: { message: string }) => message)).toEqual([
      'NOT_A_CANDIDATE',
    ]);
  });

  it('is in the audit trail', async () => {
    const email = address();
    await importCsv(`email,name\n${email},Ann`).expect(200);
    const [event] = await api.db.manager.findBy(AuditEvent, {
      action: 'roster.imported',
      subjectId: cohortId,
    });
    expect(event?.detail).toMatchObject({ invited: 1, enrolledAlready: 0 });
  });
});

describe('a cohort', () => {
  it('is unknown to another institution', async () => {
    const other = await anInstitution(api.db);
    const { client } = await logInAs(api, { roles: ['manager'], institutionId: other.id });
    expect((await client.get('/api/cohorts').expect(200)).body).toEqual([]);
    await client.get(`/api/cohorts/${cohortId}`).expect(404);
    await client.get(`/api/cohorts/${cohortId}/members`).expect(404);
    await client.get(`/api/cohorts/${cohortId}/export.csv`).expect(404);
    await client.post(`/api/cohorts/${cohortId}/roster`, { csv: `email,name\n${address()},A` }).expect(404);
    await client.put(`/api/cohorts/${cohortId}/trainers`, { trainerIds: [] }).expect(404);
    await importCsv(`email,name\n${address()},Ann`).expect(200);
    const entry = await api.db.manager.findOneByOrFail(Entry, { cohortId });
    await client.post(`/api/cohorts/${cohortId}/invitations`, { entryId: entry.id }).expect(404);
  });

  it('is changed by nobody who is no manager any more when their turn comes', async () => {
    const { client, person } = await logInAs(api, { roles: ['manager'], institutionId: institution.id });
    const email = address();
    const invited = await aPerson(api.db, { institutionId: institution.id });
    const acts = [
      () => client.put(`/api/cohorts/${cohortId}/trainers`, { trainerIds: [] }),
      () =>
        client.post(`/api/cohorts/${cohortId}/roster`, {
          csv: `email,name\n${invited.email},Ann\n${email},Bo`,
        }),
    ];
    for (const act of acts) {
      const answers: Promise<{ status: number }>[] = [];
      await api.db.transaction(async (transaction) => {
        await transaction.query('SELECT FROM cohort WHERE id = $1 FOR UPDATE', [cohortId]);
        await transaction.query('SELECT FROM person WHERE id = $1 FOR UPDATE', [invited.id]);
        answers.push(act().then((answer) => answer));
        await untilBlocked(api.db);
        await transaction.query(`UPDATE person SET roles = '{candidate}' WHERE id = $1`, [person.id]);
      });
      expect((await answers[0]!).status).toBe(404);
      await api.db.query(`UPDATE person SET roles = '{manager}' WHERE id = $1`, [person.id]);
    }
    expect(await api.db.manager.existsBy(Person, { email })).toBe(false);
  });

  it('is nobody’s who belongs to no institution, and they can make none', async () => {
    const { client } = await logInAs(api, { roles: ['manager', 'trainer'] });
    expect((await client.get('/api/cohorts').expect(200)).body).toEqual([]);
    await client.get(`/api/cohorts/${cohortId}`).expect(404);
    const { body } = await manager.get(`/api/cohorts/${cohortId}`).expect(200);
    const { examSession } = body as CohortView;
    await client.post('/api/cohorts', { name: 'Nobody’s', examSessionId: examSession.id }).expect(403);
  });

  it('is seen by those who train it and by no other trainer', async () => {
    const mine = await logInAs(api, { roles: ['trainer'], institutionId: institution.id });
    const other = await logInAs(api, { roles: ['trainer'], institutionId: institution.id });
    await manager.put(`/api/cohorts/${cohortId}/trainers`, { trainerIds: [mine.person.id] }).expect(200);
    await mine.client.get(`/api/cohorts/${cohortId}`).expect(200);
    expect((await mine.client.get('/api/cohorts').expect(200)).body).toMatchObject([{ id: cohortId }]);
    expect((await other.client.get('/api/cohorts').expect(200)).body).toEqual([]);
    await other.client.get(`/api/cohorts/${cohortId}`).expect(404);
    await other.client.get(`/api/cohorts/${cohortId}/members`).expect(404);
  });

  it('lists its members a page at a time, by the sound of their names, by words and by states', async () => {
    const people = ['张伟', '李娜', '刘洋', 'Zhao 10', 'Zhao 9'].map((name) => ({ name, email: address() }));
    await importCsv(`name,email\n${people.map(({ name, email }) => `${name},${email}`).join('\n')}`).expect(
      200,
    );
    await api.db.manager.update(Person, { email: people[1]!.email }, { passwordHash: 'a hash' });
    const ask = async (query: string) => {
      const { body } = await manager.get(`/api/cohorts/${cohortId}/members?${query}`).expect(200);
      return { ...body, rows: (body as MembersPage).rows.map(({ name }) => name) };
    };
    const sorted = ['李娜', '刘洋', '张伟', 'Zhao 9', 'Zhao 10'];
    expect(await ask('')).toEqual({ rows: sorted, total: 5, page: 1, size: 50 });
    expect(await ask('size=2&page=3')).toEqual({ rows: ['Zhao 10'], total: 5, page: 3, size: 2 });
    expect(await ask('q=zhao')).toMatchObject({ rows: ['Zhao 9', 'Zhao 10'], total: 2 });
    expect(await ask('account=active')).toMatchObject({ rows: ['李娜'], total: 1 });
    expect(await ask(`account=invited&q=${encodeURIComponent('EXAMPLE 洋')}`)).toMatchObject({
      rows: ['刘洋'],
      total: 1,
    });
    expect(await ask('exam=scored')).toMatchObject({ rows: [], total: 0, page: 1 });
    await manager.get(`/api/cohorts/${cohortId}/members?exam=exploded`).expect(400);
  });

  it('exports what it shows, in the reader’s language, without live formulas', async () => {
    await importCsv(`email,name\n${address()},=1+1`).expect(200);
    const answer = await manager.get(`/api/cohorts/${cohortId}/export.csv?locale=zh-CN`).expect(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.text).toContain(
      '姓名,邮箱,学号,名额,已激活,最近的邮件,第几次报考,报考类别,另一场次,笔试,实验,成果评价,结果,等级,考前尚缺',
    );
    expect(answer.text).toMatch(/^'=1\+1,.*,,已邀请,否,等待发送,1,初考,,未开始,未开始,未开始,待评定,,\r$/m);
  });

  it('has a name of its own within the institution', async () => {
    const name = `Cohort ${count}`;
    const again = await manager.post('/api/cohorts', { name, examSessionId: sessionId });
    expect([again.status, again.body.code]).toEqual([409, 'COHORT_NAME_TAKEN']);
  });
});

describe('what became of mail', () => {
  it('to each member is told with its reason, listed by, and says nothing of letters about anything else', async () => {
    const people = ['An', 'Bo', 'Cai', 'Di', 'Er'].map((name) => ({ name, email: address() }));
    const lines = people.map(({ name, email }) => `${name},${email}`).join('\n');
    await importCsv(`name,email\n${lines}\n`).expect(200);
    await api.work.settle();
    const letterOf = async (index: number, changes: string) => {
      const [[row]] = await api.db.query(
        `UPDATE message SET link = NULL, ${changes} FROM person WHERE person.id = message.person_id AND person.email = $1
           AND message.kind = 'invitation' RETURNING message.id, person_id, message.entry_id`,
        [people[index]!.email],
      );
      return row as { id: string; person_id: string; entry_id: string };
    };
    await letterOf(0, `state = 'refused', reason = 'bounced', fault = '550 no such user'`);
    const second = await letterOf(1, `state = 'sent', queued_at = queued_at - interval '1 hour'`);
    await letterOf(2, `state = 'suppressed', reason = 'unwanted'`);
    const fourth = await letterOf(3, `state = 'sending'`);
    await letterOf(4, `state = 'uncertain', reason = 'sender-lost'`);
    const write = (row: { person_id: string; entry_id: string }, entryId: string | null) =>
      queueMessage(api.db.manager, {
        kind: 'session-cancelled',
        to: { personId: row.person_id },
        params: { session: 'x', reason: 'y' },
        entryId,
      });
    // Newer than the one that was sent, and about the entry; the other is about something else.
    await write(second, second.entry_id);
    await api.db.query(
      `UPDATE message SET state = 'refused', reason = 'given-up' WHERE entry_id = $1
      AND kind = 'session-cancelled'`,
      [second.entry_id],
    );
    await write(fourth, null);
    const { rows } = (await manager.get(`/api/cohorts/${cohortId}/members?sort=mail`).expect(200))
      .body as MembersPage;
    expect(rows.map(({ name, mail }) => [name, mail.state, mail.kind, mail.reason])).toEqual([
      ['An', 'refused', 'invitation', 'bounced'],
      ['Bo', 'refused', 'session-cancelled', 'given-up'],
      ['Er', 'uncertain', 'invitation', 'sender-lost'],
      ['Di', 'queued', 'invitation', null],
      ['Cai', 'none', null, null],
    ]);
    expect(JSON.stringify(rows)).not.toContain('no such user');
    const found = (await manager.get(`/api/cohorts/${cohortId}/members?mail=refused`).expect(200))
      .body as MembersPage;
    expect(found.rows.map(({ name }) => name)).toEqual(['An', 'Bo']);
    const { counts } = (await manager.get(`/api/cohorts/${cohortId}`).expect(200)).body as CohortView;
    expect(counts.mail).toEqual({ refused: 2, uncertain: 1, queued: 1, none: 1 });
    const csv = await manager.get(`/api/cohorts/${cohortId}/export.csv?locale=en`).expect(200);
    expect(csv.text).toContain(`An,${people[0]!.email},,Invited,no,Not delivered,1`);
  });
});

describe('a member whose try was excused or replaced', () => {
  it('is named as such, and stays in the cohort with the free sitting', async () => {
    const administrator = (await logInAs(api, { roles: ['administrator'] })).client;
    const [absent, unlucky] = [address(), address()];
    const { body: imported } = await importCsv(`name,email\nAn Absent,${absent}\nBo Unlucky,${unlucky}\n`);
    for (const { url } of (imported as RosterImport).invitations) {
      const token = new URL(url).pathname.split('/').at(-1);
      await (
        await visitor(api.url)
      )
        .post('/api/auth/accept-invitation', { token, password: PASSWORD })
        .expect(204);
    }
    const membersNow = async () =>
      ((await manager.get(`/api/cohorts/${cohortId}/members?sort=name`).expect(200)).body as MembersPage)
        .rows;
    const [first, second] = await membersNow();
    const reason = 'A certificate of that day was seen.';
    await administrator.post(`/api/entries/${first!.entryId}/excuse`, { reason }).expect(204);
    const other = await administrator.post('/api/sessions', {
      title: { 'zh-CN': '初级二', en: 'Junior again' },
      role: 'application-engineer',
      level: 'junior',
      opensAt: new Date(Date.now() - 1000).toISOString(),
      closesAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    await administrator
      .post(`/api/entries/${second!.entryId}/free-sitting`, { examSessionId: other.body.id, reason })
      .expect(201);
    const rows = await membersNow();
    expect(rows.map(({ name, result }) => [name, result]).sort()).toEqual([
      ['An Absent', 'excused'],
      ['Bo Unlucky', 'replaced'],
      ['Bo Unlucky', 'undecided'],
    ]);
    const { body } = await manager.get(`/api/cohorts/${cohortId}`).expect(200);
    // Who sits again free of charge is counted once.
    expect(body.memberCount).toBe(2);
    expect(body.counts).toMatchObject({
      account: { active: 2 },
      cause: { first: 1, 'free-sitting': 1 },
      exam: { 'not-started': 2 },
    });
    expect(body.counts.result).toEqual({ excused: 1, undecided: 1 });
    const free = await manager.get(`/api/cohorts/${cohortId}/members?cause=free-sitting`).expect(200);
    expect(free.body.rows).toMatchObject([
      { name: 'Bo Unlucky', number: 2, cause: 'free-sitting', otherSession: { en: 'Junior again' } },
    ]);
    const byTry = await manager.get(`/api/cohorts/${cohortId}/members?sort=-cause`).expect(200);
    expect(byTry.body.rows[0]).toMatchObject({ number: 2 });
    const only = await manager.get(`/api/cohorts/${cohortId}/members?result=replaced`).expect(200);
    expect(only.body.rows).toMatchObject([
      { entryId: second!.entryId, grade: null, number: 1, cause: 'first', otherSession: null },
    ]);
    const csv = await manager.get(`/api/cohorts/${cohortId}/export.csv?locale=en`).expect(200);
    expect(csv.text).toContain('Replaced by a free sitting');
    expect(csv.text).toContain('yes,None,2,Free sitting,Junior again,Not started');
    // A list that a count leads to has as many rows as it said.
    const invited = await manager.get(`/api/cohorts/${cohortId}/members?exam=not-started`).expect(200);
    expect(invited.body.total).toBe(2);
  });
});
