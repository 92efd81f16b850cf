import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DecidedPage,
  DecisionView,
  EntryResultView,
  EvidenceView,
  ExamSessionView,
  UndecidedList,
  UndecidedPage,
  VerifyView,
} from '@ennead/contracts';
import {
  Approval,
  AuditEvent,
  Credential,
  Decision,
  DecisionScore,
  Entry,
  OutboxEvent,
  type Person,
} from '@ennead/persistence';
import { openSession } from './attempts-harness.ts';
import { aCohort, aScoredCase, grant, refuse, type CaseOptions } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { mine } from './tries-harness.ts';

let api: TestApi;
let session: ExamSessionView;
let first: Client;
let second: Client;
let firstPerson: Person;
let secondPerson: Person;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  ({ client: first, person: firstPerson } = await logInAs(api, { roles: ['certifier'], name: 'Wen Shu' }));
  ({ client: second, person: secondPerson } = await logInAs(api, { roles: ['certifier'], name: 'Ye Lan' }));
});
afterAll(() => api?.close());

const reason = 'The portfolio was found to be another person’s work.';
const seen = 'The portfolio and its source were compared.';

const as = async ({ email }: Person): Promise<Client> => {
  const client = new Client(api.url);
  await client.logIn(email, PASSWORD);
  return client;
};
const decide = (client: Client, entryId: string, input: object = grant) =>
  client.post(`/api/entries/${entryId}/decision`, input);
const withdraw = (client: Client, { id }: DecisionView) =>
  client.post(`/api/decisions/${id}/withdraw`, { reason });
const answer = (client: Client, { id }: DecisionView, word: 'confirm' | 'reject' = 'confirm') =>
  client.post(`/api/decisions/${id}/${word}`, { reason: seen });

const aGranted = async (options?: CaseOptions, at = session) => {
  const scored = await aScoredCase(api, at, options);
  const { body } = await decide(first, scored.entry.id).expect(201);
  return { ...scored, granted: body as DecisionView };
};
const aProposed = async (options?: CaseOptions) => {
  const found = await aGranted(options);
  const { body } = await withdraw(first, found.granted).expect(201);
  return { ...found, proposal: body as DecisionView };
};
/** Under the first version of the scheme one certifier does everything alone. */
const sessionOfFirstScheme = async (): Promise<ExamSessionView> => {
  const one = await openSession(api);
  const { hash } = (await api.bank.live('scheme')).find(({ id }) => id === 'ennead@1')!;
  const set = 'UPDATE exam_session SET scheme_hash = $1, scheme_version = 1 WHERE id = $2';
  await api.db.query(set, [hash, one.id]);
  return one;
};

const evidenceOf = async (client: Client, { id }: Pick<Entry, 'id'>) =>
  (await client.get(`/api/entries/${id}/evidence`).expect(200)).body as EvidenceView;
const listOf = async (client: Client, list: UndecidedList) =>
  ((await client.get(`/api/decisions/undecided?list=${list}&size=100`).expect(200)).body as UndecidedPage)
    .rows;
const verify = async ({ credential }: DecisionView) =>
  (await first.get(`/api/verify/${credential!.number}`).expect(200)).body as VerifyView;
const resultOf = async (client: Client, { id }: Pick<Entry, 'id'>) =>
  (await client.get(`/api/entries/${id}/result`).expect(200)).body as EntryResultView;
const stateOf = async ({ id }: Pick<Entry, 'id'>) =>
  (await api.db.manager.findOneByOrFail(Entry, { id })).state;
const decisionsOf = ({ id: entryId }: Pick<Entry, 'id'>) =>
  api.db.manager.find(Decision, { where: { entryId }, order: { madeAt: 'ASC' } });
const actionsOf = async ({ id: entryId }: Pick<Entry, 'id'>) =>
  (await api.db.manager.find(AuditEvent, { where: { entryId }, order: { id: 'ASC' } })).map(
    ({ action }) => action,
  );
/** Everything that a refused request must leave as it is. */
const standing = async (entry: Entry, granted: DecisionView) => ({
  state: await stateOf(entry),
  decisions: await decisionsOf(entry),
  // When it was asked is the one thing that differs.
  verified: { ...(await verify(granted)), serverNow: null },
  events: await api.db.manager.countBy(AuditEvent, { entryId: entry.id }),
});

describe('a grade that is taken back', () => {
  it('stands until a second certifier confirms', async () => {
    const { entry, granted, candidate } = await aGranted();
    const { body } = await withdraw(first, granted).expect(201);
    expect(body).toMatchObject({
      state: 'proposed',
      outcome: 'withdraw',
      grade: null,
      withdrawnGrade: 2,
      experience: null,
      reason,
      certifierName: 'Wen Shu',
    });
    expect([await stateOf(entry), (await verify(granted)).state]).toEqual(['decided', 'valid']);
    expect(await resultOf(await as(candidate), entry)).toMatchObject({
      decision: { outcome: 'grant', grade: 2 },
      credential: { status: 'valid' },
    });
  });

  it('is gone once confirmed, with the reason in public and everything on the trail', async () => {
    const { entry, granted, proposal, candidate } = await aProposed();
    const before = await actionsOf(entry);
    const { body } = await answer(second, proposal).expect(201);
    expect(body).toMatchObject({
      id: proposal.id,
      state: 'effective',
      withdrawnGrade: 2,
      certifierName: 'Wen Shu',
      confirmedBy: 'Ye Lan',
      confirmReason: seen,
      credential: { status: 'revoked', revokedReason: reason },
    });
    expect(await decisionsOf(entry)).toMatchObject([
      { id: granted.id, state: 'superseded', outcome: 'grant' },
      {
        state: 'effective',
        outcome: 'withdraw',
        grade: null,
        supersedesId: granted.id,
        effectiveAt: expect.any(Date),
        notifiedAt: expect.any(Date),
      },
    ]);
    expect(await api.db.manager.findBy(Approval, { subjectId: proposal.id })).toMatchObject([
      { askedBy: firstPerson.id, answeredBy: secondPerson.id, act: 'confirm', answer: 'agree' },
    ]);
    expect(await api.db.manager.countBy(DecisionScore, { decisionId: proposal.id })).toBe(7);
    expect(await verify(granted)).toMatchObject({
      state: 'revoked',
      credential: { grade: 2, revokedAt: expect.any(String), revokedReason: reason, supersededBy: null },
    });
    expect((await actionsOf(entry)).slice(before.length)).toEqual([
      'decision.superseded',
      'decision.withdrawn',
      'credential.revoked',
    ]);
    const { id: subjectId } = granted.credential!;
    expect(await api.db.manager.countBy(OutboxEvent, { subjectId })).toBe(2);
    expect(await resultOf(await as(candidate), entry)).toMatchObject({
      decision: { outcome: 'withdraw', grade: null, reason, confirmedBy: 'Ye Lan', experienceMet: null },
      credential: { status: 'revoked', revokedReason: reason },
    });
  });

  it('leaves the entry decided where its scores still reach the grade, and nothing to decide on', async () => {
    const { entry, proposal } = await aProposed();
    await answer(second, proposal).expect(201);
    expect(await stateOf(entry)).toBe('decided');
    expect((await decide(second, entry.id).expect(409)).body.code).toBe('DECISION_MADE');
    expect(await evidenceOf(first, entry)).toMatchObject({
      isOpen: false,
      withdrawal: null,
      decision: { outcome: 'withdraw', withdrawnGrade: 2 },
    });
    const { rows } = (await first.get('/api/decisions/decided').expect(200)).body as DecidedPage;
    expect(rows.find(({ entryId }) => entryId === entry.id)).toMatchObject({
      outcome: 'withdraw',
      grade: null,
      credentialStatus: 'revoked',
    });
  });

  it('is held no longer: the next try waits from the notice, and nothing is carried into it', async () => {
    const { proposal, candidate } = await aProposed();
    const client = await as(candidate);
    expect((await mine({ client })).carry.map(({ dimension }) => dimension)).toHaveLength(3);
    await answer(second, proposal).expect(201);
    const { next, carry, tries } = await mine({ client });
    expect(next).toMatchObject({ kind: 'refused', code: 'TRY_TOO_EARLY', waitDays: 14 });
    expect(carry).toEqual([]);
    expect(tries).toMatchObject([{ outcome: 'withdraw', grade: null, credential: { status: 'revoked' } }]);
  });

  it('takes one certifier where the scheme that it was granted under lists nothing else', async () => {
    const { entry, granted } = await aGranted({}, await sessionOfFirstScheme());
    expect((await evidenceOf(second, entry)).withdrawal).toEqual({ needsSecondPerson: false });
    const before = await actionsOf(entry);
    const { body } = await withdraw(second, granted).expect(201);
    expect(body).toMatchObject({ state: 'effective', outcome: 'withdraw', confirmedBy: null });
    expect(await verify(granted)).toMatchObject({ state: 'revoked', credential: { revokedReason: reason } });
    expect((await actionsOf(entry)).slice(before.length)).toEqual([
      'decision.superseded',
      'decision.withdrawn',
      'credential.revoked',
    ]);
  });

  it('takes along the certificate that an earlier decision on the entry made', async () => {
    const { entry, granted } = await aGranted();
    await api.db.query(`UPDATE entry SET state = 'reopened' WHERE id = $1`, [entry.id]);
    const again = (await decide(second, entry.id).expect(201)).body as DecisionView;
    expect(again.credential!.id).toBe(granted.credential!.id);
    const proposal = (await withdraw(first, again).expect(201)).body as DecisionView;
    await answer(second, proposal).expect(201);
    expect((await verify(granted)).state).toBe('revoked');
  });

  it('leaves what was superseded as it is, and the better grade alone', async () => {
    const { entry, granted, candidate } = await aGranted();
    const later = await openSession(api);
    await api.db.query(`UPDATE decision SET notified_at = clock() - interval '1 year' WHERE id = $1`, [
      granted.id,
    ]);
    const better = await aGranted(
      { candidate, rightAnswers: 40, skillsCents: 9_500, marks: [4, 4, 4, 4, 4] },
      later,
    );
    expect((await verify(granted)).state).toBe('superseded');
    const proposal = (await withdraw(first, granted).expect(201)).body as DecisionView;
    await answer(second, proposal).expect(201);
    expect((await verify(granted)).state).toBe('superseded');
    expect((await verify(better.granted)).state).toBe('valid');
    expect(await stateOf(entry)).toBe('decided');
    // Granted again it is on record only, and the certificate that was taken back is not its own.
    await api.db.query(`UPDATE entry SET state = 'reopened' WHERE id = $1`, [entry.id]);
    expect((await decide(second, entry.id).expect(201)).body).toMatchObject({ grade: 2, credential: null });
  });
});

describe('a withdrawal that waits', () => {
  it('lies before the other certifiers, and not before whoever asked or has a conflict', async () => {
    const { entry, granted, proposal, assessors } = await aProposed();
    const waiting = (await listOf(second, 'proposed')).find(({ entryId }) => entryId === entry.id);
    expect(waiting).toMatchObject({
      proposal: { certifierName: 'Wen Shu', outcome: 'withdraw', grade: null },
      blocks: [],
    });
    const own = (await listOf(first, 'blocked')).find(({ entryId }) => entryId === entry.id);
    expect(own?.blocks).toEqual([{ kind: 'second-person' }]);
    const assessor = await as(assessors[0]);
    for (const [client, list] of [
      [first, 'proposed'],
      [assessor, 'proposed'],
      [assessor, 'blocked'],
    ] as const)
      expect((await listOf(client, list)).map(({ entryId }) => entryId)).not.toContain(entry.id);
    const view = await evidenceOf(second, entry);
    expect(view).toMatchObject({
      isProposer: false,
      isOpen: false,
      withdrawal: null,
      decision: { id: granted.id, grade: 2 },
      proposal: { id: proposal.id, outcome: 'withdraw', withdrawnGrade: 2, reason },
    });
    expect(await evidenceOf(assessor, entry)).toMatchObject({ withdrawal: null, proposal: null });
  });

  it('leaves everything as it was when it is rejected, and can be asked for again', async () => {
    const { entry, granted, proposal } = await aProposed();
    await answer(second, proposal, 'reject').expect(204);
    expect([await stateOf(entry), (await verify(granted)).state]).toEqual(['decided', 'valid']);
    expect(await decisionsOf(entry)).toMatchObject([
      { id: granted.id, state: 'effective' },
      { id: proposal.id, state: 'rejected', effectiveAt: null },
    ]);
    expect((await evidenceOf(second, entry)).withdrawal).toEqual({ needsSecondPerson: true });
    expect((await answer(second, proposal).expect(409)).body.code).toBe('DECISION_NOT_PROPOSED');
    expect((await withdraw(second, granted).expect(201)).body).toMatchObject({ state: 'proposed' });
  });

  it('is not confirmed once the scores are others, nor once another grant stands', async () => {
    const { entry, granted, proposal } = await aProposed();
    const practiceAt = (cents: number) =>
      api.db.query(`UPDATE score SET reported_cents = $1 WHERE entry_id = $2 AND place = 'practice'`, [
        cents,
        entry.id,
      ]);
    await practiceAt(9_000);
    expect((await answer(second, proposal).expect(409)).body.code).toBe('DECISION_CHANGED');
    await practiceAt(6_000);
    await api.db.query(
      `WITH old AS (UPDATE decision SET state = 'superseded' WHERE id = $1 RETURNING *)
       INSERT INTO decision (entry_id, certifier_id, state, outcome, grade, reason, experience, basis, scheme_hash, effective_at)
       SELECT entry_id, certifier_id, 'effective', outcome, grade, reason, experience, basis, scheme_hash, clock() FROM old`,
      [granted.id],
    );
    expect((await answer(second, proposal).expect(409)).body.code).toBe('DECISION_CHANGED');
    expect((await verify(granted)).state).toBe('valid');
  });
});

describe('nobody takes a grade back', () => {
  it('alone: whoever asked neither confirms nor rejects', async () => {
    const { entry, granted, proposal } = await aProposed();
    const before = await standing(entry, granted);
    for (const word of ['confirm', 'reject'] as const)
      expect((await answer(first, proposal, word).expect(403)).body.code).toBe('DECISION_SAME_PERSON');
    expect(await standing(entry, granted)).toEqual(before);
  });

  it('with a conflict, as the first or the second', async () => {
    const trainer = await aPerson(api.db, { roles: ['trainer', 'certifier'] });
    const cohort = await aCohort(api, session, [trainer.id]);
    const { entry, granted, assessors } = await aGranted({ cohort });
    const before = await standing(entry, granted);
    const clients = await Promise.all([as(trainer), as(assessors[0])]);
    for (const client of clients)
      expect((await withdraw(client, granted).expect(403)).body.code).toBe('DECISION_CONFLICT');
    expect(await standing(entry, granted)).toEqual(before);
    const proposal = (await withdraw(first, granted).expect(201)).body as DecisionView;
    for (const client of clients)
      expect((await answer(client, proposal).expect(403)).body.code).toBe('DECISION_CONFLICT');
    expect((await verify(granted)).state).toBe('valid');
  });

  it('twice, however often and by whomever it is asked at once', async () => {
    const { entry, granted } = await aGranted();
    const asked = await Promise.all([
      withdraw(first, granted),
      withdraw(second, granted),
      withdraw(first, granted),
    ]);
    expect(asked.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const codes = asked.flatMap(({ status, body }) => (status === 409 ? [body.code] : []));
    expect(codes).toEqual(['DECISION_PROPOSED', 'DECISION_PROPOSED']);
    const proposal = asked.find(({ status }) => status === 201)!.body as DecisionView;
    const other = proposal.certifierName === 'Wen Shu' ? second : first;
    const answers = await Promise.all([
      answer(other, proposal),
      answer(other, proposal),
      answer(other, proposal, 'reject'),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect(body.code).toBe('DECISION_NOT_PROPOSED');
    expect(await api.db.manager.countBy(Approval, { subjectId: proposal.id })).toBe(1);
    const { id: subjectId } = granted.credential!;
    const revoked = await api.db.manager.countBy(AuditEvent, { subjectId, action: 'credential.revoked' });
    expect(revoked).toBeLessThan(2);
    expect(await decisionsOf(entry)).toHaveLength(2);
  });

  it('that is not granted, or gone already', async () => {
    const { entry } = await aScoredCase(api, session, { rightAnswers: 16 });
    const refused = (await decide(first, entry.id, refuse).expect(201)).body as DecisionView;
    expect((await withdraw(second, refused).expect(409)).body.code).toBe('GRANT_NOT_STANDING');
    const { granted, proposal } = await aProposed();
    expect((await withdraw(second, proposal).expect(409)).body.code).toBe('GRANT_NOT_STANDING');
    await answer(second, proposal).expect(201);
    for (const gone of [granted, proposal])
      expect((await withdraw(second, gone).expect(409)).body.code).toBe('GRANT_NOT_STANDING');
    await second.post(`/api/decisions/${session.id}/withdraw`, { reason }).expect(404);
  });

  it('without a reason, or without being a certifier', async () => {
    const { entry, granted } = await aGranted();
    await first.post(`/api/decisions/${granted.id}/withdraw`, { reason: 'no' }).expect(400);
    for (const roles of [['candidate'], ['administrator'], ['manager'], ['assessor']] as const) {
      const { client } = await logInAs(api, { roles: [...roles] });
      await withdraw(client, granted).expect(403);
    }
    expect(await decisionsOf(entry)).toHaveLength(1);
    expect(await api.db.manager.countBy(Credential, { enrolmentId: entry.enrolmentId })).toBe(1);
  });
});
