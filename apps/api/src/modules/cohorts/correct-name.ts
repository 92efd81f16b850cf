import type { RosterRow } from '@ennead/contracts';
import { Entry, Person, recordAudit } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { askName } from '../clearances/name-question.ts';
import { voidNames } from '../clearances/void-names.ts';

type Corrected = {
  readonly person: Person;
  readonly entryId: string;
  readonly institutionId: string;
  readonly by: string;
};

/**
 * What a roster says anew of the name of somebody who is in the session by the institution. An own account that nobody has opened goes
 * by it from now on, and anybody else's invitation; of whoever has opened theirs the registrar is asked. The person is to be locked.
 */
export const correctName = async (
  manager: EntityManager,
  { outcome, name, storedName }: RosterRow,
  { person, entryId, institutionId, by }: Corrected,
): Promise<void> => {
  // Also where the stored name stays: the same roster does not ask twice.
  if (storedName === null) return;
  await manager.update(Entry, { id: entryId }, { rosterName: name });
  if (outcome === 'name-asked') await askName(manager, { entryId, rosterName: name, by });
  if (outcome !== 'renamed' || person.institutionId !== institutionId) return;
  await manager.update(Person, { id: person.id }, { name });
  await recordAudit(manager, {
    actorId: by,
    action: 'person.name-corrected',
    subjectKind: 'person',
    subjectId: person.id,
    entryId,
    detail: { before: { name: person.name }, after: { name } },
  });
  await voidNames(manager, { personId: person.id, by, cause: 'name-corrected' });
};
