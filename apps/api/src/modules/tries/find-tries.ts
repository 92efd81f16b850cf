import { credentialLifecycle, type Certification, type DecisionOutcome } from '@ennead/contracts';
import type { Entry, EntryDecision } from '@ennead/domain';
import { decisionInEffect, entryStateNow, stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

type Row = Omit<Entry, 'firstSatAt' | 'sessionClosesAt' | 'decision'> & {
  key: string;
  firstSatAt: Date | null;
  sessionClosesAt: Date;
  outcome: DecisionOutcome | null;
  notifiedAt: Date | null;
  credentialGrade: number | null;
  expiresAt: Date | null;
};

/** Every entry of these enrolments as the rules of tries look at them, with those of the same person by other accounts, by enrolment. */
export const findTries = (
  manager: EntityManager,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Entry[]>> =>
  findAsked(
    manager,
    'SELECT id::text AS key, candidate_id AS person_id, role, level FROM enrolment WHERE id = ANY ($1::uuid[])',
    [enrolmentIds],
  );

/** The same of people, for one role and level, by person; whether or not they are enrolled for it by this account. */
export const findTriesOf = (
  manager: EntityManager,
  personIds: readonly string[],
  { role, level }: Certification,
): Promise<ReadonlyMap<string, readonly Entry[]>> =>
  findAsked(
    manager,
    'SELECT id::text AS key, id AS person_id, $2::text AS role, $3::text AS level FROM unnest($1::uuid[]) id',
    [personIds, role, level],
  );

/** The same of one person, by role and level as `cellOf` names them. */
export const findTriesByCell = (
  manager: EntityManager,
  personId: string,
): Promise<ReadonlyMap<string, readonly Entry[]>> =>
  findAsked(
    manager,
    `SELECT DISTINCT enrolment.role || ' ' || enrolment.level AS key, $1::uuid AS person_id, enrolment.role, enrolment.level
     FROM candidacy JOIN enrolment ON enrolment.id = candidacy.enrolment_id WHERE candidacy.person_id = $1`,
    [personId],
  );

export const cellOf = ({ role, level }: Certification): string => `${role} ${level}`;

/** @param asked a query of people with a role and level, each by a key */
const findAsked = async (
  manager: EntityManager,
  asked: string,
  parameters: readonly unknown[],
): Promise<ReadonlyMap<string, readonly Entry[]>> => {
  const rows: Row[] = await manager.query(
    `SELECT asked.key, enrolment.candidate_id <> asked.person_id AS "isElsewhere", entry.number, entry.cause, ${entryStateNow} AS state,
       entry.first_sat_at AS "firstSatAt", session.closes_at AS "sessionClosesAt", decision.outcome,
       decision.notified_at AS "notifiedAt",
       (credential.facts->>'grade')::int AS "credentialGrade", credential.expires_at AS "expiresAt"
     FROM (${asked}) asked
     JOIN candidacy ON candidacy.person_id = asked.person_id
     JOIN enrolment ON enrolment.id = candidacy.enrolment_id AND enrolment.role = asked.role AND enrolment.level = asked.level
     JOIN entry ON entry.enrolment_id = enrolment.id JOIN exam_session session ON session.id = entry.exam_session_id
     LEFT JOIN decision ON decision.entry_id = entry.id
       AND ${decisionInEffect}
     LEFT JOIN LATERAL (
       SELECT credential.* FROM credential JOIN decision of_entry ON of_entry.id = credential.decision_id
       WHERE of_entry.entry_id = entry.id AND credential.state = ${stateList(credentialLifecycle, 'issued')}
       ORDER BY credential.issued_at DESC, credential.id LIMIT 1) credential ON true
     ORDER BY entry.number, entry.entered_at`,
    [...parameters],
  );
  const byKey = new Map<string, Entry[]>();
  for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), toTry(row)]);
  return byKey;
};

const toTry = (row: Row): Entry => ({
  number: row.number,
  cause: row.cause,
  state: row.state,
  firstSatAt: row.firstSatAt?.toISOString() ?? null,
  sessionClosesAt: row.sessionClosesAt.toISOString(),
  decision: row.outcome && decisionOf(row.outcome, row),
  isElsewhere: row.isElsewhere,
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
