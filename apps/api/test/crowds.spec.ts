import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView } from '@ennead/contracts';
import { Interest, type Person } from '@ennead/persistence';
import { Rescoring } from '@ennead/scoring';
import { aWindow, enrol, openSession } from './attempts-harness.ts';
import { aScoredCase } from './certification-harness.ts';
import { aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { questionOf } from './rescoring-harness.ts';

/** What is done about many cases at once is done by nobody whom anything ties to one of them. */
let api: TestApi;
let session: ExamSessionView;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
});
afterAll(() => api?.close());

const reason = 'No answer to this question is right.';
const relate = (person: Person, candidate: Person) =>
  api.db.manager.insert(Interest, {
    personId: person.id,
    tie: 'relative',
    candidateId: candidate.id,
    note: '',
  });

describe('a session', () => {
  it('is looked after by whom an administrator names whom nothing ties to anybody in it', async () => {
    const theirs = await openSession(api);
    const path = `/api/sessions/${theirs.id}/registrars`;
    const { person: registrar } = await logInAs(api, { roles: ['registrar'] });
    const tied = await logInAs(api, { roles: ['administrator'] });
    const candidate = await aPerson(api.db);
    await enrol(api.db, candidate, theirs);
    await relate(tied.person, candidate);
    const { status, body } = await tied.client.put(path, { personIds: [registrar.id], seen: [] });
    expect([status, body.code]).toEqual([403, 'SESSION_CONFLICT']);
    const { client } = await logInAs(api, { roles: ['administrator'] });
    await client.put(path, { personIds: [registrar.id], seen: [] }).expect(200);
  });
});

describe('a cell', () => {
  it('gets no session from somebody tied to whoever is undecided there, in whichever session', async () => {
    const { client, person } = await logInAs(api, { roles: ['administrator'] });
    const candidate = await aPerson(api.db);
    const entry = await enrol(api.db, candidate, session);
    await relate(person, candidate);
    const ask = () => client.post('/api/sessions', aWindow());
    const refused = await ask();
    expect([refused.status, refused.body.code]).toEqual([403, 'CELL_CONFLICT']);
    await openSession(api);
    await api.db.query(`UPDATE entry SET state = 'excused', state_reason = 'Ill.' WHERE id = $1`, [entry.id]);
    await ask().expect(201);
  });

  it('is scored anew neither at the wish nor with the agreement of somebody tied to one of those scored', async () => {
    const { candidate } = await aScoredCase(api, session);
    const [tied, asker, approver] = [
      await aPerson(api.db, { roles: ['certifier'] }),
      await aPerson(api.db, { roles: ['certifier'] }),
      await aPerson(api.db, { roles: ['certifier'] }),
    ];
    await relate(tied, candidate);
    const rescoring = api.app.get(Rescoring);
    const change = { kind: 'credit' as const, ...(await questionOf(api, session, 1)) };
    const wanted = { change, cause: 'rescore' as const, reason };
    const conflict = { code: 'CELL_CONFLICT' };
    await expect(rescoring.plan({ ...wanted, askedBy: tied.id })).rejects.toMatchObject(conflict);
    const { run } = await rescoring.plan({ ...wanted, askedBy: asker.id });
    await expect(rescoring.apply(run.id, { id: tied.id, reason })).rejects.toMatchObject(conflict);
    await expect(rescoring.drop(run.id, tied.id)).rejects.toMatchObject(conflict);
    await rescoring.apply(run.id, { id: approver.id, reason });
  });
});
