const dimensions = ['knowledge', 'skills', 'practice'] as const;
const figure = (path: string, name: string) => `(level #>> '{${path}}')::int AS ${name}`;

/** What the record that counts for a dimension is reported as; null while there is none. */
const reported = (dimension: string) =>
  `max(score.reported_cents) FILTER (WHERE pointer.place = '${dimension}') AS ${dimension}`;
const ofComposite = (column: string) => `max(score.${column}) FILTER (WHERE pointer.place = 'composite')`;

const isNearFloor = (dimension: string) =>
  `coalesce(abs(own.${dimension} - level.${dimension}_floor) <= level.near_floor, false)`;

/**
 * What a case is worth by the records that count in it, and whether that lies near a line of its session's scheme, so
 * that lists may be chosen and ordered by it without reading cases. The rule of nearness is that of the domain
 * (`findNearBoundaries`); a spec compares them. Composite in ten-thousandths of a point, scores in hundredths.
 */
export const caseScores = [
  // Materialized: the bodies are read once a query, however many cases there are.
  `CREATE VIEW scheme_level AS WITH level AS MATERIALIZED (
    SELECT hash AS scheme_hash, level ->> 'code' AS code,
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
  SELECT entry.id AS entry_id, own.knowledge, own.skills, own.practice, own.composite, own.ready_since,
    ${dimensions.map(isNearFloor).join(' OR ')} OR coalesce((
      SELECT bool_or(abs(own.composite - cut) <= level.near_cut) FROM unnest(level.cuts) cut), false) AS is_near
  FROM entry
  JOIN enrolment ON enrolment.id = entry.enrolment_id
  JOIN exam_session session ON session.id = entry.exam_session_id
  JOIN scheme_level level ON level.scheme_hash = session.scheme_hash AND level.code = enrolment.level
  CROSS JOIN LATERAL (
    SELECT ${dimensions.map(reported).join(', ')}, ${ofComposite('raw_num')}::int AS composite,
      ${ofComposite('at')} AS ready_since
    FROM entry_score pointer JOIN score ON score.id = pointer.score_id
    WHERE pointer.entry_id = entry.id AND pointer.place IN ('composite', ${dimensions.map((each) => `'${each}'`).join(', ')})) own`,
];
