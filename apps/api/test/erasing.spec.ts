import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView } from '@ennead/contracts';
import { makeDataSource, Person, personalData } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { sealTrail } from '../../worker/src/trail/seal-trail.ts';
import { verifyTrail } from '../src/modules/audit/verify/verify-trail.ts';
import type { TrailFault } from '../src/modules/audit/verify/trail-fault.ts';
import { aWindow, enrol, openSession } from './attempts-harness.ts';
import { aScoredCase } from './certification-harness.ts';
import { Client, visitor } from './harness/client.ts';
import { aPerson, anInstitution, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let administrator: Client;
beforeAll(async () => {
  api = await startApi();
  administrator = (await logInAs(api, { roles: ['administrator'] })).client;
});
afterAll(() => api?.close());

const reason = 'Asked for it by letter on the first of December.';
const dayMs = 86_400_000;
const erase = (client: Client, { id, email }: Pick<Person, 'id' | 'email'>) =>
  client.post(`/api/people/${id}/erase`, { email, reason });
const codeOf = async (answer: ReturnType<Client['post']>) => {
  const { status, body } = await answer;
  return [status, body?.code];
};
const disabled = async (person: Person): Promise<Person> => {
  await api.db.query('UPDATE person SET disabled_at = clock() WHERE id = $1', [person.id]);
  return person;
};

/** By a roster with a student number, accepted, and with an accommodation asked for. */
const seated = async (
  institutionId: string,
  { id: examSessionId }: Pick<ExamSessionView, 'id'>,
  { client, person }: { client: Client; person: Person },
): Promise<string> => {
  const manager = (await logInAs(api, { roles: ['manager'], institutionId })).client;
  const cohort = await manager.post('/api/cohorts', { name: 'To forget', examSessionId }).expect(201);
  const csv = `email,name,学号\n${person.email},${person.name},OBL-77`;
  await manager.post(`/api/cohorts/${cohort.body.id}/roster`, { csv }).expect(200);
  const [{ id }]: [{ id: string }] = await api.db.query('SELECT id FROM entry WHERE cohort_id = $1', [
    cohort.body.id,
  ]);
  await client.post(`/api/entries/${id}/accept`).expect(200);
  const measures = { extraTime: null, breaks: null, other: 'A keyboard for a stiff hand' };
  const asked = {
    measures,
    reason: 'Oblivia Marsh has a stiff hand.',
    evidence: 'A letter about a stiff hand.',
  };
  await client.post(`/api/entries/${id}/accommodations`, asked).expect(201);
  return id;
};

/** What nothing that a candidate or their manager does in this story fills. */
const fillRest = async ({ id, email, name }: Person, entryId: string): Promise<void> => {
  await api.db.query(
    `UPDATE accommodation SET state = 'ended', measures = asked, answer = reason, decided_by = $2, decided_at = clock()
     WHERE entry_id = $1`,
    [entryId, id],
  );
  await api.db.query(`UPDATE roster_import SET left_out = rows`);
  await api.db.query(`UPDATE message SET fault = $2, params = params || $3::jsonb WHERE person_id = $1`, [
    id,
    `No box for ${email} here.`,
    JSON.stringify({ reason: `${name} has moved away.` }),
  ]);
  await api.db.query(
    `INSERT INTO one_time_link (token_hash, purpose, address, name, locale, mailed, state, expires_at)
     VALUES (md5($1), 'register', $1, $2, 'en', true, 'voided', clock())`,
    [email, name],
  );
  await api.db.query(
    `INSERT INTO session_guest (exam_session_id, email) SELECT exam_session_id, $2 FROM entry WHERE id = $1`,
    [entryId, email],
  );
  const said = `${name} was seen.`;
  const [other, one, two] = [await aPerson(api.db), await aPerson(api.db), await aPerson(api.db)];
  const staff = await aPerson(api.db, { roles: ['assessor'] });
  await api.db.query(
    `INSERT INTO bar_exception (person_id, act, entry_id, ties, reason, days, state) VALUES ($1, 'excuse', $2, ARRAY['employee'], $3, 1, 'asked')`,
    [one!.id, entryId, said],
  );
  await api.db.query(
    `UPDATE bar_exception SET state = 'refused', answered_by = $1, answered_at = clock(), answer = $2 WHERE entry_id = $3`,
    [two!.id, said, entryId],
  );
  await api.db.query(
    `INSERT INTO same_person (kept_id, other_id, closes, reason, noted_by) VALUES ($1, $2, false, $3, $4)`,
    [staff.id, id, said, one!.id],
  );
  await api.db.query(
    `UPDATE same_person SET agreed = true, answered_by = $1, answered_at = clock(), answer = $2,
       until_at = clock(), ended_by = $1, ended_reason = $2 WHERE other_id = $3`,
    [two!.id, said, id],
  );
  await api.db.query(
    `INSERT INTO different_people (one_id, other_id, reason, said_by) VALUES (least($1::uuid, $2), greatest($1::uuid, $2), $3, $4)`,
    [id, other!.id, said, one!.id],
  );
};

/** The columns of the list of personal data in which one of these stands. */
const columnsOf = async (...texts: string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const [table, { personal = [] }] of Object.entries(personalData))
    for (const column of personal) {
      const rows: unknown[] = await api.db.query(
        `SELECT FROM "${table}" WHERE "${column}"::text ILIKE ANY (SELECT '%' || text || '%' FROM unnest($1::text[]) text) LIMIT 1`,
        [texts],
      );
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
  return found;
};
const personalColumns = Object.entries(personalData).flatMap(([table, { personal = [] }]) =>
  personal.map((column) => `${table}.${column}`),
);

/** Every text of every table of the database in which one of these stands. */
const placesOf = async (...texts: string[]): Promise<string[]> => {
  const tables: { name: string }[] = await api.db.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    for (const text of texts) {
      const rows: unknown[] = await api.db.query(
        `SELECT FROM "${name}" one WHERE one::text ILIKE '%' || $1 || '%' LIMIT 1`,
        [text],
      );
      if (rows.length > 0) found.push(`${name}: ${text}`);
    }
  return found;
};

const sealAll = async (): Promise<void> => {
  const worker = await makeDataSource(api.database.workerUrl, 1).initialize();
  while ((await sealTrail(worker)) > 0);
  await worker.destroy();
};
const faultsInTrail = async (): Promise<TrailFault[]> => {
  const faults: TrailFault[] = [];
  await verifyTrail(api.db, null, (fault) => faults.push(fault));
  return faults;
};

describe('whoever asks to be forgotten', () => {
  it('is, wherever the database had their name or address, and the trail is as it was sealed', async () => {
    const { id: institutionId } = await anInstitution(api.db);
    const { client, person } = await logInAs(api, { name: 'Oblivia Marsh', institutionId });
    const { client: registrar } = await logInAs(api, { roles: ['registrar'] });
    await registrar
      .post('/api/interests', {
        tie: 'relative',
        email: person.email,
        institutionId: null,
        endedOn: null,
        note: 'Oblivia Marsh is a cousin.',
      })
      .expect(200);
    const session = await openSession(api, {
      ...aWindow(),
      opensAt: new Date(Date.now() + dayMs).toISOString(),
      closesAt: new Date(Date.now() + 2 * dayMs).toISOString(),
    });
    const seat = await seated(institutionId, session, { client, person });
    await client
      .post(`/api/entries/${seat}/withdraw`, { reason: 'Oblivia Marsh has moved away.' })
      .expect(204);
    const entry = await enrol(api.db, person, session);
    await client
      .post(`/api/entries/${entry.id}/names`, { name: person.name, latinName: 'Oblivia Marsh' })
      .expect(204);
    await administrator
      .post(`/api/entries/${entry.id}/excuse`, { reason: 'Oblivia Marsh is in hospital.' })
      .expect(204);
    await (await visitor(api.url)).post('/api/auth/forgotten-password', { email: person.email }).expect(204);
    await client.post('/api/auth/close', { password: PASSWORD }).expect(204);
    await api.work.settle();
    await sealAll();
    const texts = ['oblivia', person.email, 'OBL-77', 'a stiff hand'] as const;
    await fillRest(person, seat);
    // Nothing is found to be gone that was never there.
    expect(await columnsOf(...texts)).toEqual(personalColumns);
    await erase(administrator, person).expect(204);
    await sealAll();
    expect(await placesOf(...texts)).toEqual([]);
    expect(await faultsInTrail()).toEqual([]);
    const lines: { action: string; detail: object }[] = await api.db.query(
      `SELECT action, detail FROM audit_event WHERE subject_id = $1 AND action IN ('person.closed', 'person.erased') ORDER BY id`,
      [person.id],
    );
    expect(lines).toEqual([
      { action: 'person.closed', detail: {} },
      { action: 'person.erased', detail: { reason } },
    ]);
    const { body } = await administrator.get('/api/people?status=disabled').expect(200);
    expect(body.rows).toContainEqual(expect.objectContaining({ id: person.id, name: '—', erased: true }));
  });

  it('is, though they were asked into a session and never answered, once it is over and not before', async () => {
    await makeClockShiftable(api.db);
    const { id: institutionId } = await anInstitution(api.db);
    const { client } = await logInAs(api, { roles: ['manager'], institutionId });
    const session = await openSession(api, {
      ...aWindow(2 * dayMs),
      opensAt: new Date(Date.now() + dayMs).toISOString(),
    });
    const cohort = await client
      .post('/api/cohorts', { name: 'Named', examSessionId: session.id })
      .expect(201);
    const people = [
      await aPerson(api.db, { name: 'Named Only' }),
      await aPerson(api.db, { name: 'Asked Too' }),
      await aPerson(api.db, { name: 'In Line' }),
    ];
    const csv = `email,name\n${people.map(({ email, name }) => `${email},${name}`).join('\n')}`;
    await client.post(`/api/cohorts/${cohort.body.id}/roster`, { csv }).expect(200);
    for (const [at, state] of (['invited', 'requested', 'waiting'] as const).entries())
      await api.db.query(
        `UPDATE entry SET state = $2 FROM enrolment WHERE enrolment.id = enrolment_id AND candidate_id = $1`,
        [people[at]!.id, state],
      );
    for (const person of people) {
      await disabled(person);
      expect(await codeOf(erase(administrator, person))).toEqual([409, 'PERSON_NEEDED']);
    }
    await shiftClock(api.db, '3 days');
    for (const person of people) {
      await erase(administrator, person).expect(204);
      expect(await placesOf(person.name, person.email)).toEqual([]);
    }
    await shiftClock(api.db, '0 days');
  });

  it('can begin anew with the same address, and nobody brings the old account back', async () => {
    const person = await disabled(await aPerson(api.db, { name: 'Second Life' }));
    await erase(administrator, person).expect(204);
    expect(await codeOf(erase(administrator, person))).toEqual([404, 'NOT_FOUND']);
    const enable = { roles: ['candidate'], institutionId: null, disabled: false };
    expect(await codeOf(administrator.patch(`/api/people/${person.id}`, enable))).toEqual([
      409,
      'PERSON_ERASED',
    ]);
    const open = await visitor(api.url);
    const again = { email: person.email, name: 'Second Life', locale: 'en' };
    await open.post('/api/auth/register', again).expect(204);
    await expect(new Client(api.url).logIn(person.email, PASSWORD)).rejects.toThrow();
  });
});

describe('nobody is forgotten', () => {
  it('by mistake: the account is closed first, the address typed, the reason given', async () => {
    const person = await aPerson(api.db);
    expect(await codeOf(erase(administrator, person))).toEqual([409, 'ACCOUNT_OPEN']);
    await disabled(person);
    expect(await codeOf(erase(administrator, { ...person, email: 'other@example.org' }))).toEqual([
      409,
      'ADDRESS_MISTYPED',
    ]);
    await administrator
      .post(`/api/people/${person.id}/erase`, { email: person.email, reason: 'so' })
      .expect(400);
    const nobody = { ...person, id: '6e6f7468-696e-4720-8865-726500000000' };
    expect(await codeOf(erase(administrator, nobody))).toEqual([404, 'NOT_FOUND']);
    expect(await api.db.manager.existsBy(Person, { id: person.id, email: person.email })).toBe(true);
  });

  it('while a try counts that was begun by another account of theirs', async () => {
    const [kept, other] = [await aPerson(api.db), await disabled(await aPerson(api.db))];
    const { id } = await enrol(api.db, kept, await openSession(api));
    await api.db.query('UPDATE entry SET first_sat_at = clock() WHERE id = $1', [id]);
    const registrar = await aPerson(api.db, { roles: ['registrar'] });
    await api.db.query(
      `INSERT INTO same_person (kept_id, other_id, closes, reason, noted_by) VALUES ($1, $2, true, 'Papers seen.', $3)`,
      [kept.id, other.id, registrar.id],
    );
    expect(await codeOf(erase(administrator, other))).toEqual([409, 'PERSON_NEEDED']);
  });

  it('whom a try, a result or somebody else’s decision rests on, not by the server’s own role either', async () => {
    const session = await openSession(api);
    const entered = await disabled(await aPerson(api.db));
    await enrol(api.db, entered, session);
    const missed = await disabled(await aPerson(api.db));
    const miss = await enrol(api.db, missed, session);
    await api.db.query(`UPDATE entry SET state = 'missed' WHERE id = $1`, [miss.id]);
    const { candidate } = await aScoredCase(api, session);
    await disabled(candidate);
    const staff = await disabled(await aPerson(api.db, { roles: ['assessor'] }));
    const former = await aPerson(api.db, { roles: ['candidate', 'assessor'] });
    await api.db.query(`UPDATE person SET roles = '{candidate}' WHERE id = $1`, [former.id]);
    await disabled(former);
    const server = await makeDataSource(api.database.appUrl, 1).initialize();
    for (const person of [entered, missed, candidate, staff, former]) {
      expect(await codeOf(erase(administrator, person))).toEqual([409, 'PERSON_NEEDED']);
      expect(await server.query('SELECT erase_person($1) AS outcome', [person.id])).toEqual([
        { outcome: 'needed' },
      ]);
      expect(await api.db.manager.existsBy(Person, { id: person.id, email: person.email })).toBe(true);
    }
    for (const attack of [
      'UPDATE person SET erased_at = clock()',
      `UPDATE audit_event SET detail = '{}'`,
      'DELETE FROM message',
    ])
      await expect(server.query(attack)).rejects.toThrow(/permission denied/);
    await server.destroy();
  });
});
