import type { PublishedLink } from '@ennead/contracts/internal';
import type { EntityManager } from 'typeorm';
import { linkName } from './plan-publication.ts';

/**
 * Of these links, those whose question is on a form, or whose plan belongs to the lab of a session: what holds for
 * them decides scores that were given or will be.
 */
export const findLinksInUse = async (
  manager: EntityManager,
  links: readonly PublishedLink[],
): Promise<ReadonlySet<string>> => {
  const hashesOf = (kind: PublishedLink['kind']) =>
    links.filter((link) => link.kind === kind).map(({ ofHash }) => ofHash);
  const rows: Pick<PublishedLink, 'kind' | 'ofHash'>[] = await manager.query(
    `SELECT DISTINCT 'key' AS kind, question_hash AS "ofHash" FROM form_item WHERE question_hash = ANY ($1)
     UNION SELECT 'secrets', lab.plan FROM (
       SELECT DISTINCT convert_from(body.bytes, 'UTF8')::jsonb ->> 'plan' AS plan
       FROM body_common body WHERE body.hash IN (SELECT content_hash FROM session_part WHERE kind = 'lab')
     ) lab WHERE lab.plan = ANY ($2)`,
    [hashesOf('key'), hashesOf('secrets')],
  );
  return new Set(rows.map(linkName));
};
