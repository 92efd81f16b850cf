import type { Pending } from './answer-queue.ts';

/** What one browser keeps of an attempt until the server has it. */
export interface Kept {
  /** The page that wrote it; a higher number in another tab means that this page was taken over. */
  readonly writer: number;
  readonly pending: readonly Pending[];
}

const keyOf = (attemptId: string) => `ennead.exam.${attemptId}`;

export function readKept(attemptId: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(attemptId)) ?? 'null') as Kept | null;
    if (kept && Array.isArray(kept.pending)) return kept;
  } catch {
    // What cannot be read cannot be sent; the server's answers are shown.
  }
  return { writer: 0, pending: [] };
}

/** @returns false where the browser keeps nothing, for lack of room or by its settings */
export function keep(attemptId: string, kept: Kept): boolean {
  try {
    localStorage.setItem(keyOf(attemptId), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** To be called once the attempt is over: other people use this computer too. */
export function forgetKept(attemptId: string): void {
  try {
    localStorage.removeItem(keyOf(attemptId));
  } catch {
    // Nothing was kept.
  }
}

/** Tells when another tab of this browser has taken the attempt over. */
export function watchKept(attemptId: string, onWriter: (writer: number) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === keyOf(attemptId) && event.newValue) onWriter(readKept(attemptId).writer);
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
