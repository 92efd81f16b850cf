import { SamePerson } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** Whether an account is closed for as long as another one is kept in its place. */
export const isClosedForAnother = (manager: EntityManager, personId: string): Promise<boolean> =>
  manager.existsBy(SamePerson, { otherId: personId, closes: true, holds: true });
