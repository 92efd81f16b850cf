import type { TrailFact } from '@ennead/domain';

/** A timestamp as it is hashed: to the microsecond, which a Date would cut off. */
export const asInstant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of `event`, a row of `audit_event`, as they are hashed. */
export const trailFact = `
  event.id::text, ${asInstant('event.at')} AS at, event.actor_id AS "actorId", event.action,
  event.subject_kind AS "subjectKind", event.subject_id AS "subjectId", event.entry_id AS "entryId",
  event.detail, event.salt`;

export type StoredFact = TrailFact & {
  readonly detail: Record<string, unknown>;
  readonly salt: string | null;
};

/** As many rows as one seal covers at most. One that covers fewer took everything that was there. */
export const mostInSeal = 1_000;
