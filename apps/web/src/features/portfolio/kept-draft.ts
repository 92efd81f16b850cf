import type { Draft } from './draft.ts';

/** A draft that has not reached the server, with the time of the one it was made from. */
export interface KeptDraft {
  readonly base: string;
  readonly draft: Draft;
}

const nameOf = (portfolioId: string) => `ennead.draft.${portfolioId}`;

export function readKept(portfolioId: string): KeptDraft | null {
  const text = localStorage.getItem(nameOf(portfolioId));
  if (!text) return null;
  try {
    const kept = JSON.parse(text) as Partial<KeptDraft>;
    return kept.base && kept.draft?.claims ? { base: kept.base, draft: kept.draft } : null;
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
