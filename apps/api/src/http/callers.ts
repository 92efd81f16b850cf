import type { Caller } from './caller.ts';

/** Finds whoever makes a request; what people are is no business of HTTP's. */
export abstract class Callers {
  /** Null for nobody and for whoever is disabled. */
  abstract findCaller(personId: string): Promise<Caller | null>;
}
