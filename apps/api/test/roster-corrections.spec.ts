import { describe, expect, it } from '@jest/globals';
import type { CohortView } from '@ennead/contracts';
import { Clearance } from '@ennead/persistence';
import { logInAs } from './harness/people.ts';
import {
  accept,
  aCohort,
  address,
  ahead,
  api,
  bring,
  cohortId,
  goOnIn,
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

const view = async () => (await manager.get(`/api/cohorts/${cohortId}`).expect(200)).body as CohortView;
const roster = (email: string, name: string) => `email,name\n${email},${name}`;

describe('a second roster with another name', () => {
  it('renames an account of the institution that nobody has opened', async () => {
    const email = address();
    await bring(roster(email, 'Anne Typo'));
    const right = roster(email, 'Ann Lee');
    expect((await preview(right)).rows).toMatchObject([{ outcome: 'renamed', storedName: 'Anne Typo' }]);
    expect(await bring(right)).toMatchObject({ invited: 0, corrected: 1, enrolledAlready: 0 });
    expect((await personAt(email)).name).toBe('Ann Lee');
    expect(await members()).toMatchObject([{ name: 'Ann Lee', seat: 'invited' }]);
    expect((await preview(right)).rows).toMatchObject([{ outcome: 'enrolled-already', storedName: null }]);
  });

  it('corrects what the invitation of somebody else says, and nothing of their account', async () => {
    const { person } = await logInAs(api);
    await bring(roster(person.email, 'Anne Typo'));
    expect(await bring(roster(person.email, 'Ann Lee'))).toMatchObject({ corrected: 1 });
    expect(await members()).toMatchObject([{ name: 'Ann Lee' }]);
    expect((await personAt(person.email)).name).toBe(person.name);
  });

  it('asks the registrar, or keeps what is stored, once the account is opened', async () => {
    const email = address();
    const { invitations } = await bring(roster(email, 'Anne Typo'));
    await accept(tokenOf(invitations[0]!.url));
    const right = roster(email, 'Ann Lee');
    expect((await preview(right)).rows).toMatchObject([
      { outcome: 'fault', faults: ['NAME_DIFFERS'], storedName: 'Anne Typo' },
    ]);
    expect(await bring(right, { settled: { [email]: 'ask-registrar' } })).toMatchObject({ corrected: 1 });
    const [{ entryId, name } = { entryId: '', name: '' }] = await members();
    expect(name).toBe('Anne Typo');
    expect(await api.db.manager.findBy(Clearance, { entryId, kind: 'names' })).toMatchObject([
      { holds: false, detail: { rosterName: 'Ann Lee' } },
    ]);
    // It has been asked.
    expect((await preview(right)).rows).toMatchObject([{ outcome: 'enrolled-already' }]);
  });
});

describe('somebody who enrolled by herself', () => {
  it('is told of to nobody, and keeps her seat; her address is among those that were taken in', async () => {
    const her = await logInAs(api);
    await her.client.post(`/api/sessions/${sessionId}/entries`, { wait: false }).expect(201);
    const csv = roster(her.person.email, 'Ann Lee');
    expect((await preview(csv)).rows).toMatchObject([{ outcome: 'new-person', faults: [] }]);
    expect(await bring(csv)).toMatchObject({ invited: 1, enrolledAlready: 0, corrected: 0 });
    expect(await members()).toEqual([]);
  });
});

describe('what a cohort counts', () => {
  it('are those who can still sit, and among the seats alone whoever came to have none', async () => {
    const [stays, goes] = [address(), address()];
    const { invitations } = await bring(`email,name\n${stays},Ann\n${goes},Bo`);
    await accept(tokenOf(invitations.find(({ email }) => email === stays)!.url));
    const left = (await members()).find(({ email }) => email === goes)!;
    await manager.post(path('withdrawals'), { entryId: left.entryId, reason }).expect(200);
    const { memberCount, counts } = await view();
    expect(memberCount).toBe(1);
    expect(counts.seat).toEqual({ entered: 1, withdrawn: 1 });
    expect([counts.exam, counts.result, counts.cause]).toEqual([
      { 'not-started': 1 },
      { undecided: 1 },
      { first: 1 },
    ]);
    expect(await members('result=undecided')).toHaveLength(1);
    expect(await members('seat=withdrawn&result=undecided')).toHaveLength(1);
  });

  it('is also what those who have accepted lack before the first part, as kinds', async () => {
    const [accepted, invited] = [address(), address()];
    const { invitations } = await bring(`email,name\n${accepted},Ann\n${invited},Bo`);
    await accept(tokenOf(invitations.find(({ email }) => email === accepted)!.url));
    await api.db.query(`UPDATE exam_session SET clearances = '{application,names}' WHERE id = $1`, [
      sessionId,
    ]);
    const lacks = ['address', 'application', 'names'];
    expect((await members('sort=name')).map(({ missing }) => missing)).toEqual([lacks, []]);
    expect((await view()).counts.missing).toEqual({ any: 1, address: 1, application: 1, names: 1 });
    expect(await members('missing=names')).toMatchObject([{ email: accepted }]);
    expect(await members('missing=any')).toHaveLength(1);
    expect(await members('missing=experience')).toEqual([]);
    const { text, headers } = await manager.get(path('export.csv?locale=en')).expect(200);
    expect(headers['content-disposition']).toMatch(/filename="Roster \d+ \d{4}-\d\d-\d\d\.csv"/);
    expect(text).toContain('"confirmed address, signed application, confirmed names"');
  });
});

it('a cohort says that its session is cancelled, and why', async () => {
  const id = await ahead();
  goOnIn(await aCohort(id));
  const administrator = (await logInAs(api, { roles: ['administrator'] })).client;
  await administrator.post(`/api/sessions/${id}/cancel`, { reason }).expect(200);
  expect((await view()).examSession).toMatchObject({ state: 'cancelled', stateReason: reason });
});

it('links to hand over bear the student numbers', async () => {
  const csv = `email,name,student number\n${address()},Ann,007`;
  expect((await bring(csv)).invitations).toMatchObject([{ studentNumber: '007' }]);
  const { body } = await manager.post(path('links')).expect(200);
  expect(body).toMatchObject([{ studentNumber: '007' }]);
});
