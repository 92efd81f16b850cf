import { reviewLifecycle, type PersonRole, type ReviewEnd } from '@ennead/contracts';
import { sourcesOf, waysOf } from '@ennead/domain';
import { readBars, reviews, stateList, tiesAgainst, transition, type Review } from '@ennead/persistence';
import sql, { join, raw } from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { forEach } from '../duties/for-each.ts';
import { transact } from '../transact.ts';

const open = raw(stateList(reviewLifecycle, ...sourcesOf(reviewLifecycle, 'return')));
const reviewers: readonly { readonly kind: Review['kind']; readonly role: PersonRole }[] = [
  { kind: 'review', role: 'assessor' },
  { kind: 'adjudication', role: 'moderator' },
];

/**
 * Takes back every review that its reviewer cannot go on with: who lost the role or the account, and whom something ties to the
 * candidate by now that bars from marking.
 *
 * @returns how many were taken back
 * @throws AggregateError as `forEach` does
 */
export const returnReviews = async (db: DataSource): Promise<number> => {
  const { bars } = await readBars(db.manager);
  const lost = reviewers.map(({ kind, role }) => {
    const [way] = waysOf({ roles: [role] }, 'review.mark');
    const isTied = sql`EXISTS (SELECT FROM person_relation tie WHERE tie.subject = 'review'
      AND tie.subject_id = review.id AND tie.person_id = review.reviewer_id AND (${join(tiesAgainst(way!, bars), ' OR ')}))`;
    return sql`SELECT review.id, portfolio.entry_id AS "entryId",
        CASE WHEN person.is_active AND ${role} = ANY (person.roles) THEN 'conflict' ELSE 'left' END AS why
      FROM review JOIN person ON person.id = review.reviewer_id
      JOIN portfolio_version version ON version.id = review.portfolio_version_id
      JOIN portfolio ON portfolio.id = version.portfolio_id
      WHERE review.kind = ${kind} AND review.state IN (${open})
        AND (NOT person.is_active OR ${role} <> ALL (person.roles) OR ${isTied})`;
  });
  const { text, values } = join(lost, ' UNION ALL ');
  const rows: { id: string; entryId: string; why: ReviewEnd }[] = await db.query(text, values);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return forEach([...byId.keys()], (id) =>
    transact(db, async (manager) => {
      const { entryId, why } = byId.get(id)!;
      const returned = await transition(manager, reviews, id, {
        event: 'return',
        actorId: null,
        entryId,
        set: { endedAt: sql`clock()`, endedFor: why },
        detail: { why },
      });
      return returned !== null;
    }),
  );
};
