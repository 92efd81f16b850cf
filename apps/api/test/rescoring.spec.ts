import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DecisionView,
  EvidenceView,
  ExamSessionView,
  UndecidedPage,
  VerifyView,
} from '@ennead/contracts';
import type { Item, ScoreChange } from '@ennead/contracts/internal';
import { toCents } from '@ennead/domain';
import {
  Approval,
  Attempt,
  AuditEvent,
  Decision,
  DecisionScore,
  Entry,
  EntryScore,
  Form,
  FormItem,
  LabSession,
  type Person,
  Response,
  Score,
  ScoreRun,
  ScoreRunLine,
  SessionPart,
  Verdict,
} from '@ennead/persistence';
import { approveRun, lockForScoring, Rescoring, Scores, verdictShare } from '@ennead/scoring';
import { enrol, openSession } from './attempts-harness.ts';
import {
  aScoredCase,
  grant,
  marksFor60,
  reviewedPortfolio,
  satExam,
  type CaseOptions,
  type ScoredCase,
} from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { putBody } from './harness/put-body.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { untilBlocked } from './harness/until-blocked.ts';
import { mine } from './tries-harness.ts';

let api: TestApi;
let rescoring: Rescoring;
let certifier: Client;
let second: Client;
let asker: Person;
let approver: Person;
beforeAll(async () => {
  api = await startApi();
  rescoring = api.app.get(Rescoring);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: second } = await logInAs(api, { roles: ['certifier'] }));
  asker = await aPerson(api.db, { roles: ['certifier'] });
  approver = await aPerson(api.db, { roles: ['certifier'] });
});
afterAll(() => api?.close());

const reason = 'No answer to this question is right.';
const ask = (change: ScoreChange) => rescoring.plan({ change, cause: 'rescore', reason, askedBy: asker.id });
const apply = (runId: string, by = approver) =>
  rescoring.apply(runId, { id: by.id, reason: 'I see it too.' });
/** Near a line it takes a second person. */
const decide = async ({ entry }: Pick<ScoredCase, 'entry'>): Promise<DecisionView> => {
  const made = (await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201)).body;
  const { id, state } = made as DecisionView;
  if (state !== 'proposed') return made as DecisionView;
  const answer = await second.post(`/api/decisions/${id}/confirm`, { reason: 'I see it too.' }).expect(201);
  return answer.body as DecisionView;
};
const stateOf = async ({ id }: { id: string }) => (await api.db.manager.findOneByOrFail(Entry, { id })).state;
const scoreAt = async (entryId: string, place: string): Promise<Score> => {
  const { scoreId } = await api.db.manager.findOneByOrFail(EntryScore, { entryId, place });
  return api.db.manager.findOneByOrFail(Score, { id: scoreId });
};
const compositeOf = async ({ id }: { id: string }) => (await scoreAt(id, 'composite')).rawNum;
const countScores = () => api.db.manager.count(Score);
const lineOf = (lines: readonly ScoreRunLine[], { id }: { id: string }, place: string) =>
  lines.find((line) => line.entryId === id && line.place === place);

const evidenceOf = async ({ id }: { id: string }) =>
  ((await certifier.get(`/api/entries/${id}/evidence`).expect(200)).body as EvidenceView).evidence!;
const faultsOf = async (entry: { id: string }) => (await evidenceOf(entry)).faults;

/** A session of its own, with the question that stands at a place of its form, and another one. */
const anExam = async (position = 40) => {
  const session = await openSession(api);
  const part = session.parts.find(({ kind }) => kind === 'form')!;
  const form = await api.db.manager.findOneByOrFail(Form, { sessionPartId: part.id });
  const { questionHash, itemId } = await api.db.manager.findOneByOrFail(FormItem, {
    formId: form.id,
    position,
  });
  const about = { questionHash, scope: session.id };
  const { questionHash: another } = await api.db.manager.findOneByOrFail(FormItem, {
    formId: form.id,
    position: position === 6 ? 7 : 6,
  });
  const aboutOther = { questionHash: another, scope: session.id };
  const aCase = (options: CaseOptions) => aScoredCase(api, session, options);
  return { session, part, form, itemId, about, aboutOther, aCase };
};

/** Attempts of a session whose current record still names another key for the question. */
const namingAnother = async (sessionId: string, questionHash: string): Promise<number> => {
  const keyHash = await api.bank.inForce(questionHash, 'key', sessionId);
  const [row]: { count: string }[] = await api.db.query(
    `SELECT count(*) FROM entry JOIN entry_score pointer ON pointer.entry_id = entry.id
     JOIN score sitting ON sitting.id = pointer.score_id AND sitting.kind = 'attempt'
     JOIN score answer ON answer.id = ANY (sitting.input_ids) AND answer.question_hash = $2
     WHERE entry.exam_session_id = $1 AND answer.key_hash <> $3`,
    [sessionId, questionHash, keyHash],
  );
  return Number(row!.count);
};

/** Lets a run fail at its first record. @returns what mends it */
const breakOff = async (runId: string) => {
  await api.db.query(
    `CREATE OR REPLACE FUNCTION break_off_at_once() RETURNS trigger LANGUAGE plpgsql
     AS $$ BEGIN RAISE 'broken off'; END $$`,
  );
  await api.db.query(
    `CREATE TRIGGER break_off_at_once BEFORE INSERT ON score FOR EACH ROW WHEN (NEW.run_id = '${runId}')
     EXECUTE FUNCTION break_off_at_once()`,
  );
  return () => api.db.query('DROP TRIGGER break_off_at_once ON score');
};

describe('a question that has no right answer', () => {
  let session: ExamSessionView;
  let about: { questionHash: string; scope: string };
  let part: { id: string };
  let raised: ScoredCase;
  let same: ScoredCase;
  let full: ScoredCase;
  let undecided: ScoredCase;
  let late: ScoredCase;
  let number: string;
  let runId: string;

  beforeAll(async () => {
    const exam = await anExam();
    ({ session, about, part } = exam);
    // 54.25 + 17.5 + 3 = 74.75: a quarter of a point under the second grade.
    raised = await exam.aCase({ rightAnswers: 31 });
    same = await exam.aCase({ rightAnswers: 32 });
    full = await exam.aCase({ rightAnswers: 40 });
    undecided = await exam.aCase({ rightAnswers: 20 });
    number = (await decide(raised)).credential!.number;
    await decide(same);
  });

  it('is first a list of scores, composites and grades, and nothing else', async () => {
    const before = await countScores();
    const { run, lines, ...view } = await ask({ kind: 'credit', ...about });
    runId = run.id;
    expect(run).toMatchObject({ state: 'planned', cause: 'rescore', askedBy: asker.id, reason });
    expect(lines).toHaveLength(12);
    expect(lineOf(lines, raised.entry, part.id)).toMatchObject({ valueBefore: 7_750, valueAfter: 8_000 });
    expect(lineOf(lines, raised.entry, 'knowledge')).toMatchObject({ valueBefore: 7_750, valueAfter: 8_000 });
    expect(lineOf(lines, raised.entry, 'composite')).toMatchObject({
      valueBefore: 747_500,
      valueAfter: 765_000,
      gradeBefore: 1,
      gradeAfter: 2,
    });
    expect(lineOf(lines, full.entry, 'composite')).toMatchObject({
      valueBefore: 905_000,
      valueAfter: 905_000,
      gradeBefore: 3,
      gradeAfter: 3,
    });
    expect(view).toEqual({ raised: [raised.entry.id], toWithdraw: [] });
    expect(await countScores()).toBe(before);
    const key = await api.bank.key((await api.bank.inForce(about.questionHash, 'key', about.scope))!);
    expect(key.rule).toBe('score');
  });

  it('is not for the person who asked to approve', async () => {
    await expect(apply(runId, asker)).rejects.toMatchObject({ code: 'SCORE_RUN_SAME_PERSON' });
    expect(await api.db.manager.findOneByOrFail(ScoreRun, { id: runId })).toMatchObject({ state: 'planned' });
    expect(await api.db.manager.countBy(Approval, { subjectId: runId })).toBe(0);
  });

  it('is credited to everybody once another person agrees, and to whoever was scored meanwhile', async () => {
    late = await aScoredCase(api, session, { rightAnswers: 10 });
    const { run, lines, ...view } = await apply(runId);
    expect(run).toMatchObject({ state: 'applied', appliedAt: expect.any(Date) });
    expect(view).toEqual({ raised: [raised.entry.id], toWithdraw: [] });
    expect(lines).toHaveLength(15);
    expect(await api.db.manager.findOneByOrFail(Approval, { subjectId: runId })).toMatchObject({
      act: 'apply',
      askedBy: asker.id,
      answeredBy: approver.id,
    });
    expect(await namingAnother(session.id, about.questionHash)).toBe(0);
    const cents: [ScoredCase, number][] = [
      [raised, 8_000],
      [same, 8_250],
      [full, 10_000],
      [undecided, 5_250],
      [late, 2_750],
    ];
    for (const [{ entry }, reportedCents] of cents)
      expect(await scoreAt(entry.id, part.id)).toMatchObject({ reportedCents, runId });
    const answers = await api.db.manager.findBy(Score, { entryId: raised.entry.id, kind: 'response' });
    expect(answers).toHaveLength(41);
    expect(answers.filter((one) => one.runId === runId)).toMatchObject([
      { questionHash: about.questionHash, rawNum: '1', rawDen: '1' },
    ]);
  });

  it('opens again the one entry whose grade rose, and says so in its trail', async () => {
    expect(await stateOf(raised.entry)).toBe('reopened');
    for (const { entry } of [same, full, undecided]) expect(await stateOf(entry)).not.toBe('reopened');
    const trail = await api.db.manager.find(AuditEvent, {
      where: { entryId: raised.entry.id },
      order: { id: 'ASC' },
    });
    expect(trail.slice(-2)).toMatchObject([
      { action: 'score.changed', actorId: approver.id, detail: { runId } },
      { action: 'entry.reopened', detail: { runId, gradeBefore: 1, gradeAfter: 2 } },
    ]);
    const [decision] = await api.db.manager.findBy(Decision, { entryId: same.entry.id });
    expect(decision).toMatchObject({
      state: 'effective',
      basis: { result: { compositeTenThousandths: 765_000 } },
    });
    expect(await compositeOf(same.entry)).toBe('782500');
    for (const [{ entry }, isRescored] of [
      [same, true],
      [undecided, false],
    ] as const)
      expect(await evidenceOf(entry)).toMatchObject({ isRescored });
    const { body } = await certifier.get(`/api/entries/${same.entry.id}/result`).expect(200);
    expect(body).toMatchObject({ isRescored: true, result: { compositeTenThousandths: 765_000 } });
  });

  it('changes nothing when it is applied again', async () => {
    const before = await countScores();
    await apply(runId);
    await Promise.all([apply(runId), apply(runId)]);
    expect(await countScores()).toBe(before);
    expect(await api.db.manager.countBy(Approval, { subjectId: runId })).toBe(1);
    await expect(ask({ kind: 'credit', ...about })).rejects.toMatchObject({ code: 'SCORE_CHANGE_EMPTY' });
  });

  it('lets the entry be decided anew: the new grade takes the place of the old', async () => {
    const near = await certifier.get('/api/decisions/undecided?list=nearBoundary&size=100').expect(200);
    const { rows } = near.body as UndecidedPage;
    expect(rows.find(({ entryId }) => entryId === raised.entry.id)).toMatchObject({
      grade: 2,
      compositeTenThousandths: 765_000,
      blocks: [],
    });
    const { body } = await certifier.get(`/api/entries/${raised.entry.id}/evidence`).expect(200);
    expect(body as EvidenceView).toMatchObject({
      isOpen: true,
      decision: { grade: 1 },
      evidence: { faults: [] },
    });
    const decided = await decide(raised);
    expect(decided).toMatchObject({ grade: 2, credential: { status: 'valid' } });
    const again = await certifier.post(`/api/entries/${raised.entry.id}/decision`, grant).expect(409);
    expect(again.body.code).toBe('DECISION_MADE');
    const order = { madeAt: 'ASC' } as const;
    const decisions = await api.db.manager.find(Decision, { where: { entryId: raised.entry.id }, order });
    expect(decisions).toMatchObject([
      { state: 'superseded', grade: 1 },
      { state: 'effective', grade: 2, supersedesId: decisions[0]!.id },
    ]);
    const verified = (await certifier.get(`/api/verify/${number}`).expect(200)).body as VerifyView;
    expect(verified).toMatchObject({
      state: 'superseded',
      credential: { grade: 1, supersededBy: decided.credential!.number },
    });
    expect(await stateOf(raised.entry)).toBe('decided');
    expect((await rescoring.view(runId)).raised).toEqual([raised.entry.id]);
  });

  it('keeps the old decision explained by the records that it rested on', async () => {
    const [old] = await api.db.manager.findBy(Decision, { entryId: raised.entry.id, state: 'superseded' });
    const { scoreIds } = old!.basis as { scoreIds: string[] };
    const values: { kind: string; raw_num: string; reported_cents: number | null }[] = await api.db.query(
      `SELECT kind, raw_num, reported_cents FROM decision_score JOIN score ON score.id = score_id
       WHERE decision_id = $1 AND kind IN ('attempt', 'composite') ORDER BY kind`,
      [old!.id],
    );
    expect(values).toEqual([
      { kind: 'attempt', raw_num: '31', reported_cents: 7_750 },
      { kind: 'composite', raw_num: '747500', reported_cents: null },
    ]);
    expect(scoreIds).not.toContain((await scoreAt(raised.entry.id, part.id)).id);
  });
});

describe('a wrong key', () => {
  it('is replaced for all; a grade that falls stands until it is withdrawn', async () => {
    const exam = await anExam(1);
    const item = (await api.content()).items.get(exam.itemId)!.item;
    // 30 of 40: 52.5 + 17.5 + 5 x 1 = exactly 75 with full marks in practice.
    const fallen = await exam.aCase({ rightAnswers: 30, marks: [4, 4, 4, 4, 4] });
    const { credential } = await decide(fallen);
    const key = await api.bank.key((await api.bank.inForce(exam.about.questionHash, 'key'))!);
    const other = { ...key, key: otherKeyOf(item) };
    const keyHash = await putBody(api.db, 'key', other);
    const planned = await ask({ kind: 'key', ...exam.about, keyHash });
    expect(planned.toWithdraw).toEqual([fallen.entry.id]);
    const { run, toWithdraw } = await apply(planned.run.id);
    expect([run.state, toWithdraw]).toEqual(['applied', [fallen.entry.id]]);
    expect(await stateOf(fallen.entry)).toBe('decided');
    const { body } = await certifier.get(`/api/verify/${credential!.number}`).expect(200);
    expect((body as VerifyView).state).toBe('valid');
    expect(Number(await compositeOf(fallen.entry))).toBeLessThan(750_000);
    await withdrawFallen(fallen, planned.run.id);
  });

  const verify = async (number: string) =>
    (await certifier.get(`/api/verify/${number}`).expect(200)).body as VerifyView;

  const withdrawFallen = async ({ entry, candidate }: ScoredCase, runId: string) => {
    const path = `/api/entries/${entry.id}`;
    const lower = await certifier.post(`${path}/decision`, grant).expect(409);
    expect(lower.body.code).toBe('DECISION_MADE');
    const { decision } = (await certifier.get(`${path}/evidence`).expect(200)).body as EvidenceView;
    const asked = await certifier
      .post(`/api/decisions/${decision!.id}/withdraw`, { reason: 'The right key gives one point less.' })
      .expect(201);
    const confirm = `/api/decisions/${(asked.body as DecisionView).id}/confirm`;
    await second.post(confirm, { reason: 'I see it too.' }).expect(201);
    expect(await stateOf(entry)).toBe('reopened');
    expect((await rescoring.view(runId)).toWithdraw).toEqual([]);
    const trail = await api.db.manager.find(AuditEvent, {
      where: { entryId: entry.id },
      order: { id: 'ASC' },
    });
    expect(trail.slice(-4)).toMatchObject([
      { action: 'decision.superseded' },
      { action: 'decision.withdrawn', detail: { grade: 2 } },
      { action: 'credential.revoked' },
      { action: 'entry.reopened', detail: { gradeBefore: 2, gradeAfter: 1 } },
    ]);
    const near = await certifier.get('/api/decisions/undecided?list=nearBoundary&size=100').expect(200);
    const { rows } = near.body as UndecidedPage;
    expect(rows.find(({ entryId }) => entryId === entry.id)).toMatchObject({ grade: 1, blocks: [] });
    const decided = await decide({ entry });
    expect(decided).toMatchObject({ outcome: 'grant', grade: 1, credential: { status: 'valid' } });
    expect(await stateOf(entry)).toBe('decided');
    const [old, next] = [decision!.credential!, decided.credential!];
    expect(await verify(old.number)).toMatchObject({
      state: 'revoked',
      credential: { grade: 2, supersededBy: null, revokedReason: 'The right key gives one point less.' },
    });
    // The same sittings: it lasts no longer than the one before would have.
    expect(await verify(next.number)).toMatchObject({
      state: 'valid',
      credential: { grade: 1, expiresAt: old.expiresAt, revokedReason: null },
    });
    expect(next.number).not.toBe(old.number);
    const own = new Client(api.url);
    await own.logIn(candidate.email, PASSWORD);
    expect((await own.get(`${path}/result`).expect(200)).body).toMatchObject({
      decision: { outcome: 'grant', grade: 1 },
      credential: { number: next.number, status: 'valid', revokedReason: null },
      pastCredentials: [
        { number: old.number, status: 'revoked', revokedReason: 'The right key gives one point less.' },
      ],
    });
    expect((await mine({ client: own })).tries).toMatchObject([
      { outcome: 'grant', grade: 1, credential: { number: next.number } },
    ]);
  };

  it('is not replaced by that of another question, nor by one that drops or credits', async () => {
    const [one, two] = [await anExam(1), await anExam(2)];
    const foreign = (await api.bank.inForce(two.about.questionHash, 'key'))!;
    await one.aCase({ rightAnswers: 5, skillsCents: null, marks: null });
    const unfit = { code: 'SCORE_CHANGE_UNFIT' };
    const elsewhere = two.itemId === one.itemId ? null : foreign;
    if (elsewhere)
      await expect(ask({ kind: 'key', ...one.about, keyHash: elsewhere })).rejects.toMatchObject(unfit);
    const own = await api.bank.key((await api.bank.inForce(one.about.questionHash, 'key'))!);
    const keyHash = await putBody(api.db, 'key', { ...own, rule: 'drop', nonce: 'd'.repeat(64) });
    await expect(ask({ kind: 'key', ...one.about, keyHash })).rejects.toMatchObject(unfit);
  });
});

/** A key by which what was right before is right no longer. */
const otherKeyOf = (item: Item): Item['key'] => {
  switch (item.type) {
    case 'single':
      return [item.key[0] === 'D' ? 'A' : 'D'];
    case 'multiple':
      return item.key.length === 2 ? ['A', 'B', 'C', 'D'] : item.key.slice(0, 2);
    case 'true-false':
      return !item.key;
    case 'numeric':
      return { value: -99_999, tolerance: 0 };
    case 'short-text':
      return { ...item.key, accept: ['nothing that anybody says'] };
  }
};

describe('a dropped item', () => {
  it('is out of the sum, and leaves other sessions alone', async () => {
    const exam = await anExam();
    const { entry } = await exam.aCase({ rightAnswers: 26, skillsCents: null, marks: null });
    const planned = await ask({
      kind: 'drop',
      ...exam.about,
      conversionStands: 'The cuts are no others for 39 items.',
    });
    await apply(planned.run.id);
    expect(await scoreAt(entry.id, exam.part.id)).toMatchObject({
      rawNum: '2',
      rawDen: '3',
      reportedCents: 6_667,
    });
    const everywhere = await api.bank.key((await api.bank.inForce(exam.about.questionHash, 'key'))!);
    expect(everywhere.rule).toBe('score');
  });
});

describe('another plan of a lab', () => {
  it('weighs the same verdict otherwise', async () => {
    const { session, aCase } = await anExam();
    const { entry } = await aCase({ rightAnswers: null, marks: null });
    const place = session.parts.find(({ kind }) => kind === 'lab')!.id;
    const { labHash, id } = await api.db.manager.findOneByOrFail(LabSession, { entryId: entry.id });
    const verdict = await api.db.manager.findOneByOrFail(Verdict, { labSessionId: id });
    const { plan: pinnedHash } = await api.bank.lab(labHash);
    const plan = await api.bank.plan(pinnedHash);
    const checks = plan.checks.map((check, at) => ({ ...check, points: at === 0 ? 90 : 1 }));
    const other = { ...plan, checks };
    const planHash = await putBody(api.db, 'plan', other);
    const change: ScoreChange = { kind: 'plan', pinnedHash, planHash, scope: session.id };
    const unfit = {
      ...change,
      planHash: await putBody(api.db, 'plan', { ...plan, checks: checks.slice(1) }),
    };
    await expect(ask(unfit)).rejects.toMatchObject({ code: 'SCORE_CHANGE_UNFIT' });
    const foreign = {
      ...change,
      planHash: await putBody(api.db, 'plan', { ...plan, labId: 'application-engineer/other' }),
    };
    await expect(ask(foreign)).rejects.toMatchObject({ code: 'SCORE_CHANGE_UNFIT' });
    await apply((await ask(change)).run.id);
    expect(await scoreAt(entry.id, place)).toMatchObject({
      keyHash: planHash,
      questionHash: pinnedHash,
      verdictId: verdict.id,
      reportedCents: toCents(verdictShare(other, verdict)),
    });
    expect(await api.bank.inForce(planHash, 'secrets', session.id)).toBe(verdict.secretsHash);
    const { body } = await certifier.get(`/api/entries/${entry.id}/evidence`).expect(200);
    expect((body as EvidenceView).evidence).toMatchObject({ faults: [] });
  });
});

describe('a run', () => {
  it('is stale where scores are no longer those that it was planned upon, and moves nothing', async () => {
    const exam = await anExam();
    const { entry } = await exam.aCase({ rightAnswers: 26 });
    const drop = { kind: 'drop', ...exam.about, conversionStands: 'The cuts are as they were.' } as const;
    const [first, second] = [await ask({ kind: 'credit', ...exam.about }), await ask(drop)];
    const own = await api.bank.key((await api.bank.inForce(exam.about.questionHash, 'key'))!);
    const keyHash = await putBody(api.db, 'key', { ...own, nonce: 'e'.repeat(64) });
    const third = await ask({ kind: 'key', ...exam.about, keyHash });
    await apply(first.run.id);
    const credited = await scoreAt(entry.id, exam.part.id);
    const inForce = await api.bank.inForce(exam.about.questionHash, 'key', exam.session.id);
    for (const { run } of [second, third]) {
      await expect(apply(run.id, asker)).rejects.toMatchObject({ code: 'SCORE_RUN_SAME_PERSON' });
      await expect(apply(run.id)).rejects.toMatchObject({ code: 'SCORE_RUN_STALE' });
      expect((await rescoring.view(run.id)).run.state).toBe('stale');
      expect(await api.db.manager.countBy(Approval, { subjectId: run.id })).toBe(0);
      await expect(apply(run.id)).rejects.toMatchObject({ code: 'SCORE_RUN_CLOSED' });
    }
    expect(await api.bank.inForce(exam.about.questionHash, 'key', exam.session.id)).toBe(inForce);
    expect((await scoreAt(entry.id, exam.part.id)).id).toBe(credited.id);
    expect(await faultsOf(entry)).toEqual([]);
    const trail = await api.db.manager.findOneByOrFail(AuditEvent, {
      subjectId: third.run.id,
      action: 'score-run.outdated',
    });
    expect(trail).toMatchObject({ actorId: approver.id, detail: { stale: [entry.id] } });
    const anew = await ask({ kind: 'key', ...exam.about, keyHash });
    expect((await apply(anew.run.id)).run.state).toBe('applied');
    expect(await scoreAt(entry.id, exam.part.id)).toMatchObject({ rawNum: '13', rawDen: '20' });
  });

  it('is stale where a sum has come to count that it does not speak of', async () => {
    const exam = await anExam();
    const { entry, assessors } = await exam.aCase({ rightAnswers: 26, marks: null });
    const { run, lines } = await ask({ kind: 'credit', ...exam.about });
    expect(lineOf(lines, entry, 'composite')).toBeUndefined();
    await reviewedPortfolio(api, exam.session, entry, assessors, marksFor60);
    await expect(apply(run.id)).rejects.toMatchObject({ code: 'SCORE_RUN_STALE' });
    expect(await namingAnother(exam.session.id, exam.about.questionHash)).toBe(0);
    expect((await apply((await ask({ kind: 'credit', ...exam.about })).run.id)).run.state).toBe('applied');
  });

  it('names what is in the bank, or is refused with what is not', async () => {
    const exam = await anExam();
    const { questionHash } = exam.about;
    const { contentHash } = await api.db.manager.findOneByOrFail(SessionPart, {
      examSessionId: exam.session.id,
      kind: 'lab',
    });
    const { plan: pinnedHash } = await api.bank.lab(contentHash);
    const [scope, none] = [exam.session.id, 'f'.repeat(64)];
    const changes: [ScoreChange, string][] = [
      [{ kind: 'credit', questionHash: none, scope }, 'questionHash'],
      [{ kind: 'key', questionHash: none, keyHash: none, scope }, 'questionHash'],
      [{ kind: 'key', questionHash, keyHash: none, scope }, 'keyHash'],
      [{ kind: 'plan', pinnedHash: none, planHash: pinnedHash, scope }, 'pinnedHash'],
      [{ kind: 'plan', pinnedHash, planHash: none, scope }, 'planHash'],
    ];
    for (const [change, path] of changes) {
      const refusal = { code: 'SCORE_CHANGE_UNKNOWN', errors: [{ path, message: none }] };
      await expect(ask(change)).rejects.toMatchObject(refusal);
    }
  });

  it('can be dropped before it is approved, and never after', async () => {
    const exam = await anExam();
    await exam.aCase({ rightAnswers: 5, skillsCents: null, marks: null });
    const [one, two] = [
      await ask({ kind: 'credit', ...exam.about }),
      await ask({ kind: 'credit', ...exam.about }),
    ];
    await rescoring.drop(one.run.id, asker.id);
    await expect(apply(one.run.id)).rejects.toMatchObject({ code: 'SCORE_RUN_CLOSED' });
    await apply(two.run.id);
    await expect(rescoring.drop(two.run.id, asker.id)).rejects.toMatchObject({ code: 'SCORE_RUN_CLOSED' });
  });

  it('is taken up where it broke off', async () => {
    const exam = await anExam();
    const options = { rightAnswers: 20, skillsCents: null, marks: null };
    const [one, two] = [await exam.aCase(options), await exam.aCase(options)];
    const { run } = await ask({ kind: 'credit', ...exam.about });
    const last = [one, two].map(({ entry }) => entry.id).sort()[1]!;
    await api.db.query(
      `CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken off'; END $$`,
    );
    await api.db.query(
      `CREATE TRIGGER break_off BEFORE INSERT ON score FOR EACH ROW WHEN (NEW.entry_id = '${last}')
       EXECUTE FUNCTION break_off()`,
    );
    await expect(apply(run.id)).rejects.toThrow('broken off');
    await api.db.query('DROP TRIGGER break_off ON score');
    await expect(apply(run.id, asker)).rejects.toMatchObject({ code: 'SCORE_RUN_SAME_PERSON' });
    expect((await rescoring.view(run.id)).run.state).toBe('approved');
    expect(await namingAnother(exam.session.id, exam.about.questionHash)).toBe(1);
    expect((await apply(run.id)).run.state).toBe('applied');
    expect(await namingAnother(exam.session.id, exam.about.questionHash)).toBe(0);
    expect(await api.db.manager.countBy(Approval, { subjectId: run.id })).toBe(1);
  });

  it('waits until another that was approved has reached its end, however near they come', async () => {
    const exam = await anExam();
    const cases = [20, 26, 32].map((rightAnswers) => exam.aCase({ rightAnswers }));
    const entries = (await Promise.all(cases)).map(({ entry }) => entry);
    const drop = {
      kind: 'drop',
      ...exam.aboutOther,
      conversionStands: 'The cuts are as they were.',
    } as const;
    const [credited, dropped] = [await ask({ kind: 'credit', ...exam.about }), await ask(drop)];
    await Promise.allSettled([apply(credited.run.id), apply(dropped.run.id)]);
    for (const entry of entries) expect(await faultsOf(entry)).toEqual([]);
    const states = await Promise.all(
      [credited, dropped].map(async ({ run }) => (await rescoring.view(run.id)).run.state),
    );
    expect(states).toContain('applied');
    expect(states).not.toContain('approved');
    // Whichever came second was refused, and never half applied: planned anew, it goes through.
    const left = states[0] === 'applied' ? drop : ({ kind: 'credit', ...exam.about } as const);
    expect((await apply((await ask(left)).run.id)).run.state).toBe('applied');
    for (const entry of entries) expect(await faultsOf(entry)).toEqual([]);
  });

  it('is not approved while another broke off, and neither is lost', async () => {
    const exam = await anExam();
    const { entry } = await exam.aCase({ rightAnswers: 26 });
    const { run } = await ask({ kind: 'credit', ...exam.about });
    const other = await ask({ kind: 'credit', ...exam.aboutOther });
    const repair = await breakOff(run.id);
    await expect(apply(run.id)).rejects.toThrow('broken off');
    await repair();
    await expect(apply(other.run.id)).rejects.toMatchObject({
      code: 'SCORE_RUN_UNDER_WAY',
      errors: [{ path: 'runId', message: run.id }],
    });
    expect((await rescoring.view(other.run.id)).run.state).toBe('planned');
    expect((await apply(run.id)).run.state).toBe('applied');
    await expect(apply(other.run.id)).rejects.toMatchObject({ code: 'SCORE_RUN_STALE' });
    const anew = await ask({ kind: 'credit', ...exam.aboutOther });
    expect((await apply(anew.run.id)).run.state).toBe('applied');
    expect(await faultsOf(entry)).toEqual([]);
  });

  it('takes in what came to count between its approval and its end', async () => {
    const exam = await anExam();
    const { entry, assessors } = await exam.aCase({ rightAnswers: 26, marks: null });
    const { run } = await ask({ kind: 'credit', ...exam.about });
    const repair = await breakOff(run.id);
    await expect(apply(run.id)).rejects.toThrow('broken off');
    await repair();
    await reviewedPortfolio(api, exam.session, entry, assessors, marksFor60);
    const applied = await apply(run.id);
    expect(applied.run.state).toBe('applied');
    expect(lineOf(applied.lines, entry, 'composite')).toBeDefined();
    expect(await namingAnother(exam.session.id, exam.about.questionHash)).toBe(0);
    expect(await faultsOf(entry)).toEqual([]);
  });

  it('leaves a score that no longer counts as it is, and names the entry', async () => {
    const exam = await anExam();
    const [one, other] = [await exam.aCase({ rightAnswers: 26 }), await exam.aCase({ rightAnswers: 26 })];
    const { run } = await ask({ kind: 'credit', ...exam.about });
    const repair = await breakOff(run.id);
    await expect(apply(run.id)).rejects.toThrow('broken off');
    await repair();
    const practice = exam.session.parts.find(({ kind }) => kind === 'portfolio')!.id;
    await api.db.query(`DELETE FROM entry_score WHERE entry_id = $1 AND place = ANY ($2)`, [
      one.entry.id,
      [practice, 'practice', 'composite'],
    ]);
    await expect(apply(run.id)).rejects.toMatchObject({
      code: 'SCORE_RUN_INCOMPLETE',
      errors: [{ path: 'entryId', message: one.entry.id }],
    });
    expect((await rescoring.view(run.id)).run.state).toBe('stale');
    expect(await faultsOf(other.entry)).toEqual([]);
    expect((await apply((await ask({ kind: 'credit', ...exam.about })).run.id)).run.state).toBe('applied');
    expect(await namingAnother(exam.session.id, exam.about.questionHash)).toBe(0);
  });

  it('is approved by nobody who asked for it, by the door itself either', async () => {
    const exam = await anExam();
    await exam.aCase({ rightAnswers: 26, skillsCents: null, marks: null });
    const { run } = await ask({ kind: 'credit', ...exam.about });
    const mistaken = { ...run, askedBy: approver.id };
    const alone = api.db.transaction((manager) =>
      approveRun(manager, api.bank, mistaken, { id: asker.id, reason: 'I agree with myself.' }),
    );
    await expect(alone).rejects.toMatchObject({ code: 'SCORE_RUN_CLOSED' });
    expect((await rescoring.view(run.id)).run.state).toBe('planned');
  });

  it('lets nobody be scored by what it replaces while it comes into force', async () => {
    const exam = await anExam();
    await exam.aCase({ rightAnswers: 20, skillsCents: null, marks: null });
    const { run } = await ask({ kind: 'credit', ...exam.about });
    const ids: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      const entry = await enrol(api.db, await aPerson(api.db), exam.session);
      const sitting = {
        entryId: entry.id,
        sessionPartId: exam.part.id,
        number: 1,
        formId: exam.form.id,
        seed: 1,
        layout: [],
        state: 'submitted' as const,
        startedAt: new Date(),
        deadlineAt: new Date(),
        submittedAt: new Date(),
        submitCause: 'candidate' as const,
      };
      ids.push((await api.db.manager.save(api.db.manager.create(Attempt, sitting))).id);
    }
    const some = ids.slice(0, 4).map((id) => api.work.finish(id));
    await Promise.all([...some, apply(run.id), ...ids.slice(4).map((id) => api.work.finish(id))]);
    expect(await namingAnother(exam.session.id, exam.about.questionHash)).toBe(0);
  });

  it('waits for whoever is scoring, and keeps whoever begins from scoring meanwhile', async () => {
    const exam = await anExam();
    const { entry } = await exam.aCase({ rightAnswers: 20, skillsCents: null, marks: null });
    const { run } = await ask({ kind: 'credit', ...exam.about });
    const stateNow = async () => (await rescoring.view(run.id)).run.state;
    const applying: Promise<unknown>[] = [];
    await api.db.transaction(async (manager) => {
      await lockForScoring(manager, entry.id);
      applying.push(apply(run.id));
      await untilBlocked(api.db);
      expect(await stateNow()).toBe('planned');
    });
    await Promise.all(applying);
    expect(await stateNow()).toBe('applied');
  });

  it('leaves nothing to confirm of what was proposed on the records before, be they worth as much', async () => {
    const exam = await anExam(1);
    const { entry } = await exam.aCase({ rightAnswers: 32 });
    const propose = async () =>
      (await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201)).body as DecisionView;
    const before = await propose();
    await apply((await ask({ kind: 'credit', ...exam.about })).run.id);
    expect(await compositeOf(entry)).toBe('765000');
    const answer = { reason: 'I see it too.' };
    const refused = await second.post(`/api/decisions/${before.id}/confirm`, answer).expect(409);
    expect(refused.body.code).toBe('DECISION_CHANGED');
    await second.post(`/api/decisions/${before.id}/reject`, answer).expect(204);
    const { id } = await propose();
    await second.post(`/api/decisions/${id}/confirm`, answer).expect(201);
    const { id: scoreId } = await scoreAt(entry.id, exam.part.id);
    expect(await api.db.manager.countBy(DecisionScore, { decisionId: id, scoreId })).toBe(1);
  });

  it('follows a score to where it was carried over', async () => {
    const exam = await anExam();
    const { entry, candidate } = await exam.aCase({ rightAnswers: 32 });
    await decide({ entry });
    const later = await openSession(api);
    const next = await enrol(api.db, candidate, later, 'higher');
    const { id: fromScoreId } = await scoreAt(entry.id, 'knowledge');
    const carry = { entryId: next.id, fromScoreId, actorId: candidate.id };
    const scores = api.app.get(Scores);
    await api.db.transaction((manager) => scores.carryDimension(manager, carry));
    const planned = await ask({ kind: 'credit', ...exam.about });
    expect(lineOf(planned.lines, next, 'knowledge')).toMatchObject({ valueBefore: 8_000, valueAfter: 8_250 });
    expect((await apply(planned.run.id)).run.state).toBe('applied');
    expect(await scoreAt(next.id, 'knowledge')).toMatchObject({
      reportedCents: 8_250,
      carriedFromId: (await scoreAt(entry.id, 'knowledge')).id,
      runId: planned.run.id,
    });
  });
});

it('says nothing to change where nothing names the question', async () => {
  const exam = await anExam();
  await expect(ask({ kind: 'credit', ...exam.about })).rejects.toMatchObject({ code: 'SCORE_CHANGE_EMPTY' });
  const entry = await enrol(api.db, await aPerson(api.db), exam.session);
  await satExam(api, exam.session, entry, 1);
  expect(await api.db.manager.countBy(Response, {})).toBeGreaterThan(0);
  expect((await ask({ kind: 'credit', ...exam.about })).lines).toHaveLength(2);
});
