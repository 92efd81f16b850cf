import type { PortfolioView } from '@ennead/contracts';
import { draftOf, type Draft } from './draft.ts';

/** A draft that has not reached the server, with the time of the one it was made from. */
export interface KeptDraft {
  readonly base: string;
  readonly draft: Draft;
}

/** Whether the server has the same already: the save arrived, only its answer did not. */
const isStored = ({ draft }: KeptDraft, view: PortfolioView): boolean =>
  sorted(draft) === sorted(draftOf(view));

const sorted = ({ claims, ...rest }: Draft): string =>
  JSON.stringify([
    rest,
    Object.entries(claims)
      .filter(([, { text, artefactIds }]) => text !== '' || artefactIds.length > 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([competency, { text, artefactIds }]) => [competency, text, artefactIds]),
  ]);

const nameOf = (portfolioId: string) => `ennead.draft.${portfolioId}`;

export function readKept(view: PortfolioView): KeptDraft | null {
  const text = localStorage.getItem(nameOf(view.id));
  if (!text) return null;
  try {
    const kept = JSON.parse(text) as Partial<KeptDraft>;
    if (!kept.base || !kept.draft?.claims) return null;
    const found = { base: kept.base, draft: kept.draft };
    return isStored(found, view) ? null : found;
  } catch {
    return null;
  }
}

/** A full or forbidden store loses only this second copy: the page still holds the draft. */
export function keepDraft(portfolioId: string, kept: KeptDraft): void {
  try {
    localStorage.setItem(nameOf(portfolioId), JSON.stringify(kept));
  } catch {
    localStorage.removeItem(nameOf(portfolioId));
  }
}

export const dropKept = (portfolioId: string): void => localStorage.removeItem(nameOf(portfolioId));
