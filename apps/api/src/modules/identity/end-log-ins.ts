import type { EntityManager } from 'typeorm';

/**
 * Ends every log-in of a person, on whichever device, and with it what is open by it; but this one, where there is one. Also what waits for a code.
 *
 * @returns how many there were
 */
export const endLogInsOf = async (
  manager: EntityManager,
  personId: string,
  but: string | null,
): Promise<number> => {
  const [, count] = (await manager.query(
    `DELETE FROM web_session WHERE (sess ->> 'personId' = $1 OR sess ->> 'awaitsPersonId' = $1) AND sid IS DISTINCT FROM $2`,
    [personId, but],
  )) as [unknown[], number];
  return count;
};
