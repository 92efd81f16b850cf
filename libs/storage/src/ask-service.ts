import { setTimeout as pause } from 'node:timers/promises';
import { StorageFault } from './storage-fault.ts';

const againAfterMs = 200;

/** Asks once more where the service did not answer or failed: each of our requests may be made twice. */
export const askService = async <Answer>(sha256: string, request: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await request().catch(async (fault: unknown) => {
      if (isFinal(fault)) throw fault;
      await pause(againAfterMs);
      return request();
    });
  } catch (fault) {
    const isMissing = (fault as Error).name === 'NoSuchKey';
    throw new StorageFault(isMissing ? 'missing' : 'unreachable', sha256, isMissing ? undefined : fault);
  }
};

/** What the service has refused for a reason of ours it will refuse again. */
const isFinal = (fault: unknown): boolean => {
  const status = (fault as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status !== undefined && status >= 400 && status < 500 && status !== 429;
};
