import type { Blueprint } from '@ennead/contracts/internal';
import { DomainFault } from '../domain-fault.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

export interface DrawableItem {
  readonly id: string;
  readonly competency: string;
}

/** A competency of which papers ask for more items than there are. */
export interface Shortage {
  readonly competency: string;
  readonly asked: number;
  readonly available: number;
}

type Sections = Pick<Blueprint, 'sections'>;

/** What is lacking for papers of which no two may ask the same item: they are counted together. */
export function findShortages(papers: readonly Sections[], items: readonly DrawableItem[]): Shortage[] {
  const asked = new Map<string, number>();
  for (const { competency, count } of papers.flatMap(({ sections }) => sections))
    asked.set(competency, (asked.get(competency) ?? 0) + count);
  const availableOf = (competency: string) => items.filter((item) => item.competency === competency).length;
  return [...asked]
    .map(([competency, count]) => ({ competency, asked: count, available: availableOf(competency) }))
    .filter((one) => one.available < one.asked);
}

/**
 * Draws the items of a form: of each section as many as the blueprint asks, without repetition, every item of the
 * competency as likely as any other. The order in which the items are given makes no difference.
 *
 * @param items of the blueprint's role and level
 * @param seed recorded with the form: the same seed draws the same form from the same items
 * @returns ids of the items, section by section
 * @throws DomainFault FORM_SHORTAGE whose details name every section that lacks items
 */
export function drawForm({ sections }: Sections, items: readonly DrawableItem[], seed: string): string[] {
  const shortages = findShortages([{ sections }], items);
  if (shortages.length > 0) throw new DomainFault('FORM_SHORTAGE', { shortages });
  return sections.flatMap(({ competency, count }) => {
    const ids = items.filter((item) => item.competency === competency).map(({ id }) => id);
    return shuffle(ids.sort(), seededRandom(seed, `draw ${competency}`)).slice(0, count);
  });
}
