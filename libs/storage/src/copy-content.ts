import { finished } from 'node:stream/promises';
import { StorageFault } from './storage-fault.ts';
import type { Content, Storage } from './storage.ts';

/**
 * Brings a content from one storage into another and reads it there to its end; what is there whole already stays.
 * @returns whether it had to be copied
 * @throws StorageFault of the source, or of the target if it does not give back what it was given
 */
export const copyContent = async (from: Storage, to: Storage, content: Content): Promise<boolean> => {
  if (await holdsWhole(to, content)) return false;
  const received = await to.receive(await from.read(content));
  try {
    await to.keep(received);
  } finally {
    await to.discard(received);
  }
  await readThrough(to, content);
  return true;
};

const holdsWhole = async (storage: Storage, content: Content): Promise<boolean> => {
  try {
    await readThrough(storage, content);
    return true;
  } catch (fault) {
    if (fault instanceof StorageFault && ['missing', 'wrong-length', 'altered'].includes(fault.code))
      return false;
    throw fault;
  }
};

const readThrough = async (storage: Storage, content: Content): Promise<void> => {
  const stream = await storage.read(content);
  await finished(stream.resume());
};
