import { Enrolment } from '@ennead/persistence';
import type { EntityManager, FindOptionsWhere } from 'typeorm';

/**
 * An enrolment, locked until the transaction ends: its entries are made and ended one after another. Whatever only
 * refers to it does not wait. To be taken before any of its entries.
 *
 * @throws EntityNotFoundError when there is none
 */
export const lockEnrolment = (
  manager: EntityManager,
  where: FindOptionsWhere<Enrolment>,
): Promise<Enrolment> => manager.findOneOrFail(Enrolment, { where, lock: { mode: 'for_no_key_update' } });
