import { copyContent, StorageFault, type Content, type Storage } from '@ennead/storage';
import type { EntityManager } from 'typeorm';

export type CopiedFiles = {
  readonly copied: number;
  readonly thereAlready: number;
  /** What could not be copied, because the source does not have it as it was kept. */
  readonly faults: readonly StorageFault[];
};

/**
 * Copies every file that a portfolio refers to from one storage to another, and reads each there to its end. Doing it
 * again copies only what has come since, or has not come whole.
 * @throws StorageFault where either storage is away
 */
export const copyFiles = async (
  manager: Pick<EntityManager, 'query'>,
  from: Storage,
  to: Storage,
): Promise<CopiedFiles> => {
  const contents: Content[] = await manager.query(
    `SELECT DISTINCT sha256, size_bytes AS "sizeBytes" FROM artefact WHERE kind = 'file' ORDER BY sha256`,
  );
  const faults: StorageFault[] = [];
  let copied = 0;
  for (const content of contents)
    try {
      if (await copyContent(from, to, content)) copied += 1;
    } catch (fault) {
      if (!(fault instanceof StorageFault) || fault.code === 'unreachable') throw fault;
      faults.push(fault);
    }
  return { copied, thereAlready: contents.length - copied - faults.length, faults };
};
