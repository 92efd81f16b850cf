import type { AttemptState, EndCause, SaveInput } from '@ennead/contracts';
import { inTime } from '@ennead/persistence';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { goesOn } from './end-code.ts';

/**
 * Everything about a save in one statement, so that it is committed, whole, when the answer is there.
 *
 * The update of the attempt is the gate: it takes the row's lock and looks at the row's newest version, so that a
 * submission, an expiry, another writer or an earlier save that got there first is seen. `response_save` takes each
 * sequence number once; what it already has is not applied again.
 */
const applySql = `
  WITH sitting AS (
    UPDATE attempt SET sequence = greatest(sequence, $5::int)
    WHERE id = $1 AND ${goesOn} AND writer = $2 AND sequence >= $4::int - 1
    RETURNING deadline_at
  ), logged AS (
    INSERT INTO response_save (attempt_id, writer, sequence, item_id, value, flagged, saved_at)
    SELECT $1, $2, incoming.sequence, incoming."itemId", incoming.value, incoming.flagged, clock()
    FROM sitting, jsonb_to_recordset($3::jsonb)
      AS incoming(sequence int, "itemId" text, value jsonb, flagged boolean)
    ON CONFLICT (attempt_id, writer, sequence) DO NOTHING
    RETURNING sequence, item_id, value, flagged
  ), saved AS (
    INSERT INTO response (attempt_id, item_id, value, flagged, revision, saved_at)
    SELECT DISTINCT ON (item_id) $1::uuid, item_id, value, flagged, count(*) OVER (PARTITION BY item_id), clock()
    FROM logged ORDER BY item_id, sequence DESC
    ON CONFLICT (attempt_id, item_id) DO UPDATE SET value = EXCLUDED.value, flagged = EXCLUDED.flagged,
      revision = response.revision + EXCLUDED.revision, saved_at = EXCLUDED.saved_at
    RETURNING item_id, revision
  )
  SELECT deadline_at AS "deadlineAt", clock() AS "savedAt", (SELECT count(*)::int FROM logged) AS fresh,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('itemId', item_id, 'revision', revision)), '[]') FROM saved)
      AS revisions
  FROM sitting`;

/** How the attempt stands, and how many of the saves are on record exactly as they came. */
const recallSql = `
  WITH known AS (
    SELECT save.item_id, save.saved_at
    FROM jsonb_to_recordset($3::jsonb) AS incoming(sequence int, "itemId" text, value jsonb, flagged boolean)
    JOIN response_save save ON save.attempt_id = $1 AND save.writer = $2 AND save.sequence = incoming.sequence
      AND save.item_id = incoming."itemId" AND save.value IS NOT DISTINCT FROM incoming.value
      AND save.flagged = incoming.flagged
  )
  SELECT state, submit_cause AS "submitCause", writer, deadline_at AS "deadlineAt", clock() AS now,
    NOT (${inTime}) AS "isOver",
    (SELECT count(*)::int FROM known) AS known, (SELECT max(saved_at) FROM known) AS "savedAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('itemId', item_id, 'revision', revision)), '[]')
      FROM response WHERE attempt_id = $1 AND item_id IN (SELECT item_id FROM known)) AS revisions
  FROM attempt WHERE id = $1`;

type Revisions = { itemId: string; revision: number }[];
type Applied = { deadlineAt: Date; savedAt: Date; fresh: number; revisions: Revisions };
export type Recalled = {
  state: AttemptState;
  submitCause: EndCause | null;
  writer: number;
  deadlineAt: Date;
  now: Date;
  isOver: boolean;
  known: number;
  savedAt: Date | null;
  revisions: Revisions;
};

/** The pool itself, because only it takes named statements, which PostgreSQL parses and plans once a connection. */
const poolOf = (db: DataSource): Pool => (db.driver as unknown as { master: Pool }).master;

/** @returns null where the gate refused; `recallSaves` then says why. */
export const applySaves = async (
  db: DataSource,
  attemptId: string,
  writer: number,
  saves: readonly SaveInput[],
): Promise<Applied | null> => {
  const first = saves[0]!.sequence;
  const { rows } = await poolOf(db).query<Applied>({
    name: 'apply-saves',
    text: applySql,
    values: [attemptId, writer, JSON.stringify(saves), first, first + saves.length - 1],
  });
  return rows[0] ?? null;
};

export const recallSaves = async (
  db: DataSource,
  attemptId: string,
  writer: number,
  saves: readonly SaveInput[],
): Promise<Recalled> => {
  const { rows } = await poolOf(db).query<Recalled>({
    name: 'recall-saves',
    text: recallSql,
    values: [attemptId, writer, JSON.stringify(saves)],
  });
  return rows[0]!;
};
