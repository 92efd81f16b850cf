import {
  entryLifecycle,
  pendingEntryStates,
  Refusal,
  takenEntryStates,
  type ClearanceKind,
} from '@ennead/contracts';
import { birth } from '@ennead/domain';
import { ExamSession } from '@ennead/persistence';
import { lockForScoring } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { findEntry, type FoundEntry } from '../enrolments/find-entry.ts';

const open: readonly string[] = [birth(entryLifecycle, 'enter'), ...pendingEntryStates];
const taken: readonly string[] = takenEntryStates;

/**
 * An entry, locked, of which something may be given or seen that its session asks; seen only of whoever has taken it. Whoever begins a
 * part has done so before, or finds it.
 *
 * @param registrar who sees it; left out for what its own candidate gives, whose it is having been made sure of
 * @throws Refusal NOT_FOUND, and as `demand` does; ENTRY_ENDED, ENTRY_NOT_TAKEN, CLEARANCE_NOT_ASKED
 */
export const lockAsked = async (
  manager: EntityManager,
  entryId: string,
  kind: ClearanceKind,
  registrar?: Caller,
): Promise<FoundEntry & { readonly session: ExamSession }> => {
  await lockForScoring(manager, entryId);
  if (registrar) await demand(manager, registrar, 'entry.clear', entryId);
  const found = await findEntry(manager, entryId);
  if (!open.includes(found.state)) throw new Refusal('ENTRY_ENDED');
  if (registrar && !taken.includes(found.state)) throw new Refusal('ENTRY_NOT_TAKEN');
  const session = await manager.findOneByOrFail(ExamSession, { id: found.examSessionId });
  if (!session.clearances.includes(kind)) throw new Refusal('CLEARANCE_NOT_ASKED');
  return { ...found, session };
};
