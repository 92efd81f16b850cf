import { entryLifecycle } from '@ennead/contracts';
import { type CarryContext, judgeCarryOver, stateAfter } from '@ennead/domain';
import { EntryCarry } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Case } from '../enrolments/case.ts';
import { findCasesOf } from '../enrolments/find-cases-of.ts';
import { findRecords, findSittings, type Carriable } from './find-records.ts';

/**
 * The scores that a free sitting carries over in the place of an entry: what its candidate chose, also where
 * beginning the dimension gave it up since. The failure is ours, so the candidate stands where they stood on entering.
 * What the rules no longer let be carried is left out, and sat anew.
 */
export const findCarriedAgain = async (
  manager: EntityManager,
  { entryId, enrolmentId }: Pick<Case, 'entryId' | 'enrolmentId'>,
  context: Omit<CarryContext, 'sittings'>,
): Promise<Carriable[]> => {
  const chosen = await manager.findBy(EntryCarry, { entryId });
  if (chosen.length === 0) return [];
  const cases = (await findCasesOf(manager, enrolmentId)).map((one) =>
    one.entryId === entryId ? ({ ...one, state: stateAfter(entryLifecycle, 'replace') } satisfies Case) : one,
  );
  const sittings = findSittings(cases);
  return findRecords(cases).filter(
    ({ record, score }) =>
      chosen.some((one) => one.dimension === score.dimension && one.fromEntryId === score.fromEntryId) &&
      judgeCarryOver(record, { ...context, sittings }).kind === 'carriable',
  );
};
