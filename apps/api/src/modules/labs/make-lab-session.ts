import { create, labSessions, type LabSession } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { noteSitting } from '../enrolments/note-sitting.ts';
import { inWindow, type WindowedPart } from '../enrolments/part-window.ts';

export type ToTake = {
  readonly entryId: string;
  readonly part: WindowedPart;
  readonly lab: { readonly id: string; readonly version: number; readonly durationSec: number };
};

/** The sitting of a lab, and with it the use of a try. @returns null where the part's window has just shut */
export const makeLabSession = async (
  manager: EntityManager,
  caller: Caller,
  { entryId, part, lab }: ToTake,
): Promise<LabSession | null> => {
  const end = sql`least(clock() + make_interval(secs => ${lab.durationSec}), ${part.closesAt}::timestamptz)
    + granted_time(${entryId}, ${part.id})`;
  const session = await create(manager, labSessions, {
    event: 'start',
    actorId: caller.id,
    guards: { window: inWindow(entryId, part.id) },
    values: {
      entryId,
      sessionPartId: part.id,
      number: 1,
      labId: lab.id,
      labVersion: lab.version,
      labHash: part.contentHash,
      startedAt: sql`clock()`,
      deadlineAt: end,
    },
    detail: { labId: lab.id, labHash: part.contentHash },
  });
  if (session) await noteSitting(manager, entryId, part.id);
  return session;
};
