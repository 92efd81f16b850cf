import { describe, expect, it } from '@jest/globals';
import type { ImportView } from '@ennead/contracts';
import { Clearance, Entry, RosterImport as Imported } from '@ennead/persistence';
import { anInstitution, aPerson, logInAs } from './harness/people.ts';
import {
  accept,
  address,
  aDisabledPerson,
  ahead,
  api,
  bring,
  codeOf,
  cohortId,
  house,
  lettersTo,
  manager,
  members,
  path,
  personAt,
  preview,
  reason,
  sessionId,
  startHouse,
  tokenOf,
} from './rosters-harness.ts';

startHouse();

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
    // Nobody who has an account is renamed by a roster.
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
