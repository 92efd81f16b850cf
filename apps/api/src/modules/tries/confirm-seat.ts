import { Refusal } from '@ennead/contracts';
import { entries, transition, type Entry } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';

/**
 * From here on the candidate is entered. Under the lock of the entry.
 *
 * @param actorId null where the session asks nobody
 * @throws Refusal ENTRY_ENDED for one that does not wait for it
 */
export const confirmSeat = async (
  manager: EntityManager,
  entryId: string,
  { actorId }: { readonly actorId: string | null },
): Promise<Entry> => {
  const confirmed = await transition(manager, entries, entryId, {
    event: 'confirm',
    actorId,
    set: { enteredAt: sql`clock()` },
  });
  if (!confirmed) throw new Refusal('ENTRY_ENDED');
  return confirmed.row;
};
