import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** The header in which whoever asks may say what the request is called, and by which the answer says it. */
export const requestIdHeader = 'x-request-id';

const current = new AsyncLocalStorage<string>();

/** What somebody wants a request to be called, or a name for it where they say none that could stand in a log. */
export const requestIdOf = (said: unknown): string =>
  typeof said === 'string' && /^[\w-]{8,64}$/.test(said) ? said : randomBytes(8).toString('hex');

/** Does something for a request: what is logged on the way, and whatever follows of it later, bears its name. */
export const inRequest = <T>(id: string, work: () => T): T => current.run(id, work);

/** What the request that is being worked for is called; undefined for what nobody asked for. */
export const requestId = (): string | undefined => current.getStore();
