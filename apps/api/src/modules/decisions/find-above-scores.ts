import type { AboveScoresQuery, DimensionScores, LevelCode } from '@ennead/contracts';
import { composeResult, isLowered } from '@ennead/domain';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { hasWords, orderOf, readPage, type PageOfIds } from '../../infrastructure/read-page.ts';
import type { Schemes } from '../results/schemes.ts';
import { decidedWords, effective, marked, name } from './find-queue.ts';

type Rescored = {
  readonly entryId: string;
  readonly granted: number;
  readonly schemeHash: string;
  readonly level: LevelCode;
  readonly scores: DimensionScores;
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
    const { grade } = composeResult(rules.scheme, rules.level, scores);
    if (isLowered({ granted }, grade)) above.push(entryId);
  }
  return above;
};

const findRescored = async (manager: EntityManager): Promise<Rescored[]> => {
  const { text, values } = sql`SELECT entry.id AS "entryId", decision.grade AS granted,
      session.scheme_hash AS "schemeHash", enrolment.level, jsonb_build_object('knowledge', score.knowledge,
        'skills', score.skills, 'practice', score.practice) AS scores
    FROM decision JOIN entry ON entry.id = decision.entry_id
    JOIN enrolment ON enrolment.id = entry.enrolment_id
    JOIN exam_session session ON session.id = entry.exam_session_id
    JOIN case_score score ON score.entry_id = entry.id
    WHERE decision.state = ${effective} AND decision.outcome = 'grant' AND NOT EXISTS (
      SELECT FROM entry_score pointer JOIN decision_score basis ON basis.score_id = pointer.score_id
      WHERE pointer.entry_id = decision.entry_id AND pointer.place = 'composite' AND basis.decision_id = decision.id)`;
  return manager.query(text, values);
};

/** One page of these entries, those first whose scores changed longest ago, unless asked otherwise. */
export const pageAboveScores = (
  manager: EntityManager,
  certifierId: string,
  entryIds: readonly string[],
  { q, sort, ...place }: AboveScoresQuery,
): Promise<PageOfIds> =>
  readPage(
    manager,
    {
      having: marked(certifierId),
      fitting: sql`SELECT entry.id, score.ready_since, decision.grade, certifier.name AS certifier,
          CASE WHEN marked.entry_id IS NULL THEN candidate.name END AS name
        FROM decision JOIN entry ON entry.id = decision.entry_id
        JOIN case_score score ON score.entry_id = entry.id
        JOIN enrolment ON enrolment.id = entry.enrolment_id
        JOIN person candidate ON candidate.id = enrolment.candidate_id
        JOIN person certifier ON certifier.id = decision.certifier_id
        JOIN exam_session session ON session.id = entry.exam_session_id
        LEFT JOIN marked ON marked.entry_id = entry.id
        WHERE decision.state = ${effective} AND entry.id = ANY (${entryIds}::uuid[]) AND ${hasWords(decidedWords, q)}`,
      order: orderOf(
        {
          candidate: name,
          grade: sql`grade`,
          certifier: sql`certifier COLLATE person_name`,
          changedAt: sql`ready_since`,
        },
        sort,
        sql`ready_since`,
      ),
    },
    place,
  );
