/** What became of a service that was looked for: there to be used, or not and why, with what to do about it. */
export type Service<Details extends object> = Ready<Details> | Unavailable;

export type Ready<Details extends object> = Details & {
  readonly status: 'ready';
  /** True where this process started the service, and so ends it. */
  readonly started: boolean;
  /** Ends the service if it was started here; otherwise does nothing. Never rejects. */
  stop(): Promise<void>;
};

export interface Unavailable {
  readonly status: 'unavailable';
  /** One English sentence: what is missing and what to do. */
  readonly reason: string;
}

export function unavailable(reason: string): Unavailable {
  return { status: 'unavailable', reason };
}

/** A service that somebody else runs: nothing here may end it. */
export function foreign<Details extends object>(details: Details): Ready<Details> {
  return { ...details, status: 'ready', started: false, stop: async () => {} };
}

/** Tells the person who waits what is going on; called often, with a few words. */
export type Note = (text: string) => void;
