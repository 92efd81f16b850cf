import type { SchemeRules } from '@ennead/contracts';
import { settleEnd, type GrantTerm } from '@ennead/domain';
import { decisionGrants } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** By entry: since when a grade was granted on it and until when it was certified. Entries without a grant are not in it. */
export const findTerms = async (
  manager: EntityManager,
  enrolmentId: string,
): Promise<ReadonlyMap<string, GrantTerm>> => {
  const rows: { entryId: string; grantedAt: Date; certified: boolean; expiresAt: Date | null }[] =
    await manager.query(
      `SELECT entry.id AS "entryId", first.at AS "grantedAt", last.id IS NOT NULL AS certified,
         last.expires_at AS "expiresAt"
       FROM entry
       JOIN LATERAL (SELECT min(effective_at) AS at FROM decision
         WHERE entry_id = entry.id AND ${decisionGrants}) first ON first.at IS NOT NULL
       LEFT JOIN LATERAL (SELECT credential.id, credential.expires_at FROM credential
         JOIN decision ON decision.id = credential.decision_id WHERE decision.entry_id = entry.id
         ORDER BY credential.issued_at DESC, credential.id LIMIT 1) last ON true
       WHERE entry.enrolment_id = $1`,
      [enrolmentId],
    );
  return new Map(
    rows.map(({ entryId, grantedAt, certified, expiresAt }) => [
      entryId,
      {
        firstGrantedAt: grantedAt.toISOString(),
        ...(certified && { certifiedUntil: expiresAt?.toISOString() ?? null }),
      },
    ]),
  );
};

/** Until when what was sat on these entries is certified, or would be where a grade on one is on record only. */
export const sourceEnds = (
  rules: SchemeRules,
  terms: ReadonlyMap<string, GrantTerm>,
  entryIds: readonly string[],
): (string | null)[] =>
  entryIds.flatMap((id) => {
    const term = terms.get(id);
    return term ? [settleEnd(rules, term, [], null)] : [];
  });
