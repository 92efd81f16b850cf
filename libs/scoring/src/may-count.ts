import { entryLifecycle } from '@ennead/contracts';
import { undecidedStates } from '@ennead/domain';
import { stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** In SQL: the states of an entry that waits for a decision. */
export const waitingStates = stateList(entryLifecycle, ...undecidedStates);

/**
 * Whether what is scored in an entry may count there: while it waits for a decision. What counts in one that was
 * decided, missed, excused or replaced is moved by an approved run and nothing else. To be asked under the entry's lock.
 */
export const mayCount = async (manager: EntityManager, entryId: string): Promise<boolean> => {
  const [found]: object[] = await manager.query(
    `SELECT FROM entry WHERE id = $1 AND state IN (${waitingStates})`,
    [entryId],
  );
  return found !== undefined;
};
