import type { PartKind } from '@ennead/contracts';
import { holdInForce, lockForScoring } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import { holdSessionOf } from '../sessions/hold-session.ts';
import { demandConfirmed } from '../identity/demand-confirmed.ts';
import { demandCleared } from './demand-cleared.ts';
import { findEntry } from './find-entry.ts';
import { findPart, partClosed, refuseOutsideWindow, type WindowedPart } from './part-window.ts';

/** Where something is to be begun: at one part of an entry's session. */
export type PartPlace = { readonly entryId: string; readonly partId: string; readonly kind: PartKind };

export type Beginning<Thing> = {
  /** What was begun before; two pages that begin at once begin one thing. */
  readonly find: () => Promise<Thing | null>;
  /** Null where its window shut at the last moment. */
  readonly make: (part: WindowedPart) => Promise<Thing | null>;
};

/**
 * Begins a part of an entry under the entry's lock, or finds it begun: whoever ends the entry has done so before, and
 * is seen here, or waits for what is begun; and so is whoever moves the end of its session. Run in a transaction that has locked nothing else yet.
 *
 * @throws Refusal NOT_FOUND; ADDRESS_UNCONFIRMED, NOT_CLEARED; PART_NOT_OPEN, PART_CLOSED or ENTRY_ENDED outside the part's window
 */
export const beginPart = async <Thing>(
  manager: EntityManager,
  { entryId, partId, kind }: PartPlace,
  { find, make }: Beginning<Thing>,
): Promise<Thing> => {
  await holdInForce(manager);
  await holdSessionOf(manager, entryId);
  await lockForScoring(manager, entryId);
  const begun = await find();
  if (begun) return begun;
  const { candidateId } = await findEntry(manager, entryId);
  await demandConfirmed(manager, candidateId);
  await demandCleared(manager, entryId);
  const part = await findPart(manager, entryId, partId, kind);
  refuseOutsideWindow(part);
  const made = await make(part);
  if (!made) throw partClosed(part);
  return made;
};
