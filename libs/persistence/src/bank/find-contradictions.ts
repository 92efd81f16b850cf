import type { PublishedLink } from '@ennead/contracts/internal';
import { linkName } from './plan-publication.ts';

/** Links of one publication that say different things of the same question or plan: which of them held would be chance. */
export const findContradictions = (links: readonly PublishedLink[]): PublishedLink[] => {
  const hashes = new Map<string, Set<string>>();
  for (const link of links)
    hashes.set(linkName(link), (hashes.get(linkName(link)) ?? new Set()).add(link.hash));
  return links.filter((link) => hashes.get(linkName(link))!.size > 1);
};
