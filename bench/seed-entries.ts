import type { ExamSessionView } from '@ennead/contracts';
import { composeResult } from '@ennead/domain';
import { ContentBank, ExamSession, Form, SessionPart } from '@ennead/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { seedScores } from './seed-scores.ts';

export type Seed = {
  readonly enrolments: number;
  /** How many of the second tries came by the cohort. */
  readonly members: number;
  readonly institutionId: string;
  /** Of the first tries, which are all decided, and of the second ones, which are all open. */
  readonly sessions: readonly [ExamSessionView, ExamSessionView];
  readonly certifierId: string;
  readonly passwordHash: string;
};

/**
 * Candidates with two tries each, made in the database by its owner with everything that hangs on a try. The first is
 * scored and decided, half of them with a credential. Of the second, half are scored, a quarter wait for their
 * reviews, and the rest are somewhere on the way.
 *
 * @returns the cohort's id
 */
export const seedEntries = (db: DataSource, seed: Seed): Promise<string> =>
  db.transaction(async (manager) => {
    await manager.query('SELECT setseed(0.5)');
    await seedPeople(manager, seed);
    const cohortId = await seedTries(manager, seed);
    for (const at of [0, 1] as const) {
      await seedWork(manager, new ContentBank(db), seed.sessions[at], at + 1);
      await seedScores(manager, new ContentBank(db), seed.sessions[at]);
    }
    await seedDecisions(manager, new ContentBank(db), seed);
    return cohortId;
  });

/** After seeding: what the server does by itself within minutes. */
export const analyse = (db: DataSource): Promise<unknown> => db.query('VACUUM ANALYZE');

const assessors = 60;

const seedPeople = async (
  manager: EntityManager,
  { enrolments, institutionId, passwordHash }: Seed,
): Promise<void> => {
  await manager.query(
    `CREATE TEMP TABLE seed ON COMMIT DROP AS SELECT n, gen_random_uuid() AS person_id, gen_random_uuid() AS enrolment_id,
       gen_random_uuid() AS first_id, gen_random_uuid() AS second_id,
       substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张', 1 + (random() * 23)::int, 1)
         || substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂', 1 + (random() * 21)::int, 1)
         || CASE WHEN n % 3 = 0 THEN '' ELSE substr('一丁三文宇子家佳思雨', 1 + (random() * 9)::int, 1) END AS name
     FROM generate_series(1, $1::int) n`,
    [enrolments],
  );
  await manager.query(
    `INSERT INTO person (id, email, name, locale, password_hash, roles, institution_id, created_at, email_confirmed_at)
     SELECT person_id, 'candidate-' || n || '@bench.example', name, 'zh-CN', CASE WHEN n % 10 > 0 THEN $1 END,
       '{candidate}', $2, clock() - n * interval '1 minute', CASE WHEN n % 10 > 0 THEN clock() END FROM seed`,
    [passwordHash, institutionId],
  );
  await manager.query(
    `INSERT INTO person (email, name, locale, password_hash, roles)
     SELECT 'assessor-' || n || '@bench.example', '评审' || n, 'zh-CN', $1, '{assessor,certifier}'
     FROM generate_series(1, $2::int) n`,
    [passwordHash, assessors],
  );
};

const seedTries = async (
  manager: EntityManager,
  { members, institutionId, sessions: [first, second], certifierId }: Seed,
): Promise<string> => {
  const [cohort] = (await manager.query(
    `INSERT INTO cohort (institution_id, name, exam_session_id, created_by) VALUES ($1, '大班', $2, $3) RETURNING id`,
    [institutionId, second.id, certifierId],
  )) as [{ id: string }];
  await manager.query(
    `INSERT INTO enrolment (id, candidate_id, role, level, state) SELECT enrolment_id, person_id, $1, $2, 'active' FROM seed`,
    [first.role, first.level],
  );
  await manager.query(
    `INSERT INTO entry (id, enrolment_id, exam_session_id, cohort_id, number, cause, state, entered_at, first_sat_at)
     SELECT first_id, enrolment_id, $1::uuid, NULL::uuid, 1, 'first', 'decided', clock() - interval '200 days', clock() - interval '190 days' FROM seed
     UNION ALL SELECT second_id, enrolment_id, $2::uuid, CASE WHEN n <= $3 THEN $4::uuid END, 2, 'retake', 'entered',
       clock() - n * interval '1 minute', clock() - interval '5 days' FROM seed`,
    [first.id, second.id, members, cohort.id],
  );
  return cohort.id;
};

const partOf = ({ parts }: ExamSessionView, kind: string) => parts.find((part) => part.kind === kind)!.id;

/** Exam, lab and portfolio of each entry of a session, as far as it has come; of the first tries all. */
const seedWork = async (
  manager: EntityManager,
  bank: ContentBank,
  session: ExamSessionView,
  number: number,
): Promise<void> => {
  const own = `(SELECT *, ${number === 1 ? 'first_id' : 'second_id'} AS entry_id,
    CASE WHEN ${number} = 1 OR n % 20 < 10 THEN 4 WHEN n % 20 < 15 THEN 3 WHEN n % 20 < 17 THEN 2 WHEN n % 20 < 19 THEN 1 ELSE 0 END
      AS reached, clock() - n * interval '1 minute' AS at FROM seed)`;
  const form = await manager.findOneByOrFail(Form, { sessionPartId: partOf(session, 'form') });
  await manager.query(
    `INSERT INTO attempt (entry_id, session_part_id, form_id, seed, layout, state, started_at, deadline_at, submitted_at,
       submit_cause, scored_at)
     SELECT entry_id, $1, $2, n, body.layout, 'scored', at, at, at, 'candidate', at
     FROM ${own} seed CROSS JOIN (
       SELECT jsonb_agg(jsonb_build_object('itemId', 'an-item-of-some-topic-' || i, 'optionOrder', '["C","A","D","B"]'::jsonb)) AS layout
       FROM generate_series(1, 40) i) body WHERE reached >= 1`,
    [partOf(session, 'form'), form.id],
  );
  const lab = await manager.findOneByOrFail(SessionPart, { id: partOf(session, 'lab') });
  const { plan } = await bank.lab(lab.contentHash);
  const labOf = `(SELECT lab_session.* FROM lab_session WHERE session_part_id = $1)`;
  await manager.query(
    `INSERT INTO lab_session (entry_id, session_part_id, lab_id, lab_version, lab_hash, state, started_at, deadline_at,
       handed_in_at, hand_in_cause, snapshot_id, graded_at, scored_at)
     SELECT entry_id, $1, $2, 1, $3, 'graded', at, at, at, 'candidate', gen_random_uuid(), at, at
     FROM ${own} seed WHERE reached >= 2`,
    [lab.id, lab.contentId, lab.contentHash],
  );
  await manager.query(
    `INSERT INTO lab_snapshot (id, lab_session_id, sequence, cause, tree_hash, tree)
     SELECT snapshot_id, id, 1, 'hand-in', repeat('a', 64), (SELECT jsonb_agg(jsonb_build_object('path', 'src/file-' || i,
       'sha256', repeat('b', 64), 'sizeBytes', 100, 'executable', false)) FROM generate_series(1, 12) i) FROM ${labOf} lab`,
    [lab.id],
  );
  await manager.query(
    `INSERT INTO verdict (lab_session_id, snapshot_id, tree_hash, plan_hash, secrets_hash, fence, checks, score_cents, signature, graded_at)
     SELECT id, snapshot_id, repeat('a', 64), $2, $3, 1, (SELECT jsonb_agg(jsonb_build_object('task', 'task-' || i, 'cases',
       '[{"id":"a","passed":true},{"id":"b","passed":false}]'::jsonb)) FROM generate_series(1, 6) i), 4000 + (random() * 5900)::int, repeat('s', 88), graded_at
     FROM ${labOf} lab`,
    [lab.id, plan, await bank.inForce(plan, 'secrets')],
  );
  const rubric = await manager.findOneByOrFail(SessionPart, { id: partOf(session, 'portfolio') });
  await manager.query(
    `INSERT INTO portfolio (entry_id, session_part_id, state, experience, updated_at, submitted_at, scored_at)
     SELECT entry_id, $1, CASE reached WHEN 4 THEN 'scored' ELSE 'in-review' END, '{"years":2,"text":"两年工作经历。"}', at, at,
       CASE reached WHEN 4 THEN at END
     FROM ${own} seed WHERE reached >= 3`,
    [rubric.id],
  );
  await manager.query(
    `INSERT INTO portfolio_version (portfolio_id, number, manifest, sha256, submitted_at)
     SELECT id, 1, jsonb_build_object('claims', (SELECT jsonb_agg(jsonb_build_object('competency', 'a-competency-' || i, 'text', repeat('陈述', 80)))
       FROM generate_series(1, 5) i)), repeat('c', 64), submitted_at FROM portfolio WHERE session_part_id = $1`,
    [rubric.id],
  );
  await manager.query(
    `INSERT INTO review (portfolio_version_id, reviewer_id, kind, state, rubric_id, rubric_hash, marks, comment, score_cents, submitted_at)
     SELECT version.id, reviewer.id, 'review', CASE portfolio.state WHEN 'scored' THEN 'submitted' ELSE 'assigned' END, $2, $3,
       '{"delivery":{"points":3},"reasoning":{"points":2}}', '', CASE portfolio.state WHEN 'scored' THEN 4000 + seed.n * 7919 % 5901 END, portfolio.scored_at
     FROM portfolio JOIN portfolio_version version ON version.portfolio_id = portfolio.id
     JOIN entry ON entry.id = portfolio.entry_id JOIN seed ON seed.enrolment_id = entry.enrolment_id
     JOIN (SELECT id, row_number() OVER (ORDER BY email) AS at FROM person WHERE roles @> '{assessor}') reviewer
       ON reviewer.at IN (1 + seed.n % ${assessors}, 1 + (seed.n + 7) % ${assessors})
     WHERE portfolio.session_part_id = $1`,
    [rubric.id, rubric.contentId, rubric.contentHash],
  );
};

/**
 * A decision on each first try, two in three with a grade and a credential; of one in ten another composite counts now
 * than the decision rests on.
 */
const seedDecisions = async (
  manager: EntityManager,
  bank: ContentBank,
  { sessions: [session], certifierId }: Seed,
): Promise<void> => {
  const { schemeHash } = await manager.findOneByOrFail(ExamSession, { id: session.id });
  const scheme = await bank.scheme(schemeHash);
  const level = scheme.levels.find(({ code }) => code === session.level)!;
  const scores = { knowledge: 7_000, skills: 7_000, practice: 7_000 };
  const basis = {
    schemeHash,
    result: composeResult({ id: scheme.id, version: scheme.version }, level, scores),
    ...Object.fromEntries(
      [
        'attemptIds',
        'labSessionIds',
        'verdictIds',
        'portfolioVersionIds',
        'reviewIds',
        'carried',
        'scoreIds',
      ].map((key) => [key, []]),
    ),
  };
  await manager.query(
    `INSERT INTO decision (entry_id, certifier_id, state, outcome, grade, reason, experience, basis, scheme_hash, made_at, effective_at, notified_at)
     SELECT first_id, $1, 'effective', CASE WHEN n % 3 > 0 THEN 'grant' ELSE 'refuse' END, CASE WHEN n % 3 > 0 THEN $2::int END,
       '三项成绩与证据一致。', '{"met":true,"years":2,"note":""}', $3, $4, at, at, at
     FROM seed CROSS JOIN LATERAL (SELECT clock() - interval '100 days' - n * interval '1 minute' AS at) time`,
    [certifierId, level.cuts[0]!.grade, JSON.stringify(basis), schemeHash],
  );
  await manager.query(
    `INSERT INTO decision_score (decision_id, score_id)
     SELECT decision.id, pointer.score_id FROM seed JOIN decision ON decision.entry_id = seed.first_id
     JOIN entry_score pointer ON pointer.entry_id = seed.first_id WHERE pointer.place <> 'composite' OR n % 10 > 0`,
  );
  const facts = {
    roleCode: session.role,
    roleName: session.title,
    level: session.level,
    levelName: level.name,
    grade: level.cuts[0]!.grade,
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    schemeTitle: scheme.title,
  };
  await manager.query(
    `INSERT INTO credential (number, enrolment_id, decision_id, state, facts, issued_by)
     SELECT 'BENCH-' || n, enrolment_id, decision.id, 'issued', $1::jsonb || jsonb_build_object('personName', name), $2
     FROM decision JOIN seed ON seed.first_id = decision.entry_id WHERE decision.outcome = 'grant'`,
    [JSON.stringify(facts), certifierId],
  );
};
