import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DecidedPage,
  DecisionBasis,
  EvidenceView,
  ExamSessionView,
  QueueCounts,
  UndecidedCase,
  UndecidedList,
  UndecidedPage,
} from '@ennead/contracts';
import {
  AuditEvent,
  Credential,
  Decision,
  DecisionScore,
  EntryScore,
  LabSession,
  type Person,
  Verdict,
} from '@ennead/persistence';
import { openSession } from './attempts-harness.ts';
import {
  aCohort,
  aScoredCase,
  grant,
  refuse,
  signAsRunner,
  withScores,
  type CaseOptions,
} from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
let certifier: Client;
let certifierPerson: Person;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  ({ client: certifier, person: certifierPerson } = await logInAs(api, {
    roles: ['certifier'],
    name: 'Wen Shu',
  }));
});
afterAll(() => api?.close());

const as = async ({ email }: Person): Promise<Client> => {
  const client = new Client(api.url);
  await client.logIn(email, PASSWORD);
  return client;
};
const aCase = (options?: CaseOptions) => aScoredCase(api, session, options);
const decide = (client: Client, entryId: string, input: object) =>
  client.post(`/api/entries/${entryId}/decision`, input);
const evidenceOf = async (client: Client, entryId: string) =>
  (await client.get(`/api/entries/${entryId}/evidence`).expect(200)).body as EvidenceView;
const pageOf = async (client: Client, list: UndecidedList, query = '') =>
  (await client.get(`/api/decisions/undecided?list=${list}&size=100${query}`).expect(200))
    .body as UndecidedPage;
const queueOf = async (client: Client) => ({
  clear: (await pageOf(client, 'clear')).rows,
  nearBoundary: (await pageOf(client, 'nearBoundary')).rows,
  blocked: (await pageOf(client, 'blocked')).rows,
});
const countsOf = async (client: Client) =>
  (await client.get('/api/decisions/queue').expect(200)).body as QueueCounts;

describe('the queue', () => {
  it('sorts cases into clear, near a line, and blocked', async () => {
    const clear = await aCase({ rightAnswers: 34 });
    // 54.25 + 17.5 + 3: a quarter of a point under the second grade.
    const near = await aCase({ rightAnswers: 31 });
    const missing = await aCase({ marks: null });
    const queue = await queueOf(certifier);
    const find = (list: readonly UndecidedCase[], id: string) => list.find(({ entryId }) => entryId === id);
    expect(find(queue.clear, clear.entry.id)).toMatchObject({
      candidateName: clear.candidate.name,
      scores: { knowledge: 8_500, skills: 7_000, practice: 6_000 },
      compositeTenThousandths: 800_000,
      grade: 2,
      blocks: [],
    });
    expect(find(queue.nearBoundary, near.entry.id)?.near).toEqual([
      { kind: 'cut', grade: 2, cutCents: 7_500, distanceTenThousandths: -2_500 },
    ]);
    expect(find(queue.blocked, missing.entry.id)).toMatchObject({
      readySince: null,
      blocks: [{ kind: 'missing', dimension: 'practice', state: 'not-started' }],
    });
  });

  it('hides the name from a certifier who assessed the case', async () => {
    const { entry, assessors, candidate } = await aCase();
    const assessor = await as(assessors[0]);
    const blocked = await pageOf(assessor, 'blocked');
    expect(blocked.rows.find(({ entryId }) => entryId === entry.id)).toMatchObject({
      candidateName: null,
      scores: null,
      blocks: [{ kind: 'conflict', conflict: 'assessor' }],
    });
    expect(JSON.stringify(blocked)).not.toContain(candidate.name);
    const sought = await pageOf(assessor, 'blocked', `&q=${encodeURIComponent(candidate.name)}`);
    expect(sought.total).toBe(0);
    await decide(certifier, entry.id, grant).expect(201);
    const path = '/api/decisions/decided?q=';
    const find = (client: Client) => client.get(`${path}${encodeURIComponent(candidate.name)}`).expect(200);
    expect((await find(certifier)).body).toMatchObject({ total: 1, rows: [{ outcome: 'grant' }] });
    expect((await find(assessor)).body).toMatchObject({ total: 0, rows: [] });
  });

  it('puts a case with a conflict among the blocked ones, whatever the conflict is', async () => {
    const { client: own, person } = await logInAs(api, { roles: ['certifier', 'candidate', 'trainer'] });
    const cohort = await aCohort(api, session, [person.id]);
    const mine = await aCase({ candidate: person });
    const trained = await aCase({ cohort });
    const free = await aCase();
    const queue = await queueOf(own);
    const open = [...queue.clear, ...queue.nearBoundary];
    const ids = (rows: readonly UndecidedCase[]) => rows.map(({ entryId }) => entryId);
    expect(ids(queue.blocked)).toEqual(expect.arrayContaining([mine.entry.id, trained.entry.id]));
    expect(ids(open)).toContain(free.entry.id);
    expect(open.filter(({ blocks }) => blocks.length > 0)).toEqual([]);
    expect(queue.blocked.filter(({ blocks }) => blocks.length === 0)).toEqual([]);
    expect(queue.clear.filter(({ near }) => near.length > 0)).toEqual([]);
    expect(queue.nearBoundary.filter(({ near }) => near.length === 0)).toEqual([]);
    expect(await countsOf(own)).toMatchObject({
      clear: queue.clear.length,
      nearBoundary: queue.nearBoundary.length,
      blocked: queue.blocked.length,
    });
  });

  it('is paged, sorted and searched, longest ready first', async () => {
    const tag = `Séance${Date.now()}`;
    const [zhang, li, wang] = [
      await aCase({ name: `张 ${tag}`, rightAnswers: 34 }),
      await aCase({ name: `李 ${tag}`, rightAnswers: 35 }),
      await aCase({ name: `王 ${tag}`, rightAnswers: 33 }),
    ].map(({ entry }) => entry.id);
    const ask = async (query: string) => {
      const page = await pageOf(certifier, 'clear', `&q=${encodeURIComponent(tag.toUpperCase())}${query}`);
      return { ...page, rows: page.rows.map(({ entryId }) => entryId) };
    };
    expect(await ask('')).toEqual({ rows: [zhang, li, wang], total: 3, page: 1, size: 100 });
    expect((await ask('&sort=candidate')).rows).toEqual([li, wang, zhang]);
    expect((await ask('&sort=-composite')).rows).toEqual([li, zhang, wang]);
    const second = `/api/decisions/undecided?list=clear&size=2&page=9&q=${encodeURIComponent(tag)}`;
    expect((await certifier.get(second).expect(200)).body).toMatchObject({
      total: 3,
      page: 2,
      size: 2,
      rows: [{ entryId: wang }],
    });
  });

  it.each(['list=every', 'list=clear&size=101', 'list=clear&page=0', 'list=clear&sort=reason', 'sort=since'])(
    'refuses to be asked for %s',
    async (query) => {
      const { body } = await certifier.get(`/api/decisions/undecided?${query}`).expect(400);
      expect(body.code).toBe('INPUT_INVALID');
    },
  );

  it('lists what is decided by the decision that is in effect', async () => {
    const { entry } = await aCase();
    const { body: granted } = await decide(certifier, entry.id, grant).expect(201);
    const reason = 'The portfolio was found to be another person’s work.';
    const { body: proposed } = await certifier
      .post(`/api/decisions/${granted.id}/withdraw`, { reason })
      .expect(201);
    const { client: second } = await logInAs(api, { roles: ['certifier'] });
    await second.post(`/api/decisions/${proposed.id}/confirm`, { reason }).expect(201);
    const { rows } = (await certifier.get('/api/decisions/decided').expect(200)).body as DecidedPage;
    expect(rows.filter(({ entryId }) => entryId === entry.id)).toMatchObject([
      { outcome: 'withdraw', grade: null },
    ]);
  });

  it('takes an entry of which something was begun', async () => {
    const { entry } = await aCase();
    await api.db.query('UPDATE entry SET first_sat_at = NULL WHERE id = $1', [entry.id]);
    await decide(certifier, entry.id, grant).expect(500);
    expect(await api.db.manager.countBy(Decision, { entryId: entry.id })).toBe(0);
    await api.db.query('UPDATE entry SET first_sat_at = clock() WHERE id = $1', [entry.id]);
    await decide(certifier, entry.id, grant).expect(201);
  });

  it('is the certifier’s alone', async () => {
    for (const roles of [['candidate'], ['assessor'], ['manager'], ['administrator']] as const) {
      const { client } = await logInAs(api, { roles: [...roles] });
      await client.get('/api/decisions/queue').expect(403);
    }
  });
});

describe('the evidence', () => {
  it('follows the way of the data and computes every score again', async () => {
    const { entry, assessors } = await aCase();
    const { evidence, conflicts, decision } = await evidenceOf(certifier, entry.id);
    expect([conflicts, decision]).toEqual([[], null]);
    expect(evidence!.exams[0]).toMatchObject({
      scoreCents: 8_500,
      recomputedCents: 8_500,
      itemCount: 40,
      answeredCount: 34,
    });
    expect(evidence!.exams[0]!.competencies.length).toBeGreaterThan(3);
    expect(evidence!.labs[0]!.verdict).toMatchObject({
      signature: 'verified',
      treeIsHandedIn: true,
      scoreCents: 7_000,
      recomputedCents: 7_000,
    });
    expect(evidence!.portfolios[0]).toMatchObject({
      scoreCents: 6_000,
      recomputedCents: 6_000,
      manifestIntact: true,
    });
    expect(evidence!.portfolios[0]!.reviews.map(({ reviewerName }) => reviewerName).sort()).toEqual(
      assessors.map(({ name }) => name).sort(),
    );
    expect(evidence!.faults).toEqual([]);
    expect(JSON.stringify(evidence!.exams[0])).not.toContain('"key"');
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      'a verdict that was altered',
      `UPDATE verdict SET checks = jsonb_set(checks, '{0,cases,0,passed}', 'false')`,
      'skills',
      ['score', 'verdict-sum', 'signature'],
    ],
    [
      'a file handed in that was altered',
      `UPDATE lab_snapshot SET tree = jsonb_set(tree, '{0,sizeBytes}', '4')`,
      'skills',
      ['other-tree'],
    ],
    [
      'an answer that was altered',
      `UPDATE response SET value = '{"text":"something else"}'`,
      'knowledge',
      ['score'],
    ],
    [
      'marks that were altered',
      `UPDATE review SET marks = jsonb_set(marks, '{working-application,points}', '4')`,
      'practice',
      ['score'],
    ],
    [
      'a portfolio that was altered',
      `UPDATE portfolio_version SET manifest = manifest || '{"number": 7}'`,
      'practice',
      ['manifest'],
    ],
  ])('shows %s, and no grade is granted on it', async (_, tampering, part, because) => {
    const { entry } = await aCase();
    const own: Record<string, string> = {
      skills: `WHERE lab_session_id = (SELECT id FROM lab_session WHERE entry_id = '${entry.id}')`,
      knowledge: `WHERE attempt_id = (SELECT id FROM attempt WHERE entry_id = '${entry.id}')`,
    };
    const version = `(SELECT v.id FROM portfolio_version v JOIN portfolio p ON p.id = v.portfolio_id
      WHERE p.entry_id = '${entry.id}')`;
    const ofPortfolio = tampering.includes('review')
      ? `WHERE portfolio_version_id = ${version}`
      : `WHERE id = ${version}`;
    await api.db.query(`${tampering} ${own[part] ?? ofPortfolio}`);
    const { evidence } = await evidenceOf(certifier, entry.id);
    expect(evidence!.faults.map(({ dimension, because }) => `${dimension} ${because}`)).toEqual(
      because.map((one) => `${part} ${one}`),
    );
    const answer = await decide(certifier, entry.id, grant).expect(409);
    expect(answer.body.code).toBe('EVIDENCE_BROKEN');
  });

  it('computes a verdict again by its plan, and does not take a signature for a sum', async () => {
    const { entry } = await aCase();
    const lab = await api.db.manager.findOneByOrFail(LabSession, { entryId: entry.id });
    const found = await api.db.manager.findOneByOrFail(Verdict, { labSessionId: lab.id });
    const checks = found.checks.map((check) => ({
      ...check,
      cases: check.cases.map(({ id }) => ({ id, passed: false })),
    }));
    const { signature: _old, id, snapshotId: _of, gradedAt, ...facts } = found;
    const altered = { ...facts, checks, gradedAt: gradedAt.toISOString() };
    await api.db.manager.update(Verdict, { id }, { checks, signature: await signAsRunner(altered) });
    const { evidence } = await evidenceOf(certifier, entry.id);
    expect(evidence!.labs[0]!.verdict).toMatchObject({
      signature: 'verified',
      scoreCents: 7_000,
      recomputedCents: 0,
    });
    expect(evidence!.faults.map(({ because }) => because)).toEqual(['score', 'verdict-sum']);
  });
});

describe('conflicts of interest', () => {
  const cases: [string, () => Promise<{ person: Person; entryId: string }>][] = [
    [
      'candidate',
      async () => {
        const person = await aPerson(api.db, { roles: ['candidate', 'certifier'] });
        return { person, entryId: (await aCase({ candidate: person })).entry.id };
      },
    ],
    [
      'trainer',
      async () => {
        const person = await aPerson(api.db, { roles: ['trainer', 'certifier'] });
        const cohort = await aCohort(api, session, [person.id]);
        return { person, entryId: (await aCase({ cohort })).entry.id };
      },
    ],
    [
      'assessor',
      async () => {
        const { entry, assessors } = await aCase();
        return { person: assessors[0], entryId: entry.id };
      },
    ],
    [
      'moderator',
      async () => {
        const { entry, assessors } = await aCase();
        await api.db.query(`UPDATE review SET kind = 'adjudication' WHERE reviewer_id = $1`, [
          assessors[0].id,
        ]);
        return { person: assessors[0], entryId: entry.id };
      },
    ],
  ];

  it.each(cases)('the %s never decides and sees no evidence', async (kind, arrange) => {
    const { person, entryId } = await arrange();
    const client = await as(person);
    const view = await evidenceOf(client, entryId);
    expect(view).toMatchObject({ conflicts: [kind], evidence: null, decision: null });
    for (const input of [grant, refuse]) {
      const answer = await decide(client, entryId, input).expect(403);
      expect(answer.body.code).toBe('DECISION_CONFLICT');
    }
    const trail = await client.get(`/api/entries/${entryId}/trail`).expect(403);
    expect(trail.body.code).toBe('DECISION_CONFLICT');
    expect(await api.db.manager.countBy(Decision, { entryId })).toBe(0);
  });
});

describe('deciding', () => {
  it('grants the composed grade, with credential and trail, all at once', async () => {
    const { entry, candidate } = await aCase({ name: '林悦' });
    const { body } = await decide(certifier, entry.id, grant).expect(201);
    expect(body).toMatchObject({
      outcome: 'grant',
      grade: 2,
      certifierName: 'Wen Shu',
      credential: { status: 'valid' },
    });
    const decision = await api.db.manager.findOneByOrFail(Decision, { entryId: entry.id });
    expect(decision.basis).toMatchObject({
      result: { compositeTenThousandths: 800_000, grade: 2 },
      attemptIds: [expect.any(String)],
      verdictIds: [expect.any(String)],
      reviewIds: [expect.any(String), expect.any(String)],
    });
    const { scoreIds } = decision.basis as DecisionBasis;
    const current = await api.db.manager.findBy(EntryScore, { entryId: entry.id });
    expect(current.map(({ scoreId }) => scoreId).sort()).toEqual([...scoreIds].sort());
    expect(scoreIds).toHaveLength(7);
    const rested = await api.db.manager.findBy(DecisionScore, { decisionId: decision.id });
    expect(rested.map(({ scoreId }) => scoreId).sort()).toEqual([...scoreIds].sort());
    expect(
      await api.db.manager.findOneByOrFail(Credential, { enrolmentId: entry.enrolmentId }),
    ).toMatchObject({
      facts: { personName: candidate.name, grade: 2 },
      decisionId: decision.id,
      issuedBy: certifierPerson.id,
    });
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
      'decision.made',
      'entry.decided',
      'credential.issued',
    ]);
    const decided = (await certifier.get('/api/decisions/decided?size=1').expect(200)).body as DecidedPage;
    expect(decided.rows[0]).toMatchObject({
      entryId: entry.id,
      grade: 2,
      credentialStatus: 'valid',
    });
  });

  it('makes one decision and one credential of two clicks at once', async () => {
    const { entry } = await aCase();
    const answers = await Promise.all([
      decide(certifier, entry.id, grant),
      decide(certifier, entry.id, grant),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('DECISION_MADE');
    expect(await api.db.manager.countBy(Credential, { enrolmentId: entry.enrolmentId })).toBe(1);
    expect(await api.db.manager.countBy(AuditEvent, { entryId: entry.id })).toBe(9);
  });

  it('refuses without a credential, and the candidate reads why', async () => {
    const { entry, candidate } = await aCase({ rightAnswers: 16 });
    const { evidence } = await evidenceOf(certifier, entry.id);
    expect(evidence!.result.reasons[0]).toMatchObject({
      kind: 'under-floor',
      dimension: 'knowledge',
      scoreCents: 4_000,
    });
    const noGrade = await decide(certifier, entry.id, grant).expect(409);
    expect(noGrade.body.code).toBe('DECISION_NO_GRADE');
    const { body } = await decide(certifier, entry.id, { ...refuse, experience: null }).expect(201);
    expect(body).toMatchObject({ outcome: 'refuse', grade: null, credential: null, experience: null });
    const own = await (await as(candidate)).get(`/api/entries/${entry.id}/result`).expect(200);
    expect(own.body).toMatchObject({
      decision: { outcome: 'refuse', reason: refuse.reason },
      credential: null,
    });
  });

  it.each<[string, object, number, string]>([
    ['a reason too short to be one', { ...grant, reason: 'fine' }, 400, 'INPUT_INVALID'],
    ['a grade of one’s own choice', { ...grant, grade: 9 }, 400, 'INPUT_INVALID'],
    [
      'experience not met',
      { ...grant, experience: { ...grant.experience, met: false } },
      409,
      'DECISION_EXPERIENCE_UNMET',
    ],
    ['experience not looked at', { ...grant, experience: null }, 409, 'DECISION_EXPERIENCE_UNMET'],
  ])('does not grant on %s', async (_, input, status, code) => {
    const { entry } = await aCase();
    const answer = await decide(certifier, entry.id, input).expect(status);
    expect(answer.body.code).toBe(code);
    expect(await api.db.manager.countBy(Decision, { entryId: entry.id })).toBe(0);
  });

  it('does not take fewer years than asked for experience met', async () => {
    const entry = await withScores(api, session, 'senior', {
      knowledge: 9_000,
      skills: 9_000,
      practice: 9_000,
    });
    const answer = await decide(certifier, entry.id, grant).expect(400);
    expect(answer.body).toMatchObject({
      code: 'DECISION_EXPERIENCE_SHORT',
      errors: [{ path: 'experience.years' }],
    });
  });

  it('waits for what may still score, and may close a case once the session is over', async () => {
    const { entry } = await aCase({ marks: null });
    for (const input of [grant, refuse]) {
      const answer = await decide(certifier, entry.id, input).expect(409);
      expect(answer.body.code).toBe('DECISION_INCOMPLETE');
    }
    const over = await openSession(api);
    await api.db.query('UPDATE exam_session SET closes_at = now() WHERE id = $1', [over.id]);
    await api.db.query('UPDATE entry SET exam_session_id = $2 WHERE id = $1', [entry.id, over.id]);
    await decide(certifier, entry.id, grant).expect(409);
    await decide(certifier, entry.id, refuse).expect(201);
  });

  it('is the certifier’s alone', async () => {
    const { entry } = await aCase();
    for (const roles of [
      ['candidate'],
      ['assessor'],
      ['moderator'],
      ['manager'],
      ['administrator'],
    ] as const) {
      const { client } = await logInAs(api, { roles: [...roles] });
      await decide(client, entry.id, grant).expect(403);
      await client.get(`/api/entries/${entry.id}/evidence`).expect(403);
    }
  });
});
