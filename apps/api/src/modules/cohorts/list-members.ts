import { CohortMember } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

/** Where every candidate of a cohort is, by name; one query, however large the cohort. */
export const listMembers = async (manager: EntityManager, cohortId: string): Promise<CohortMember[]> => {
  const rows: unknown[] = await manager.query(
    `SELECT e.id AS "entryId", p.name, p.email, p.password_hash IS NOT NULL AS active,
            coalesce(a.state, 'not-started') AS exam, coalesce(l.state, 'not-started') AS lab,
            coalesce(f.state, 'not-started') AS portfolio,
            CASE d.outcome WHEN 'grant' THEN 'granted' WHEN 'refuse' THEN 'refused' ELSE 'undecided' END AS result,
            d.grade
       FROM entry e
       JOIN person p ON p.id = e.candidate_id
       LEFT JOIN attempt a ON a.entry_id = e.id
       LEFT JOIN lab_session l ON l.entry_id = e.id
       LEFT JOIN portfolio f ON f.entry_id = e.id
       LEFT JOIN decision d ON d.entry_id = e.id
      WHERE e.cohort_id = $1
      ORDER BY p.name, p.email`,
    [cohortId],
  );
  return rows.map((row) => CohortMember.parse(row));
};
