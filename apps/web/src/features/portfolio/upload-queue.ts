import type { ArtefactView } from '@ennead/contracts';
import { Store } from '../../lib/store.ts';

export type UploadPhase = 'waiting' | 'sending' | 'failed';

export interface Upload {
  readonly key: number;
  readonly file: File;
  readonly phase: UploadPhase;
  readonly sentBytes: number;
  /** Why it failed; null while it has not. */
  readonly error: unknown;
}

/** Something the browser sees before anything is sent. */
export type FileFault = 'too-large' | 'empty';

export class LocalRefusal extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}

interface Options {
  readonly maxBytes: number;
  readonly send: (
    file: File,
    options: { onSent: (bytes: number) => void; signal: AbortSignal },
  ) => Promise<ArtefactView>;
  readonly onDone: (artefact: ArtefactView, file: File) => void;
  readonly onFailed: (file: File) => void;
}

/** Files on their way, one after another; each can be cancelled, and sent again when it failed. */
export class UploadQueue {
  readonly uploads = new Store<readonly Upload[]>([]);
  private current: { readonly key: number; readonly abort: AbortController } | null = null;
  private nextKey = 1;
  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  add(files: readonly File[]): void {
    const added = files.map((file): Upload => {
      const fault = file.size === 0 ? 'empty' : file.size > this.options.maxBytes ? 'too-large' : null;
      const key = this.nextKey++;
      return fault
        ? { key, file, phase: 'failed', sentBytes: 0, error: new LocalRefusal(fault) }
        : { key, file, phase: 'waiting', sentBytes: 0, error: null };
    });
    this.uploads.update((uploads) => [...uploads, ...added]);
    this.proceed();
  }

  /** Cancels what is under way, and forgets what failed. */
  remove(key: number): void {
    if (this.current?.key === key) this.current.abort.abort();
    this.uploads.update((uploads) => uploads.filter((upload) => upload.key !== key));
  }

  retry(key: number): void {
    this.change(key, { phase: 'waiting', sentBytes: 0, error: null });
    this.proceed();
  }

  cancelAll(): void {
    this.current?.abort.abort();
    this.uploads.set([]);
  }

  private proceed(): void {
    const next = this.uploads.get().find(({ phase }) => phase === 'waiting');
    if (this.current || !next) return;
    const { key, file } = next;
    const abort = new AbortController();
    this.current = { key, abort };
    this.change(key, { phase: 'sending' });
    this.options
      .send(file, { signal: abort.signal, onSent: (sentBytes) => this.change(key, { sentBytes }) })
      .then(
        (artefact) => {
          this.uploads.update((uploads) => uploads.filter((upload) => upload.key !== key));
          this.options.onDone(artefact, file);
        },
        (error: unknown) => {
          if (abort.signal.aborted) return;
          this.change(key, { phase: 'failed', error });
          this.options.onFailed(file);
        },
      )
      .finally(() => {
        this.current = null;
        this.proceed();
      });
  }

  private change(key: number, change: Partial<Upload>): void {
    this.uploads.update((uploads) =>
      uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)),
    );
  }
}
