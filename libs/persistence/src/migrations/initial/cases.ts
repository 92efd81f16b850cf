import { decisionLifecycle } from '@ennead/contracts';
import { entryStateNow } from '../../lifecycle/entry-state.ts';
import { stateList } from '../../lifecycle/state-column.ts';

/** The record that counts at a place of an entry; one row or none. */
const scoreAt = (place: string) => `(
  SELECT jsonb_build_object('id', score.id, 'cents', score.reported_cents, 'num', score.raw_num::text,
    'den', score.raw_den::text, 'cause', run.cause, 'carriedFromId', score.carried_from_id, 'satAt', score.sat_at,
    'at', score.at)
  FROM entry_score pointer JOIN score ON score.id = pointer.score_id JOIN score_run run ON run.id = score.run_id
  WHERE pointer.entry_id = entry.id AND pointer.place = ${place})`;

const scores = `jsonb_build_object('knowledge', ${scoreAt(`'knowledge'`)}, 'skills', ${scoreAt(`'skills'`)},
  'practice', ${scoreAt(`'practice'`)}, 'composite', ${scoreAt(`'composite'`)})`;

/** The newest attempt, lab session or portfolio of an entry at one part of its session; one row or none. */
const newest = (table: string, columns: string, order: string) => `(
  SELECT jsonb_build_object(${columns}) FROM ${table} own
  WHERE own.entry_id = entry.id AND own.session_part_id = part.id ORDER BY ${order} LIMIT 1)`;

const attempt = newest(
  'attempt',
  `'id', own.id, 'number', own.number, 'formId', own.form_id, 'state', own.state, 'startedAt', own.started_at,
   'deadlineAt', own.deadline_at, 'submittedAt', own.submitted_at, 'submitCause', own.submit_cause,
   'scoredAt', own.scored_at`,
  'own.number DESC',
);

const lab = newest(
  'lab_session',
  `'id', own.id, 'number', own.number, 'labVersion', own.lab_version, 'labHash', own.lab_hash, 'state', own.state,
   'snapshotId', own.snapshot_id, 'startedAt', own.started_at, 'deadlineAt', own.deadline_at,
   'handedInAt', own.handed_in_at, 'handInCause', own.hand_in_cause, 'gradedAt', own.graded_at,
   'verdictId', coalesce((SELECT score.verdict_id FROM entry_score pointer JOIN score ON score.id = pointer.score_id
     JOIN verdict ON verdict.id = score.verdict_id AND verdict.lab_session_id = own.id
     WHERE pointer.entry_id = own.entry_id AND pointer.place = own.session_part_id::text),
     (SELECT verdict.id FROM verdict WHERE verdict.lab_session_id = own.id
      ORDER BY verdict.graded_at DESC, verdict.id LIMIT 1))`,
  'own.number DESC',
);

const portfolio = newest(
  'portfolio',
  `'id', own.id, 'state', own.state, 'experience', own.experience, 'submittedAt', own.submitted_at,
   'scoredAt', own.scored_at,
   'version', (SELECT jsonb_build_object('id', version.id, 'number', version.number, 'sha256', version.sha256,
     'submittedAt', version.submitted_at) FROM portfolio_version version WHERE version.portfolio_id = own.id
     ORDER BY version.number DESC LIMIT 1),
   'reviews', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', review.id, 'versionId', review.portfolio_version_id,
     'reviewerId', review.reviewer_id, 'kind', review.kind, 'state', review.state)
     ORDER BY review.assigned_at, review.id), '[]') FROM review JOIN portfolio_version any_version
     ON any_version.id = review.portfolio_version_id WHERE any_version.portfolio_id = own.id AND review.ended_at IS NULL)`,
  'own.id',
);

const parts = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', part.id, 'position', part.position, 'dimension', part.dimension,
    'kind', part.kind, 'contentId', part.content_id, 'contentHash', part.content_hash, 'weight', part.weight,
    'durationSec', part.duration_sec, 'grantedSec', extract(epoch FROM granted_time(entry.id, part.id))::int,
    'closesAt', coalesce(part.closes_at, session.closes_at),
    'isClosed', coalesce(part.closes_at, session.closes_at) <= clock(),
    'itemCount', (SELECT (SELECT count(*) FROM form_item WHERE form_item.form_id = form.id) FROM form
      WHERE form.session_part_id = part.id ORDER BY form.drawn_at, form.id LIMIT 1),
    'attempt', ${attempt}, 'lab', ${lab}, 'portfolio', ${portfolio},
    'score', ${scoreAt('part.id::text')}) ORDER BY part.position), '[]')
  FROM session_part part WHERE part.exam_session_id = entry.exam_session_id)`;

const agreed = `approval.subject_kind = 'decision' AND approval.subject_id = decision.id AND approval.answer = 'agree'`;

const decisionIn = (state: string) => `(
  SELECT jsonb_build_object('id', decision.id, 'state', decision.state, 'outcome', decision.outcome,
    'grade', decision.grade, 'reason', decision.reason, 'experience', decision.experience, 'basis', decision.basis,
    'schemeHash', decision.scheme_hash, 'decidedAt', coalesce(decision.effective_at, decision.made_at),
    'supersedesId', decision.supersedes_id,
    'withdrawnGrade', CASE WHEN decision.outcome = 'withdraw' THEN (SELECT granted.grade FROM decision granted
      WHERE granted.id = decision.supersedes_id) END,
    'certifierId', decision.certifier_id, 'certifierName', certifier.name,
    'confirmedBy', (SELECT second.name FROM approval JOIN person second ON second.id = approval.answered_by
      WHERE ${agreed} LIMIT 1),
    'confirmReason', (SELECT approval.reason FROM approval WHERE ${agreed} LIMIT 1))
  FROM decision JOIN person certifier ON certifier.id = decision.certifier_id
  WHERE decision.entry_id = entry.id AND decision.state = ${state} LIMIT 1)`;

/**
 * The decisions that the standing grant follows, as far as a withdrawal lies between: what was issued by them belongs to
 * the grade that was taken back, never to the one that is granted now. By what follows what, not by when it was.
 */
const takenBack = `WITH RECURSIVE line AS (
  SELECT standing.id, standing.supersedes_id, false AS is_taken_back FROM decision standing
  WHERE standing.entry_id = entry.id AND standing.outcome = 'grant'
    AND standing.state = ${stateList(decisionLifecycle, 'effective')}
  UNION ALL
  SELECT earlier.id, earlier.supersedes_id, line.is_taken_back OR earlier.outcome = 'withdraw'
  FROM line JOIN decision earlier ON earlier.id = line.supersedes_id)
  SELECT line.id FROM line WHERE line.is_taken_back`;

const credential = `(
  SELECT jsonb_build_object('id', credential.id, 'number', credential.number, 'state', credential.state,
    'term', credential.term, 'issuedAt', credential.issued_at, 'expiresAt', credential.expires_at,
    'revokedAt', credential.revoked_at, 'revokedReason', credential.revoked_reason,
    'supersededBy', (SELECT next.number FROM credential next WHERE next.follows_id = credential.id LIMIT 1))
  FROM credential JOIN decision ON decision.id = credential.decision_id
  WHERE decision.entry_id = entry.id AND credential.decision_id NOT IN (${takenBack})
  ORDER BY credential.issued_at DESC, credential.id LIMIT 1)`;

/** Every certificate that ever came of the entry, the first one first. */
const certificates = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('number', credential.number, 'state', credential.state,
      'expiresAt', credential.expires_at, 'revokedAt', credential.revoked_at, 'revokedReason', credential.revoked_reason)
    ORDER BY credential.issued_at, credential.id), '[]')
  FROM credential JOIN decision ON decision.id = credential.decision_id WHERE decision.entry_id = entry.id)`;

/** Scores of earlier entries that count in this one; a part of their dimension that is begun gives them up. */
const carried = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('dimension', score.dimension, 'scoreCents', score.reported_cents,
    'satAt', score.sat_at, 'fromEntryId', earlier.id, 'fromNumber', earlier.number) ORDER BY score.dimension), '[]')
  FROM entry_score pointer JOIN score ON score.id = pointer.score_id
  JOIN score source ON source.id = score.carried_from_id JOIN entry earlier ON earlier.id = source.entry_id
  WHERE pointer.entry_id = entry.id)`;

/**
 * One row an entry, with everything that its result hangs on, whatever happens twice: what belongs to it many times
 * comes from a subquery of exactly one row. Lists first take a page of ids from the tables, then read these here.
 */
export const cases = [
  `CREATE VIEW case_view AS
  SELECT entry.id AS "entryId", entry.enrolment_id AS "enrolmentId", enrolment.candidate_id AS "candidateId",
    candidate.name AS "candidateName", candidate.latin_name AS "latinName", enrolment.role, enrolment.level, entry.number, entry.cause, ${entryStateNow} AS state,
    entry.state_reason AS "stateReason", entry.entered_at AS "enteredAt", entry.first_sat_at AS "firstSatAt",
    entry.cohort_id AS "cohortId", cohort.name AS "cohortName",
    cohort.institution_id AS "institutionId", institution.name AS "institutionName",
    jsonb_build_object('id', session.id, 'title', session.title, 'purpose', session.purpose,
      'state', session.state, 'venue', session.venue, 'halls', to_jsonb(session.halls),
      'opensAt', session.opens_at, 'closesAt', session.closes_at, 'schemeHash', session.scheme_hash,
      'schemeId', session.scheme_id, 'schemeVersion', session.scheme_version, 'standardHash', session.standard_hash) AS session,
    ${parts} AS parts, ${scores} AS scores, ${carried} AS carried,
    ${decisionIn(stateList(decisionLifecycle, 'effective'))} AS decision,
    ${decisionIn(stateList(decisionLifecycle, 'proposed'))} AS proposal, ${credential} AS credential, ${certificates} AS certificates,
    clock() AS now
  FROM entry
  JOIN enrolment ON enrolment.id = entry.enrolment_id
  JOIN person candidate ON candidate.id = enrolment.candidate_id
  JOIN exam_session session ON session.id = entry.exam_session_id
  LEFT JOIN cohort ON cohort.id = entry.cohort_id
  LEFT JOIN institution ON institution.id = cohort.institution_id`,
];
