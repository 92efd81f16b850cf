import type { PortfolioView } from '@ennead/contracts';
import { useEffect, useState } from 'react';
import { Autosaver, type SaveState } from '../../lib/autosaver.ts';
import { readPortfolio, saveDraft } from '../../queries/portfolios.ts';
import { useStore } from '../../lib/store.ts';
import { draftOf, toDraftInput, type Draft } from './draft.ts';
import { dropKept, keepDraft, readKept } from './kept-draft.ts';
import { usePortfolioPlace } from './use-portfolio-place.ts';

export interface DraftEditing {
  readonly draft: Draft;
  readonly change: (change: (draft: Draft) => Draft) => void;
  readonly save: SaveState;
  /** Saves what is left; false when it could not be. */
  readonly flush: () => Promise<boolean>;
  /** Whether the draft came from this browser rather than from the server. */
  readonly isRecovered: boolean;
  /** Saves this page's draft over the one that the server has now. */
  readonly overwrite: () => Promise<boolean>;
  /** Forgets what is not saved. */
  readonly discard: () => void;
}

class DraftSaver extends Autosaver<Draft> {
  private base: string;

  constructor(portfolioId: string, base: string) {
    super({
      save: async (draft) => {
        const { updatedAt } = await saveDraft(portfolioId, toDraftInput(draft, this.base));
        this.base = updatedAt;
        return updatedAt;
      },
      keep: {
        put: (draft) => keepDraft(portfolioId, { base: this.base, draft }),
        drop: () => dropKept(portfolioId),
      },
    });
    this.base = base;
  }

  /** Saves over the draft of this time, whatever it says. */
  overwrite(base: string, draft: Draft): Promise<boolean> {
    this.base = base;
    return this.retry(draft);
  }
}

/** The draft of a page with its saving: what the server has not yet, this browser keeps. */
export function useDraft(view: PortfolioView): DraftEditing {
  const place = usePortfolioPlace();
  const [kept] = useState(() => readKept(view));
  const [draft, setDraft] = useState<Draft>(() => kept?.draft ?? draftOf(view));
  const [saver] = useState(() => new DraftSaver(view.id, kept?.base ?? view.updatedAt));
  const save = useStore(saver.state);

  useEffect(() => {
    if (kept) saver.change(kept.draft);
    const flush = () => void saver.flush();
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      saver.close();
    };
  }, [kept, saver]);

  return {
    draft,
    save,
    isRecovered: kept !== null,
    change: (change) => {
      const next = change(draft);
      setDraft(next);
      saver.change(next);
    },
    flush: () => saver.flush(),
    overwrite: async () => {
      const newest = await readPortfolio(place);
      return saver.overwrite(newest.updatedAt, draft);
    },
    discard: () => {
      saver.abandon();
      dropKept(view.id);
    },
  };
}
