import { Enrolment } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Case } from './case.ts';
import { findCase } from './find-cases.ts';
import { findEntry } from './find-entry.ts';

export type LockedCase = { readonly found: Case; readonly enrolment: Enrolment };

/**
 * A case for whoever makes, ends or decides a try. The enrolment is locked first, then the entry, everywhere in this
 * order: what happens in two tries of one enrolment at once, such as two grants, happens one after the other.
 *
 * @returns the case as it is once nobody else has it
 * @throws Refusal NOT_FOUND
 */
export const lockCase = async (manager: EntityManager, entryId: string): Promise<LockedCase> => {
  const { enrolmentId } = await findEntry(manager, entryId);
  const enrolment = await manager.findOneOrFail(Enrolment, {
    where: { id: enrolmentId },
    lock: { mode: 'pessimistic_write' },
  });
  await manager.query('SELECT id FROM entry WHERE id = $1 FOR UPDATE', [entryId]);
  return { found: await findCase(manager, entryId), enrolment };
};
