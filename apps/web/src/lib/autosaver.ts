import { ApiProblem, isPassing } from './api-problem.ts';
import { Store } from './store.ts';

/**
 * `waiting` and `saving` are on their way; `offline` and `logged-out` keep trying; `refused` needs a person: the
 * server would not take it.
 */
export type SavePhase = 'saved' | 'waiting' | 'saving' | 'offline' | 'logged-out' | 'refused';

export interface SaveState {
  readonly phase: SavePhase;
  /** ISO 8601; null before the first save of this page. */
  readonly savedAt: string | null;
  readonly error: unknown;
}

/** Where a change is kept until the server has it, so that a closed page loses nothing. */
export interface Keep<T> {
  readonly put: (value: T) => void;
  readonly drop: () => void;
}

interface Options<T> {
  /** Resolves, once the server has committed, to the time of the save. */
  readonly save: (value: T) => Promise<string>;
  readonly keep?: Keep<T>;
  readonly pauseMs?: number;
  readonly retryMs?: number;
}

/** Saves the newest value a moment after the last change, one save at a time, and again until it succeeds. */
export class Autosaver<T> {
  readonly state = new Store<SaveState>({ phase: 'saved', savedAt: null, error: null });
  private pending: { readonly value: T } | null = null;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly options: Options<T>;

  constructor(options: Options<T>) {
    this.options = options;
  }

  change(value: T): void {
    this.pending = { value };
    this.options.keep?.put(value);
    if (this.state.get().phase === 'refused') return;
    if (this.state.get().phase === 'saved') this.set({ phase: 'waiting' });
    this.schedule(this.options.pauseMs ?? 700);
  }

  /** Saves now what is not saved yet. @returns whether everything is saved then */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.pending && this.state.get().phase !== 'refused') {
      await this.run();
      if (this.state.get().phase === 'offline' || this.state.get().phase === 'logged-out') break;
    }
    await this.running;
    return this.pending === null;
  }

  /** Tries once more after a refusal that has been settled, with the value as it is now. */
  retry(value: T): Promise<boolean> {
    this.pending = { value };
    this.set({ phase: 'waiting', error: null });
    return this.flush();
  }

  /** Drops what is not saved, for good. */
  abandon(): void {
    clearTimeout(this.timer);
    this.pending = null;
    this.set({ phase: 'saved', error: null });
  }

  /** Saves what is left and then rests. */
  close(): void {
    void this.flush().finally(() => clearTimeout(this.timer));
  }

  private run(): Promise<void> {
    this.running ??= this.saveOnce().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async saveOnce(): Promise<void> {
    const taken = this.pending;
    if (!taken) return;
    this.set({ phase: 'saving' });
    try {
      const savedAt = await this.options.save(taken.value);
      const isNewest = this.pending === taken;
      if (isNewest) {
        this.pending = null;
        this.options.keep?.drop();
      } else this.schedule(0);
      this.set({ phase: isNewest ? 'saved' : 'waiting', savedAt, error: null });
    } catch (error) {
      const phase = phaseAfter(error);
      this.set({ phase, error });
      if (phase !== 'refused') this.schedule(this.options.retryMs ?? 4000);
    }
  }

  private schedule(afterMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), afterMs);
  }

  private set(change: Partial<SaveState>): void {
    this.state.update((state) => ({ ...state, ...change }));
  }
}

function phaseAfter(error: unknown): SavePhase {
  if (!(error instanceof ApiProblem)) return 'offline';
  if (error.status === 401 || error.code === 'CALLER_CHANGED') return 'logged-out';
  return isPassing(error) ? 'offline' : 'refused';
}
