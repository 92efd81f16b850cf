import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DecidedPage,
  DecisionBasis,
  DecisionView,
  EvidenceView,
  ExamSessionView,
  UndecidedList,
  UndecidedPage,
} from '@ennead/contracts';
import {
  Approval,
  AuditEvent,
  Credential,
  Decision,
  DecisionScore,
  Entry,
  Person,
} from '@ennead/persistence';
import { entries, vouched, transition } from '@ennead/persistence';
import { openSession } from './attempts-harness.ts';
import { aCohort, aScoredCase, grant, refuse, type CaseOptions } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

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

const reason = 'Keys, verdicts and marks were looked at once more.';
/** 80, 70, 60 compose to 76.50: within two points of the cut at 75. */
const near: CaseOptions = { rightAnswers: 32 };
const propose = async (options: CaseOptions = near, input: object = grant) => {
  const scored = await aScoredCase(api, session, options);
  const { body } = await first.post(`/api/entries/${scored.entry.id}/decision`, input).expect(201);
  return { ...scored, proposal: body as DecisionView };
};
const answer = (client: Client, { id }: DecisionView, word: 'confirm' | 'reject') =>
  client.post(`/api/decisions/${id}/${word}`, { reason });
const listOf = async (client: Client, list: UndecidedList) =>
  ((await client.get(`/api/decisions/undecided?list=${list}&size=100`).expect(200)).body as UndecidedPage)
    .rows;
const queueOf = async (client: Client) => ({
  proposed: await listOf(client, 'proposed'),
  blocked: await listOf(client, 'blocked'),
});
const stateOf = async (entryId: string) =>
  (await api.db.manager.findOneByOrFail(Entry, { id: entryId })).state;
const practiceAt = (cents: number, { id }: Entry) =>
  api.db.query(`UPDATE score SET reported_cents = $1 WHERE entry_id = $2 AND place = 'practice'`, [
    cents,
    id,
  ]);
const credentialsOf = ({ enrolmentId }: Entry) => api.db.manager.countBy(Credential, { enrolmentId });

describe('a decision near a line', () => {
  it('is proposed, and takes effect when another certifier confirms it', async () => {
    const { entry, proposal } = await propose();
    expect(proposal).toMatchObject({
      state: 'proposed',
      grade: 2,
      certifierName: 'Wen Shu',
      credential: null,
    });
    expect([await stateOf(entry.id), await credentialsOf(entry)]).toEqual(['entered', 0]);
    const { basis } = await api.db.manager.findOneByOrFail(Decision, { id: proposal.id });
    const kept = await api.db.manager.findBy(DecisionScore, { decisionId: proposal.id });
    expect(kept.map(({ scoreId }) => scoreId).sort()).toEqual((basis as DecisionBasis).scoreIds.sort());
    expect(kept).toHaveLength(7);
    const { body } = await answer(second, proposal, 'confirm').expect(201);
    expect(body).toMatchObject({
      state: 'effective',
      certifierName: 'Wen Shu',
      confirmedBy: 'Ye Lan',
      confirmReason: reason,
      credential: { status: 'valid' },
    });
    expect([await stateOf(entry.id), await credentialsOf(entry)]).toEqual(['decided', 1]);
    // Whose act let it take effect issued the certificate; whose decision it is the decision says.
    const { enrolmentId } = entry;
    expect(await api.db.manager.findOneByOrFail(Credential, { enrolmentId })).toMatchObject({
      issuedBy: secondPerson.id,
    });
    expect(await api.db.manager.findBy(Approval, { subjectId: proposal.id })).toMatchObject([
      { askedBy: firstPerson.id, answeredBy: secondPerson.id, answer: 'agree', reason },
    ]);
    const events = await api.db.manager.find(AuditEvent, {
      where: { entryId: entry.id },
      order: { id: 'ASC' },
    });
    expect(events.map(({ action }) => action)).toEqual([
      'entry.made',
      'attempt.scored',
      'score-run.recorded',
      'score-run.recorded',
      'portfolio.scored',
      'score-run.recorded',
      'decision.proposed',
      'decision.confirmed',
      'entry.decided',
      'credential.issued',
    ]);
  });

  it('waits in the queue of others, and not of whoever proposed it', async () => {
    const { entry, proposal } = await propose();
    const waiting = (await queueOf(second)).proposed.find(({ entryId }) => entryId === entry.id);
    expect(waiting).toMatchObject({ proposal: { certifierName: 'Wen Shu', outcome: 'grant', grade: 2 } });
    const own = await queueOf(first);
    expect(own.proposed.map(({ entryId }) => entryId)).not.toContain(entry.id);
    expect(own.blocked.find(({ entryId }) => entryId === entry.id)?.blocks).toEqual([
      { kind: 'second-person' },
    ]);
    const seen = (await second.get(`/api/entries/${entry.id}/evidence`).expect(200)).body as EvidenceView;
    expect(seen).toMatchObject({ isProposer: false, isOpen: true, proposal: { id: proposal.id } });
    expect(seen.evidence!.needsSecondPerson).toBe(true);
  });

  it('is decided when it is confirmed: so it stands in the list, and so the case says', async () => {
    const { entry, proposal } = await propose();
    const between = await aScoredCase(api, session, {});
    await first.post(`/api/entries/${between.entry.id}/decision`, grant).expect(201);
    const { decidedAt } = (await answer(second, proposal, 'confirm').expect(201)).body as DecisionView;
    const { rows } = (await second.get('/api/decisions/decided').expect(200)).body as DecidedPage;
    expect(rows.slice(0, 2).map(({ entryId }) => entryId)).toEqual([entry.id, between.entry.id]);
    expect(rows[0]!.decidedAt).toBe(decidedAt);
    expect(Date.parse(decidedAt)).toBeGreaterThan(Date.parse(rows[1]!.decidedAt));
  });

  it('takes no effect once its proposer may not decide on it any more', async () => {
    const { manager } = api.db;
    const barring: ((proposer: Person, entry: Entry) => Promise<unknown>)[] = [
      ({ id }) => manager.update(Person, { id }, { roles: ['assessor'] }),
      ({ id }) => manager.update(Person, { id }, { disabledAt: new Date() }),
      async ({ id }, { id: entryId }) => {
        const cohort = await aCohort(api, session, [id]);
        await manager.update(Entry, { id: entryId }, { cohortId: cohort.id });
      },
    ];
    for (const bar of barring) {
      const proposer = await logInAs(api, { roles: ['certifier'] });
      const { entry } = await aScoredCase(api, session, near);
      const { body } = await proposer.client.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
      await bar(proposer.person, entry);
      const refused = await answer(second, body as DecisionView, 'confirm').expect(409);
      expect(refused.body.code).toBe('DECISION_PROPOSER_BARRED');
      expect([await stateOf(entry.id), await credentialsOf(entry)]).toEqual(['entered', 0]);
      await answer(second, body as DecisionView, 'reject').expect(204);
    }
  });

  it('is confirmed by nobody who proposed it or has a conflict, by the database either', async () => {
    const { entry, proposal, assessors } = await propose();
    const same = await answer(first, proposal, 'confirm').expect(403);
    expect(same.body.code).toBe('DECISION_SAME_PERSON');
    expect((await answer(first, proposal, 'reject').expect(403)).body.code).toBe('DECISION_SAME_PERSON');
    const assessor = new Client(api.url);
    await assessor.logIn(assessors[0].email, PASSWORD);
    for (const word of ['confirm', 'reject'] as const)
      expect((await answer(assessor, proposal, word).expect(403)).body.code).toBe('DECISION_CONFLICT');
    const alone = api.db.query(
      `INSERT INTO approval (subject_kind, subject_id, act, asked_by, answered_by, answer, reason)
       VALUES ('decision', $1, 'confirm', $2, $2, 'agree', 'I agree with myself.')`,
      [proposal.id, firstPerson.id],
    );
    await expect(alone).rejects.toThrow(/check constraint/);
    expect([await stateOf(entry.id), await credentialsOf(entry)]).toEqual(['entered', 0]);
  });

  it('is not confirmed once the result has changed; rejected, it can be decided anew', async () => {
    const { entry, proposal } = await propose();
    await practiceAt(9_000, entry);
    expect((await answer(second, proposal, 'confirm').expect(409)).body.code).toBe('DECISION_CHANGED');
    expect((await first.post(`/api/entries/${entry.id}/decision`, grant).expect(409)).body.code).toBe(
      'DECISION_PROPOSED',
    );
    await answer(second, proposal, 'reject').expect(204);
    expect(await api.db.manager.findOneByOrFail(Decision, { id: proposal.id })).toMatchObject({
      state: 'rejected',
      effectiveAt: null,
    });
    expect((await answer(second, proposal, 'confirm').expect(409)).body.code).toBe('DECISION_NOT_PROPOSED');
    await practiceAt(6_000, entry);
    const anew = await second.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    await answer(first, anew.body as DecisionView, 'confirm').expect(201);
    expect(await credentialsOf(entry)).toBe(1);
  });

  it('is answered once of two answers at once', async () => {
    const { entry, proposal } = await propose();
    const answers = await Promise.all([
      answer(second, proposal, 'confirm'),
      answer(second, proposal, 'confirm'),
      answer(second, proposal, 'reject'),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(await api.db.manager.countBy(Approval, { subjectId: proposal.id })).toBe(1);
    expect(await credentialsOf(entry)).toBeLessThan(2);
  });

  it('takes a second person for a refusal as well, near a floor', async () => {
    const { entry, proposal } = await propose({ rightAnswers: 19 }, refuse);
    expect(proposal).toMatchObject({ state: 'proposed', outcome: 'refuse' });
    await answer(second, proposal, 'confirm').expect(201);
    expect(await stateOf(entry.id)).toBe('decided');
  });

  it('keeps the entry from being excused or replaced while it waits for its answer', async () => {
    const { client: administrator } = await logInAs(api, { roles: ['administrator'] });
    const { entry, proposal } = await propose({ rightAnswers: 19 }, refuse);
    await api.db.manager.update(Entry, { id: entry.id }, { firstSatAt: null });
    const acts = {
      excuse: { reason },
      'free-sitting': { reason, examSessionId: (await openSession(api)).id },
    };
    for (const [act, input] of Object.entries(acts)) {
      const refused = await administrator.post(`/api/entries/${entry.id}/${act}`, input);
      expect([refused.status, refused.body.code]).toEqual([409, 'ENTRY_PROPOSED']);
    }
    expect(await stateOf(entry.id)).toBe('entered');
    await answer(second, proposal, 'reject').expect(204);
    await administrator.post(`/api/entries/${entry.id}/excuse`, acts.excuse).expect(204);
  });

  it('asks for an answer with a reason, of something that exists', async () => {
    const { proposal } = await propose();
    await second.post(`/api/decisions/${proposal.id}/confirm`, { reason: 'ok' }).expect(400);
    await second.post(`/api/decisions/${session.id}/confirm`, { reason }).expect(404);
  });
});

describe('an entry that was reopened', () => {
  const reopen = ({ id }: Entry) =>
    api.db.transaction((manager) =>
      transition(manager, entries, id, {
        event: 'reopen',
        actorId: null,
        guards: { 'grade-changed': vouched },
      }),
    );

  it('is decided again: the new decision takes the place of the old, and the better grade its certificate', async () => {
    const { entry } = await aScoredCase(api, session);
    const old = await first.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    expect((await first.post(`/api/entries/${entry.id}/decision`, grant).expect(409)).body.code).toBe(
      'DECISION_MADE',
    );
    await reopen(entry);
    expect((await first.post(`/api/entries/${entry.id}/decision`, refuse).expect(409)).body.code).toBe(
      'DECISION_WOULD_LOWER',
    );
    const again = await second.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    expect(again.body.id).not.toBe(old.body.id);
    const decisions = await api.db.manager.find(Decision, {
      where: { entryId: entry.id },
      order: { madeAt: 'ASC' },
    });
    expect(decisions.map(({ state, supersedesId }) => [state, supersedesId])).toEqual([
      ['superseded', null],
      ['effective', old.body.id],
    ]);
    // The same grade once more: the certificate that is held stays.
    expect([await stateOf(entry.id), await credentialsOf(entry)]).toEqual(['decided', 1]);
  });
});

describe('a mock exam', () => {
  it('is never decided', async () => {
    const { entry } = await aScoredCase(api, session);
    await api.db.query(`UPDATE entry SET cause = 'mock' WHERE id = $1`, [entry.id]);
    const mock = await first.post(`/api/entries/${entry.id}/decision`, grant).expect(409);
    expect(mock.body.code).toBe('DECISION_MOCK');
  });
});
