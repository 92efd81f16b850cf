/** Score and time of the newest attempt or lab session, or of the portfolio, of an entry at a part: one row or none. */
const own = (kind: string, table: string, scoredAt: string, newest: string) => `(
  SELECT score_cents, ${scoredAt} AS scored_at FROM ${table}
  WHERE part.kind = '${kind}' AND entry_id = entry.id AND session_part_id = part.id ${newest})`;
const newest = 'ORDER BY number DESC LIMIT 1';

/** What was carried over counts as it stood, as long as it is not given up. */
const carried = (dimension: string) => `(
  SELECT score_cents FROM carry_over
  WHERE carry_over.entry_id = entry.id AND dimension = '${dimension}' AND given_up_at IS NULL)`;

/** What was carried over, else the weighted mean of a dimension's parts, rounded half up once; null while one of them has no score. */
const mean = (dimension: string) => {
  const these = `FILTER (WHERE part.dimension = '${dimension}')`;
  return `coalesce(${carried(dimension)}, CASE WHEN count(*) ${these} = count(own.score_cents) ${these} THEN
    (2 * sum(part.weight * own.score_cents) ${these} + sum(part.weight) ${these}) / (2 * sum(part.weight) ${these})
    END)::int AS ${dimension}`;
};

const dimensions = ['knowledge', 'skills', 'practice'] as const;
const figure = (path: string, name: string) => `(level #>> '{${path}}')::int AS ${name}`;
const isNearFloor = (dimension: string) =>
  `coalesce(abs(mean.${dimension} - level.${dimension}_floor) <= level.near_floor, false)`;

/**
 * What a case is worth by its session's scheme, so that lists may be chosen and ordered by it without reading cases.
 * The rules are those of the domain (`composeResult`, `findNearBoundaries`) and are compared with them by a spec.
 * Composite in ten-thousandths of a point, scores in hundredths.
 */
export const caseScores = [
  // Materialized: the bodies are read once a query, however many cases there are.
  `CREATE VIEW scheme_level AS WITH level AS MATERIALIZED (
    SELECT hash AS scheme_hash, level ->> 'code' AS code,
      ${dimensions.map((each) => figure(`weights,${each}`, `${each}_weight`)).join(', ')},
      ${dimensions.map((each) => figure(`floorCents,${each}`, `${each}_floor`)).join(', ')},
      ARRAY(SELECT (cut ->> 'compositeCents')::int * 100 FROM jsonb_array_elements(level -> 'cuts') cut) AS cuts,
      (scheme #>> '{rules,boundary,compositeCents}')::int * 100 AS near_cut,
      (scheme #>> '{rules,boundary,floorCents}')::int AS near_floor
    FROM content_body JOIN body_common USING (hash)
    CROSS JOIN LATERAL (SELECT convert_from(bytes, 'UTF8')::jsonb AS scheme) body
    CROSS JOIN LATERAL jsonb_array_elements(scheme -> 'levels') level
    WHERE kind = 'scheme')
  SELECT * FROM level`,
  `CREATE VIEW case_score AS
  SELECT entry.id AS entry_id, mean.knowledge, mean.skills, mean.practice, whole.composite,
    CASE WHEN whole.composite IS NOT NULL THEN mean.scored_at END AS ready_since,
    ${dimensions.map(isNearFloor).join(' OR ')} OR coalesce((
      SELECT bool_or(abs(whole.composite - cut) <= level.near_cut) FROM unnest(level.cuts) cut), false) AS is_near
  FROM entry
  JOIN enrolment ON enrolment.id = entry.enrolment_id
  JOIN exam_session session ON session.id = entry.exam_session_id
  JOIN scheme_level level ON level.scheme_hash = session.scheme_hash AND level.code = enrolment.level
  CROSS JOIN LATERAL (
    SELECT ${dimensions.map(mean).join(', ')}, max(own.scored_at) AS scored_at
    FROM session_part part LEFT JOIN LATERAL (
      ${own('form', 'attempt', 'scored_at', newest)} UNION ALL
      ${own('lab', 'lab_session', 'graded_at', newest)} UNION ALL
      ${own('portfolio', 'portfolio', 'scored_at', '')}) own ON true
    WHERE part.exam_session_id = entry.exam_session_id) mean
  CROSS JOIN LATERAL (
    SELECT ${dimensions.map((each) => `level.${each}_weight * mean.${each}`).join(' + ')} AS composite) whole`,
];
