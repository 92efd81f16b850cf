import { Refusal, type ErasePersonInput } from '@ennead/contracts';
import { Person, recordAudit } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { lockAdministrators } from './lock-administrators.ts';

type Outcome = 'erased' | 'gone' | 'open' | 'needed';

/**
 * Takes out who somebody was, who asked for it and of whom nothing is needed any more. Nobody can undo it: so the account is closed
 * or disabled first, and whoever does it types the address. Whether it may be the database decides.
 *
 * @throws Refusal NOT_FOUND, ADDRESS_MISTYPED, ACCOUNT_OPEN, PERSON_NEEDED
 */
export const erasePerson = async (
  manager: EntityManager,
  caller: Caller,
  id: string,
  { email, reason }: ErasePersonInput,
): Promise<void> => {
  await lockAdministrators(manager, caller);
  const person = await manager.findOneBy(Person, { id });
  if (!person || person.erasedAt) throw new Refusal('NOT_FOUND');
  if (person.email !== email)
    throw new Refusal('ADDRESS_MISTYPED', [{ path: 'email', message: 'not the address of this account' }]);
  const [{ outcome }]: [{ outcome: Outcome }] = await manager.query('SELECT erase_person($1) AS outcome', [
    id,
  ]);
  if (outcome === 'gone') throw new Refusal('NOT_FOUND');
  if (outcome === 'open') throw new Refusal('ACCOUNT_OPEN');
  if (outcome === 'needed') throw new Refusal('PERSON_NEEDED');
  await recordAudit(manager, {
    actorId: caller.id,
    action: 'person.erased',
    subjectKind: 'person',
    subjectId: id,
    detail: { reason },
  });
};
