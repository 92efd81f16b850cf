import type { EntityManager } from 'typeorm';
import type { Case } from './case.ts';
import { readCases } from './find-cases.ts';

/** The cases of an enrolment, the first try first. */
export const findCasesOf = async (manager: EntityManager, enrolmentId: string): Promise<Case[]> => {
  const rows: { id: string }[] = await manager.query(
    'SELECT id FROM entry WHERE enrolment_id = $1 ORDER BY number',
    [enrolmentId],
  );
  return readCases(
    manager,
    rows.map(({ id }) => id),
  );
};
