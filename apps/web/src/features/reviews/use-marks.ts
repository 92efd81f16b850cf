import type { Marks, ReviewInput, ReviewView } from '@ennead/contracts';
import { useEffect, useState } from 'react';
import { Autosaver, type SaveState } from '../../lib/autosaver.ts';
import { saveReview } from '../../queries/reviews.ts';
import { useStore } from '../../lib/store.ts';

export interface Marking {
  readonly marks: Marks;
  readonly comment: string;
  readonly save: SaveState;
  readonly isRecovered: boolean;
  readonly mark: (criterionId: string, points: number) => void;
  readonly note: (criterionId: string, note: string) => void;
  readonly say: (comment: string) => void;
  /** Saves what is left; false when it could not be. */
  readonly flush: () => Promise<boolean>;
  /** Forgets what is not saved: the script is somebody else's now. */
  readonly abandon: () => void;
}

const nameOf = (id: string) => `ennead.review.${id}`;

/** Marks of a script that is nobody's to mark here any more. */
export const forgetKept = (id: string): void => localStorage.removeItem(nameOf(id));

/** Marks that a closed page could not save, if there are any and the review is still open. */
function readKept({ id, state }: ReviewView): ReviewInput | null {
  const text = localStorage.getItem(nameOf(id));
  if (!text) return null;
  if (state === 'submitted') {
    forgetKept(id);
    return null;
  }
  try {
    const kept = JSON.parse(text) as Partial<ReviewInput>;
    return kept.marks && typeof kept.comment === 'string'
      ? { marks: kept.marks, comment: kept.comment }
      : null;
  } catch {
    return null;
  }
}

const makeSaver = (id: string) =>
  new Autosaver<ReviewInput>({
    save: async (input) => (await saveReview(id, input)).savedAt,
    keep: {
      put: (input) => localStorage.setItem(nameOf(id), JSON.stringify(input)),
      drop: () => forgetKept(id),
    },
  });

/** The marks of one script with their saving: as they are given, without being asked. */
export function useMarks(view: ReviewView): Marking {
  const [kept] = useState(() => readKept(view));
  const [input, setInput] = useState<ReviewInput>(() => kept ?? { marks: view.marks, comment: view.comment });
  const [saver] = useState(() => makeSaver(view.id));
  const save = useStore(saver.state);

  useEffect(() => {
    if (kept) saver.change(kept);
    const flush = () => void saver.flush();
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      saver.close();
    };
  }, [kept, saver]);

  const change = (next: ReviewInput) => {
    setInput(next);
    saver.change(next);
  };
  const changeMark = (id: string, mark: Marks[string]) =>
    change({ ...input, marks: { ...input.marks, [id]: mark } });
  return {
    ...input,
    save,
    isRecovered: kept !== null,
    mark: (id, points) => changeMark(id, { ...input.marks[id], points }),
    note: (id, note) => {
      const mark = input.marks[id];
      if (mark) changeMark(id, { points: mark.points, ...(note === '' ? {} : { note }) });
    },
    say: (comment) => change({ ...input, comment }),
    flush: () => saver.flush(),
    abandon: () => {
      saver.abandon();
      forgetKept(view.id);
    },
  };
}
