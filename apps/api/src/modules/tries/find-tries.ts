import { credentialLifecycle, type DecisionOutcome } from '@ennead/contracts';
import type { Entry, EntryDecision } from '@ennead/domain';
import { decisionInEffect, entryStateNow, stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

type Row = Omit<Entry, 'firstSatAt' | 'sessionClosesAt' | 'decision'> & {
  enrolmentId: string;
  firstSatAt: Date | null;
  sessionClosesAt: Date;
  outcome: DecisionOutcome | null;
  notifiedAt: Date | null;
  credentialGrade: number | null;
  expiresAt: Date | null;
};

/** Every entry of these enrolments as the rules of tries look at them, by enrolment. */
export const findTries = async (
  manager: EntityManager,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Entry[]>> => {
  const rows: Row[] = await manager.query(
    `SELECT entry.enrolment_id AS "enrolmentId", entry.number, entry.cause, ${entryStateNow} AS state,
       entry.first_sat_at AS "firstSatAt", session.closes_at AS "sessionClosesAt", decision.outcome,
       decision.notified_at AS "notifiedAt",
       (credential.facts->>'grade')::int AS "credentialGrade", credential.expires_at AS "expiresAt"
     FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
     LEFT JOIN decision ON decision.entry_id = entry.id
       AND ${decisionInEffect}
     LEFT JOIN LATERAL (
       SELECT credential.* FROM credential JOIN decision of_entry ON of_entry.id = credential.decision_id
       WHERE of_entry.entry_id = entry.id AND credential.state = ${stateList(credentialLifecycle, 'issued')}
       ORDER BY credential.issued_at DESC, credential.id LIMIT 1) credential ON true
     WHERE entry.enrolment_id = ANY ($1::uuid[]) ORDER BY entry.number`,
    [enrolmentIds],
  );
  const byEnrolment = new Map<string, Entry[]>();
  for (const row of rows)
    byEnrolment.set(row.enrolmentId, [...(byEnrolment.get(row.enrolmentId) ?? []), toTry(row)]);
  return byEnrolment;
};

const toTry = (row: Row): Entry => ({
  number: row.number,
  cause: row.cause,
  state: row.state,
  firstSatAt: row.firstSatAt?.toISOString() ?? null,
  sessionClosesAt: row.sessionClosesAt.toISOString(),
  decision: row.outcome && decisionOf(row.outcome, row),
});

/**
 * A grade is held through its credential: one that was revoked or superseded is held no longer, and of a grade that was
 * no better than the one held before none came.
 */
const decisionOf = (
  outcome: DecisionOutcome,
  { notifiedAt, credentialGrade, expiresAt }: Row,
): EntryDecision => ({
  outcome,
  grade: credentialGrade,
  notifiedAt: notifiedAt?.toISOString() ?? null,
  expiresAt: expiresAt?.toISOString() ?? null,
});
