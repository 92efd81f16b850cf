import { DimensionCode, ScoreCause, ScoreKind, scoreRunLifecycle } from '@ennead/contracts';
import { stateColumn } from '../../lifecycle/state-column.ts';
import { cents, id } from './columns.ts';

const listed = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');
const grade = (column: string) => `${column} int CHECK (${column} BETWEEN 1 AND 9)`;

/** The thing that a record is of, for each kind that has one of its own: there exactly then. */
const subjects = [
  `(kind IN ('response', 'attempt')) = (attempt_id IS NOT NULL)`,
  `(kind = 'response') = (item_id IS NOT NULL)`,
  `(kind = 'verdict') = (verdict_id IS NOT NULL)`,
  `(kind = 'review') = (review_id IS NOT NULL)`,
  `(kind = 'portfolio') = (portfolio_version_id IS NOT NULL)`,
  `(kind = 'dimension') = (dimension IS NOT NULL)`,
  `(kind IN ('dimension', 'composite')) = (session_part_id IS NULL)`,
];

/** What a record has to name by hash, so that it can be computed again after everything else has changed. */
const inputs = [
  `kind IN ('dimension', 'composite') OR work_hash IS NOT NULL`,
  `kind NOT IN ('response', 'verdict') OR num_nonnulls(question_hash, key_hash) = 2`,
  `kind NOT IN ('review', 'portfolio') OR question_hash IS NOT NULL`,
  `kind NOT IN ('dimension', 'composite') OR rule_hash IS NOT NULL`,
  `carried_from_id IS NULL OR kind = 'dimension'`,
];

/** A share in lowest terms; a composite in ten-thousandths of a hundred points, which is never rounded. */
const amounts = [
  `raw_num BETWEEN 0 AND raw_den`,
  `scale(raw_num) = 0 AND scale(raw_den) = 0`,
  `CASE kind WHEN 'composite' THEN raw_den = 1000000 ELSE gcd(raw_num, raw_den) = 1 END`,
  `(kind = 'composite') = (reported_cents IS NULL)`,
];

const checks = [...subjects, ...inputs, ...amounts].map((rule) => `CHECK (${rule})`).join(', ');

/**
 * Scores are only ever added; `entry_score` says which of them counts, never one of another entry or place, and
 * `entry_carry` which were chosen to be carried over.
 */
export const scores = [
  `CREATE TABLE score_run (
    ${id}, cause text NOT NULL CHECK (cause IN (${listed(ScoreCause.options)})), change jsonb,
    ${stateColumn(scoreRunLifecycle)}, reason text, asked_by uuid REFERENCES person,
    made_at timestamptz NOT NULL DEFAULT clock(), applied_at timestamptz,
    CHECK (change IS NULL OR (asked_by IS NOT NULL AND length(trim(reason)) > 0)))`,
  `CREATE TABLE score (
    ${id}, run_id uuid NOT NULL REFERENCES score_run, entry_id uuid NOT NULL REFERENCES entry,
    kind text NOT NULL CHECK (kind IN (${listed(ScoreKind.options)})), session_part_id uuid REFERENCES session_part,
    dimension text CHECK (dimension IN (${listed(DimensionCode.options)})), attempt_id uuid REFERENCES attempt,
    item_id text, verdict_id uuid REFERENCES verdict, review_id uuid REFERENCES review,
    portfolio_version_id uuid REFERENCES portfolio_version,
    place text GENERATED ALWAYS AS (CASE WHEN kind = 'composite' THEN kind WHEN kind = 'dimension' THEN dimension
      WHEN kind IN ('response', 'review') THEN NULL ELSE session_part_id::text END) STORED,
    work_hash text, question_hash text REFERENCES content_body, key_hash text REFERENCES content_body,
    rule_hash text REFERENCES content_body, conversion_hash text REFERENCES content_body,
    input_ids uuid[] NOT NULL DEFAULT '{}', carried_from_id uuid REFERENCES score,
    raw_num numeric NOT NULL, raw_den numeric NOT NULL CHECK (raw_den > 0), ${cents('reported_cents')},
    sat_at timestamptz, detail jsonb NOT NULL DEFAULT '{}', at timestamptz NOT NULL DEFAULT clock(),
    UNIQUE (entry_id, place, id), ${checks})`,
  `CREATE UNIQUE INDEX score_once ON score (run_id, entry_id, kind,
    coalesce(attempt_id, verdict_id, review_id, portfolio_version_id, entry_id), coalesce(item_id, dimension, ''))`,
  `CREATE INDEX score_carried ON score (carried_from_id) WHERE carried_from_id IS NOT NULL`,
  `CREATE TABLE entry_score (
    entry_id uuid NOT NULL, place text NOT NULL, score_id uuid NOT NULL, PRIMARY KEY (entry_id, place),
    FOREIGN KEY (entry_id, place, score_id) REFERENCES score (entry_id, place, id))`,
  `CREATE INDEX entry_score_score ON entry_score (score_id)`,
  `CREATE TABLE entry_carry (
    entry_id uuid NOT NULL REFERENCES entry, dimension text NOT NULL CHECK (dimension IN (${listed(DimensionCode.options)})),
    from_entry_id uuid NOT NULL REFERENCES entry, PRIMARY KEY (entry_id, dimension), CHECK (from_entry_id <> entry_id))`,
  `CREATE TABLE score_run_line (
    run_id uuid NOT NULL REFERENCES score_run, entry_id uuid NOT NULL REFERENCES entry, place text NOT NULL,
    before_id uuid NOT NULL, value_before int NOT NULL, value_after int NOT NULL, ${grade('grade_before')},
    ${grade('grade_after')}, at timestamptz NOT NULL DEFAULT clock(), PRIMARY KEY (run_id, entry_id, place),
    FOREIGN KEY (entry_id, place, before_id) REFERENCES score (entry_id, place, id))`,
  `CREATE TABLE decision_score (
    decision_id uuid NOT NULL REFERENCES decision, score_id uuid NOT NULL REFERENCES score,
    PRIMARY KEY (decision_id, score_id))`,
  `ALTER TABLE in_force ADD COLUMN run_id uuid REFERENCES score_run`,
];
