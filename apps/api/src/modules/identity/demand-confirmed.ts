import { Refusal } from '@ennead/contracts';
import { Person } from '@ennead/persistence';
import { IsNull, Not, type EntityManager } from 'typeorm';

/**
 * Before anything hangs on somebody's address it was shown to be theirs: a seat, a result, a certificate.
 *
 * @throws Refusal ADDRESS_UNCONFIRMED
 */
export const demandConfirmed = async (manager: EntityManager, personId: string): Promise<void> => {
  if (!(await manager.existsBy(Person, { id: personId, emailConfirmedAt: Not(IsNull()) })))
    throw new Refusal('ADDRESS_UNCONFIRMED');
};
