import type { ExamSessionView } from '@ennead/contracts';
import { type ContentBank, ExamSession } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** In SQL: hundredths of a point as a share in lowest terms. */
const shareOf = (cents: string) =>
  `${cents} / gcd(${cents}, 10000) AS raw_num, 10000 / gcd(${cents}, 10000) AS raw_den, ${cents} AS reported_cents`;

const columns = `run_id, entry_id, kind, session_part_id, attempt_id, item_id, verdict_id, review_id,
  portfolio_version_id, dimension, work_hash, question_hash, key_hash, rule_hash, input_ids, sat_at, detail,
  raw_num, raw_den, reported_cents`;

/** In SQL, in the order of `columns`: what a record is of, and what it names; all else is null or empty. */
const record = (kind: string, of: Readonly<Record<string, string>>, raw: string) =>
  `seed_run.run_id, own.entry_id, '${kind}', ${[
    'session_part_id',
    'attempt_id',
    'item_id',
    'verdict_id',
    'review_id',
    'portfolio_version_id',
    'dimension',
    'work_hash',
    'question_hash',
    'key_hash',
    'rule_hash',
  ]
    .map((column) => of[column] ?? 'NULL')
    .join(
      ', ',
    )}, ${of['input_ids'] ?? `'{}'::uuid[]`}, ${of['sat_at'] ?? 'NULL'}, ${of['detail'] ?? `'{}'`}, ${raw}`;

/**
 * The score records of everything that is scored in a session, as the server would have written them: one an answer,
 * one a part, and what follows for dimensions and composite; one run an entry.
 */
export const seedScores = async (
  manager: EntityManager,
  bank: ContentBank,
  session: ExamSessionView,
): Promise<void> => {
  await manager.query(
    `CREATE TEMP TABLE seed_run ON COMMIT DROP AS SELECT id AS entry_id, gen_random_uuid() AS run_id
     FROM entry WHERE exam_session_id = $1`,
    [session.id],
  );
  await manager.query(
    `INSERT INTO score_run (id, cause, state, applied_at) SELECT run_id, 'first', 'applied', clock() FROM seed_run`,
  );
  await addAnswers(manager);
  await addVerdicts(manager);
  await addPortfolios(manager);
  await addWholes(manager, bank, session);
  await manager.query(
    `INSERT INTO entry_score (entry_id, place, score_id)
     SELECT entry_id, place, id FROM score JOIN seed_run USING (run_id, entry_id) WHERE place IS NOT NULL`,
  );
  await manager.query('DROP TABLE seed_run');
};

/** Each answer right or wrong; the sitting is worth the share of those that are right. */
const addAnswers = async (manager: EntityManager): Promise<void> => {
  const answer = {
    session_part_id: 'own.session_part_id',
    attempt_id: 'own.id',
    item_id: 'item.item_id',
    work_hash: `repeat('d', 64)`,
    question_hash: 'item.question_hash',
    key_hash: 'held.hash',
    detail: `'{"competency":"a-competency","outcome":"right","weight":1}'`,
  };
  await manager.query(
    `INSERT INTO score (${columns})
     SELECT ${record('response', answer, `earned, 1, earned * 10000`)}
     FROM attempt own JOIN seed_run USING (entry_id) JOIN form_item item ON item.form_id = own.form_id
     JOIN in_force held ON held.of_hash = item.question_hash AND held.kind = 'key' AND held.scope = 'all'
     CROSS JOIN LATERAL (SELECT (random() < 0.4 + (own.seed % 60) / 100.0)::int AS earned) answer`,
  );
  const sitting = {
    session_part_id: 'own.session_part_id',
    attempt_id: 'own.id',
    work_hash: `repeat('e', 64)`,
    input_ids: 'answers.ids',
    sat_at: 'own.started_at',
    detail: `jsonb_build_object('formId', own.form_id)`,
  };
  await manager.query(
    `INSERT INTO score (${columns})
     SELECT ${record('attempt', sitting, shareOf('answers.cents'))}
     FROM attempt own JOIN seed_run USING (entry_id) JOIN (
       SELECT attempt_id, array_agg(id ORDER BY item_id) AS ids, (10000 * sum(raw_num) / count(*))::int AS cents
       FROM score WHERE kind = 'response' GROUP BY attempt_id) answers ON answers.attempt_id = own.id`,
  );
};

const addVerdicts = async (manager: EntityManager): Promise<void> => {
  const graded = {
    session_part_id: 'own.session_part_id',
    verdict_id: 'verdict.id',
    work_hash: 'verdict.tree_hash',
    question_hash: 'verdict.plan_hash',
    key_hash: 'verdict.plan_hash',
    sat_at: 'own.started_at',
  };
  await manager.query(
    `INSERT INTO score (${columns})
     SELECT ${record('verdict', graded, shareOf('verdict.score_cents'))}
     FROM lab_session own JOIN seed_run USING (entry_id) JOIN verdict ON verdict.lab_session_id = own.id`,
  );
};

/** Two reviews that agree, and the portfolio by them. */
const addPortfolios = async (manager: EntityManager): Promise<void> => {
  const review = {
    session_part_id: 'own.session_part_id',
    review_id: 'review.id',
    work_hash: 'version.sha256',
    question_hash: 'review.rubric_hash',
  };
  const submitted = `portfolio own JOIN seed_run USING (entry_id)
    JOIN portfolio_version version ON version.portfolio_id = own.id
    JOIN review ON review.portfolio_version_id = version.id AND review.submitted_at IS NOT NULL`;
  await manager.query(
    `INSERT INTO score (${columns}) SELECT ${record('review', review, shareOf('review.score_cents'))} FROM ${submitted}`,
  );
  const whole = {
    session_part_id: 'own.session_part_id',
    portfolio_version_id: 'version.id',
    work_hash: 'version.sha256',
    question_hash: 'min(review.rubric_hash)',
    input_ids: 'array_agg(marked.id)',
    sat_at: 'version.submitted_at',
    detail: `'{"by":"agreement"}'`,
  };
  await manager.query(
    `INSERT INTO score (${columns})
     SELECT ${record('portfolio', whole, shareOf('min(review.score_cents)'))}
     FROM ${submitted} JOIN score marked ON marked.review_id = review.id
     GROUP BY seed_run.run_id, own.entry_id, own.session_part_id, version.id`,
  );
};

/** One part a dimension, so that its record is the part's once more; and the composite where all three are there. */
const addWholes = async (
  manager: EntityManager,
  bank: ContentBank,
  session: ExamSessionView,
): Promise<void> => {
  const { schemeHash } = await manager.findOneByOrFail(ExamSession, { id: session.id });
  const { levels } = await bank.scheme(schemeHash);
  const { knowledge, skills, practice } = levels.find(({ code }) => code === session.level)!.weights;
  const rule = { rule_hash: `'${schemeHash}'` };
  const dimension = {
    ...rule,
    dimension: 'part.dimension',
    input_ids: 'ARRAY[own.id]',
    sat_at: 'own.sat_at',
  };
  await manager.query(
    `INSERT INTO score (${columns})
     SELECT ${record('dimension', dimension, 'own.raw_num, own.raw_den, own.reported_cents')}
     FROM score own JOIN seed_run USING (run_id) JOIN session_part part ON part.id = own.session_part_id
     WHERE own.place IS NOT NULL`,
  );
  const sum = `sum(own.reported_cents * CASE own.dimension WHEN 'knowledge' THEN ${knowledge}
    WHEN 'skills' THEN ${skills} ELSE ${practice} END)`;
  await manager.query(
    `INSERT INTO score (${columns})
     SELECT ${record('composite', { ...rule, input_ids: 'array_agg(own.id)' }, `${sum}, 1000000, NULL`)}
     FROM score own JOIN seed_run USING (run_id) WHERE own.kind = 'dimension'
     GROUP BY seed_run.run_id, own.entry_id HAVING count(*) = 3`,
  );
};
