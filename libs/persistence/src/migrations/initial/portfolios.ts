import { portfolioLifecycle, ReviewEnd, reviewLifecycle } from '@ennead/contracts';
import { stateColumn, stateList } from '../../lifecycle/state-column.ts';
import { cents, id } from './columns.ts';

const endedFor = ReviewEnd.options;

export const portfolios = [
  `CREATE TABLE portfolio (
    ${id}, entry_id uuid NOT NULL REFERENCES entry, session_part_id uuid NOT NULL REFERENCES session_part,
    ${stateColumn(portfolioLifecycle)},
    experience jsonb, updated_at timestamptz NOT NULL DEFAULT clock(), submitted_at timestamptz, scored_at timestamptz,
    UNIQUE (entry_id, session_part_id),
    CHECK ((scored_at IS NOT NULL) = (state IN (${stateList(portfolioLifecycle, 'scored')}))))`,
  `CREATE TABLE artefact (
    ${id}, portfolio_id uuid NOT NULL REFERENCES portfolio, number int NOT NULL CHECK (number > 0),
    kind text NOT NULL CHECK (kind IN ('file', 'link', 'repository')), title text NOT NULL, url text, file_name text,
    media_type text, size_bytes int, sha256 text, created_at timestamptz NOT NULL DEFAULT clock(),
    UNIQUE (portfolio_id, number), CHECK ((kind = 'file') = (sha256 IS NOT NULL)))`,
  `CREATE INDEX artefact_sha256 ON artefact (sha256)`,
  `CREATE TABLE claim (
    portfolio_id uuid NOT NULL REFERENCES portfolio, competency text NOT NULL, text text NOT NULL,
    artefact_ids uuid[] NOT NULL, updated_at timestamptz NOT NULL DEFAULT clock(),
    PRIMARY KEY (portfolio_id, competency))`,
  `CREATE TABLE portfolio_version (
    ${id}, portfolio_id uuid NOT NULL REFERENCES portfolio, number int NOT NULL, manifest jsonb NOT NULL,
    sha256 text NOT NULL, submitted_at timestamptz NOT NULL DEFAULT clock(), UNIQUE (portfolio_id, number))`,
  `CREATE TABLE review (
    ${id}, portfolio_version_id uuid NOT NULL REFERENCES portfolio_version, reviewer_id uuid NOT NULL REFERENCES person,
    kind text NOT NULL CHECK (kind IN ('review', 'adjudication')),
    ${stateColumn(reviewLifecycle)}, rubric_id text NOT NULL, rubric_hash text NOT NULL REFERENCES content_body,
    marks jsonb NOT NULL DEFAULT '{}', comment text NOT NULL DEFAULT '', ${cents('score_cents')},
    assigned_at timestamptz NOT NULL DEFAULT clock(), submitted_at timestamptz,
    ended_at timestamptz, ended_for text CHECK (ended_for IN (${endedFor.map((each) => `'${each}'`).join(', ')})), ended_reason text,
    CHECK ((ended_at IS NOT NULL) = (state IN (${stateList(reviewLifecycle, 'handed-back', 'set-aside')}))),
    CHECK ((ended_at IS NOT NULL) = (ended_for IS NOT NULL)), CHECK (state <> ${stateList(reviewLifecycle, 'set-aside')} OR submitted_at IS NOT NULL), UNIQUE (portfolio_version_id, reviewer_id))`,
  `CREATE INDEX review_reviewer ON review (reviewer_id, state)`,
];
