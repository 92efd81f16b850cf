import type { DecisionRecord } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

type Row = Omit<DecisionRecord, 'madeAt'> & { madeAt: Date };

/** Every decision on an entry, the first one first: what was rejected or superseded says by whom and why, too. */
export const findDecisions = async (manager: EntityManager, entryId: string): Promise<DecisionRecord[]> => {
  const rows: Row[] = await manager.query(
    `SELECT decision.id, decision.state, decision.outcome, decision.grade, decision.reason,
       certifier.name AS "certifierName", decision.made_at AS "madeAt",
       CASE WHEN decision.outcome = 'withdraw' THEN granted.grade END AS "withdrawnGrade",
       (SELECT jsonb_build_object('name', second.name, 'answer', approval.answer, 'reason', approval.reason,
          'at', approval.at)
        FROM approval JOIN person second ON second.id = approval.answered_by
        WHERE approval.subject_kind = 'decision' AND approval.subject_id = decision.id
        ORDER BY approval.id LIMIT 1) AS answer
     FROM decision JOIN person certifier ON certifier.id = decision.certifier_id
     LEFT JOIN decision granted ON granted.id = decision.supersedes_id
     WHERE decision.entry_id = $1 ORDER BY decision.made_at, decision.id`,
    [entryId],
  );
  return rows.map(({ madeAt, answer, ...rest }) => ({
    ...rest,
    madeAt: madeAt.toISOString(),
    answer: answer && { ...answer, at: new Date(answer.at).toISOString() },
  }));
};
