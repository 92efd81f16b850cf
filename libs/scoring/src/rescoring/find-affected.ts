import type { DimensionCode } from '@ennead/contracts';
import type { Score } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { ResolvedChange } from './resolve-change.ts';

/** The parts of an entry whose records name what no longer holds. */
export type AffectedParts = { readonly entryId: string; readonly partIds: readonly string[] };

/** A dimension that was carried over from a record which no longer counts; `sourceId` is the one that does. */
export type AffectedCarry = {
  readonly entryId: string;
  readonly dimension: DimensionCode;
  readonly sourceId: string;
};

/** In SQL: whether what holds in an entry's session is what the change is about, and not something of its own. */
const inScope = `($3 = entry.exam_session_id::text OR ($3 = 'all' AND NOT EXISTS (
  SELECT FROM in_force own WHERE own.of_hash = $1 AND own.kind = $4 AND own.scope = entry.exam_session_id::text)))`;

const byKey = `
  SELECT entry.id AS "entryId", array_agg(DISTINCT score.session_part_id::text) AS "partIds"
  FROM form_item item JOIN attempt ON attempt.form_id = item.form_id JOIN entry ON entry.id = attempt.entry_id
  JOIN entry_score pointer ON pointer.entry_id = entry.id AND pointer.place = attempt.session_part_id::text
  JOIN score ON score.id = pointer.score_id AND score.attempt_id = attempt.id
  WHERE item.question_hash = $1 AND ${inScope} AND NOT EXISTS (SELECT FROM score answer
    WHERE answer.id = ANY (score.input_ids) AND answer.question_hash = $1 AND answer.key_hash = $2)
  GROUP BY entry.id ORDER BY 1`;

const byPlan = `
  SELECT entry.id AS "entryId", array_agg(score.session_part_id::text) AS "partIds"
  FROM session_part part JOIN entry ON entry.exam_session_id = part.exam_session_id
  JOIN entry_score pointer ON pointer.entry_id = entry.id AND pointer.place = part.id::text
  JOIN score ON score.id = pointer.score_id AND score.kind = 'verdict'
  WHERE part.kind = 'lab' AND score.question_hash = $1 AND score.key_hash <> $2 AND ${inScope}
  GROUP BY entry.id ORDER BY 1`;

/** Everything scored by something else than what the change brings into force, wherever it holds. */
export const findAffected = (
  manager: EntityManager,
  { kind, ofHash, hash, scope }: ResolvedChange,
): Promise<AffectedParts[]> => manager.query(kind === 'key' ? byKey : byPlan, [ofHash, hash, scope, kind]);

/** Entries that carry over a dimension by this record. */
export const findCarriers = async (manager: EntityManager, scoreId: string): Promise<string[]> => {
  const rows: { entryId: string }[] = await manager.query(
    `SELECT pointer.entry_id AS "entryId" FROM score carried JOIN entry_score pointer ON pointer.score_id = carried.id
     WHERE carried.carried_from_id = $1 ORDER BY 1`,
    [scoreId],
  );
  return rows.map(({ entryId }) => entryId);
};

/**
 * What still carries over a record in whose place a run of this change, or one before it of the same, has put another one.
 */
export const findOutdatedCarries = (
  manager: EntityManager,
  { kind, ofHash, scope }: Pick<ResolvedChange, 'kind' | 'ofHash' | 'scope'>,
): Promise<AffectedCarry[]> =>
  manager.query(
    `SELECT pointer.entry_id AS "entryId", carried.dimension, latest.id AS "sourceId"
     FROM score latest
     JOIN entry_score now ON now.score_id = latest.id
     JOIN score source ON source.entry_id = latest.entry_id AND source.place = latest.place AND source.id <> latest.id
     JOIN score carried ON carried.carried_from_id = source.id
     JOIN entry_score pointer ON pointer.score_id = carried.id
     JOIN score_run run ON run.id = latest.run_id
     WHERE latest.kind = 'dimension'
       AND run.change -> 'holding' @> jsonb_build_object('kind', $1::text, 'ofHash', $2::text, 'scope', $3::text)
     ORDER BY 1, 2`,
    [kind, ofHash, scope],
  );

/** Whether an entry still carries over a dimension from where this record counts, by whichever other record of it. */
export const carriesFrom = async (
  manager: EntityManager,
  { entryId, dimension }: Pick<AffectedCarry, 'entryId' | 'dimension'>,
  source: Pick<Score, 'id' | 'entryId'>,
): Promise<boolean> => {
  const found: object[] = await manager.query(
    `SELECT FROM entry_score pointer JOIN score carried ON carried.id = pointer.score_id
     JOIN score source ON source.id = carried.carried_from_id
     WHERE pointer.entry_id = $1 AND pointer.place = $2 AND source.entry_id = $3 AND source.id <> $4`,
    [entryId, dimension, source.entryId, source.id],
  );
  return found.length > 0;
};
