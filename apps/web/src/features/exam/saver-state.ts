import type { AnswerQueue } from './answer-queue.ts';

/**
 * `connecting`: asking for the right to save; `ready`: it saves; `offline`: no answer from the server, answers are kept here;
 * `moved`: another page saves now; `logged-out`: the log-in has ended; `over`: the sitting is closed.
 */
export type SaverPhase = 'connecting' | 'ready' | 'offline' | 'moved' | 'logged-out' | 'over';

export interface SaverState {
  readonly phase: SaverPhase;
  readonly queue: AnswerQueue;
  readonly savedAt: string | null;
  readonly deadlineAt: string;
  /** The server's clock, in epoch milliseconds. */
  readonly now: () => number;
  readonly overruled: readonly string[];
  /** Whether this browser can keep answers over a reload. */
  readonly keeps: boolean;
}

/** No more is sent: another page saves, or nothing counts any more. */
export const isHalted = (phase: SaverPhase): boolean => phase === 'moved' || phase === 'over';

export const latest = (instants: readonly string[]): string | null => [...instants].sort().at(-1) ?? null;
