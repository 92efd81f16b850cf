import type { PublishedLink } from '@ennead/contracts/internal';
import type { EntityManager } from 'typeorm';
import { linkName } from './plan-publication.ts';

/**
 * Of these links, those whose question is on a form, or whose plan a session's lab is judged by: what holds for them
 * decides scores that were given or will be. The database refuses to move what this finds.
 */
export const findLinksInUse = async (
  manager: EntityManager,
  links: readonly PublishedLink[],
): Promise<ReadonlySet<string>> => {
  const rows: Pick<PublishedLink, 'kind' | 'ofHash'>[] = await manager.query(
    `SELECT DISTINCT link.kind, link.of_hash AS "ofHash" FROM unnest($1::text[], $2::text[]) AS link (kind, of_hash)
     WHERE is_in_use(link.kind, link.of_hash)`,
    [links.map(({ kind }) => kind), links.map(({ ofHash }) => ofHash)],
  );
  return new Set(rows.map(linkName));
};
