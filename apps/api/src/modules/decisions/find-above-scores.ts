import type { AboveScoresQuery, DimensionScores, LevelCode } from '@ennead/contracts';
import { composeResult, isLowered } from '@ennead/domain';
import { credentialHeld, grantInEffect } from '@ennead/persistence';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { hasWords, orderOf, readPage, type PageOfIds } from '../../infrastructure/read-page.ts';
import type { Schemes } from '../results/schemes.ts';
import { decidedWords, inEffect, isSeen, name, near, type Onlooking } from './find-queue.ts';

type Rescored = {
  readonly entryId: string;
  readonly granted: number;
  readonly schemeHash: string;
  readonly level: LevelCode;
  /** Those that count; null where none does. */
  readonly scores: Partial<DimensionScores> | null;
};

/**
 * The entries whose granted grade is above the one that their scores come to now. A grade rests on its composite, which
 * names all that is below it: only where another composite counts than when it was granted is there anything to compose,
 * and that is done by the rule that grants.
 */
export const findAboveScores = async (manager: EntityManager, schemes: Schemes): Promise<string[]> => {
  const above: string[] = [];
  for (const { entryId, granted, schemeHash, level, scores } of await findRescored(manager)) {
    const rules = await schemes.rulesOf({ session: { schemeHash }, level });
    const { grade } = composeResult(rules.scheme, rules.level, { ...noScores, ...scores });
    if (isLowered({ granted }, grade)) above.push(entryId);
  }
  return above;
};

/** That a grade is held, by whichever decision of the entry its certificate came: deciding the same again makes no other. */
const isHeld = sql`EXISTS (SELECT FROM credential JOIN decision issuing ON issuing.id = credential.decision_id
    WHERE issuing.entry_id = decision.entry_id AND ${raw(credentialHeld)})`;

/**
 * Grants that are held, on cases where another composite counts, or none does. A grade whose certificate was superseded or
 * has ended, or that never had one beside a better, is on record only, and taking it back would help nobody. Materialized:
 * they are few, and the planner, which cannot know, would read the scores of everybody.
 */
const findRescored = async (manager: EntityManager): Promise<Rescored[]> => {
  const { text, values } = sql`WITH rescored AS MATERIALIZED (
      SELECT decision.entry_id, decision.grade FROM decision
      LEFT JOIN entry_score pointer ON pointer.entry_id = decision.entry_id AND pointer.place = 'composite'
      LEFT JOIN decision_score basis ON basis.decision_id = decision.id AND basis.score_id = pointer.score_id
      WHERE ${raw(grantInEffect)} AND basis.score_id IS NULL AND ${isHeld})
    SELECT entry.id AS "entryId", rescored.grade AS granted, session.scheme_hash AS "schemeHash", enrolment.level, (
      SELECT jsonb_object_agg(pointer.place, score.reported_cents)
      FROM entry_score pointer JOIN score ON score.id = pointer.score_id
      WHERE pointer.entry_id = entry.id AND pointer.place IN ('knowledge', 'skills', 'practice')) AS scores
    FROM rescored JOIN entry ON entry.id = rescored.entry_id
    JOIN enrolment ON enrolment.id = entry.enrolment_id
    JOIN exam_session session ON session.id = entry.exam_session_id`;
  return manager.query(text, values);
};

const noScores: DimensionScores = { knowledge: null, skills: null, practice: null };

/** One page of these entries, those first whose scores changed longest ago, unless asked otherwise. */
export const pageAboveScores = (
  manager: EntityManager,
  onlooking: Onlooking,
  entryIds: readonly string[],
  { q, sort, ...place }: AboveScoresQuery,
): Promise<PageOfIds> =>
  readPage(
    manager,
    {
      having: near(onlooking),
      fitting: sql`SELECT entry.id, composite.at AS changed_at, decision.grade, certifier.name AS certifier,
          CASE WHEN ${isSeen} THEN candidate.name END AS name
        FROM decision JOIN entry ON entry.id = decision.entry_id
        JOIN enrolment ON enrolment.id = entry.enrolment_id
        JOIN person candidate ON candidate.id = enrolment.candidate_id
        JOIN person certifier ON certifier.id = decision.certifier_id
        JOIN exam_session session ON session.id = entry.exam_session_id
        LEFT JOIN entry_score pointer ON pointer.entry_id = entry.id AND pointer.place = 'composite'
        LEFT JOIN score composite ON composite.id = pointer.score_id
        LEFT JOIN near ON near.entry_id = entry.id
        WHERE ${inEffect} AND entry.id = ANY (${entryIds}::uuid[]) AND ${hasWords(decidedWords, q)}`,
      order: orderOf(
        {
          candidate: name,
          grade: sql`grade`,
          certifier: sql`certifier COLLATE person_name`,
          changedAt: sql`changed_at`,
        },
        sort,
        sql`changed_at`,
      ),
    },
    place,
  );
