import { Refusal } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';
import type { Case } from './case.ts';

const select = `
  SELECT entry.id AS "entryId", entry.candidate_id AS "candidateId", candidate.name AS "candidateName",
    entry.role, entry.level, entry.entered_at AS "enteredAt",
    cohort.name AS "cohortName", coalesce(cohort.trainer_ids, '{}') AS "trainerIds",
    cohort.institution_id AS "institutionId", institution.name AS "institutionName",
    to_jsonb(session) AS session, session.closes_at <= clock() AS "sessionIsOver",
    to_jsonb(attempt) - 'layout' - 'report' AS attempt, to_jsonb(lab) AS lab, verdict.id AS "verdictId",
    to_jsonb(portfolio) AS portfolio, to_jsonb(version) - 'manifest' AS version,
    coalesce(review.all, '[]') AS reviews,
    to_jsonb(decision) AS decision, certifier.name AS "certifierName", to_jsonb(credential) AS credential
  FROM entry
  JOIN person candidate ON candidate.id = entry.candidate_id
  JOIN exam_session session ON session.id = entry.exam_session_id
  LEFT JOIN cohort ON cohort.id = entry.cohort_id
  LEFT JOIN institution ON institution.id = cohort.institution_id
  LEFT JOIN attempt ON attempt.entry_id = entry.id
  LEFT JOIN lab_session lab ON lab.entry_id = entry.id
  LEFT JOIN verdict ON verdict.lab_session_id = lab.id
  LEFT JOIN portfolio ON portfolio.entry_id = entry.id
  LEFT JOIN LATERAL (
    SELECT * FROM portfolio_version WHERE portfolio_id = portfolio.id ORDER BY number DESC LIMIT 1
  ) version ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('id', review.id, 'versionId', review.portfolio_version_id,
      'reviewerId', review.reviewer_id, 'kind', review.kind, 'state', review.state) ORDER BY review.assigned_at, review.id)
      AS all
    FROM review JOIN portfolio_version any_version ON any_version.id = review.portfolio_version_id
    WHERE any_version.portfolio_id = portfolio.id
  ) review ON true
  LEFT JOIN decision ON decision.entry_id = entry.id
  LEFT JOIN person certifier ON certifier.id = decision.certifier_id
  LEFT JOIN credential ON credential.entry_id = entry.id`;

/** @throws Refusal NOT_FOUND when there is no such entry. */
export const findCase = async (manager: EntityManager, entryId: string): Promise<Case> => {
  const [found]: Case[] = await manager.query(`${select} WHERE entry.id = $1`, [entryId]);
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
};

/** Cases that nobody has decided, longest enrolled first. */
export const findUndecidedCases = (manager: EntityManager): Promise<Case[]> =>
  manager.query(`${select} WHERE decision.id IS NULL ORDER BY entry.entered_at, entry.id`);

/** The newest decided cases. */
export const findDecidedCases = (manager: EntityManager, most: number): Promise<Case[]> =>
  manager.query(`${select} WHERE decision.id IS NOT NULL ORDER BY decision.decided_at DESC LIMIT $1`, [most]);
