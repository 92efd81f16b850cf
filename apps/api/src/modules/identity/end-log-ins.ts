import type { EntityManager } from 'typeorm';

/** Ends every log-in of a person, on whichever device, and with it what is open by it; but this one, where there is one. */
export const endLogInsOf = (manager: EntityManager, personId: string, but: string | null): Promise<unknown> =>
  manager.query(`DELETE FROM web_session WHERE sess ->> 'personId' = $1 AND sid IS DISTINCT FROM $2`, [
    personId,
    but,
  ]);
