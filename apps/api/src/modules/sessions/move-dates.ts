import { Refusal } from '@ennead/contracts';
import { findDateFaults } from '@ennead/domain';
import { SessionPart, type ExamSession } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

export type Dates = {
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Of the parts that are to close on another date; null closes with the session. */
  readonly parts: readonly { readonly id: string; readonly closesAt: string | null }[];
};

/** A part as it was and as it is to be; null closes with the session. */
export type MovedPart = { readonly part: SessionPart; readonly closesAt: Date | null };

/**
 * What becomes of the parts when a session gets other dates.
 * @throws Refusal NOT_FOUND for a part of another session, SESSION_PAST, SESSION_DATES_UNFIT naming the parts
 */
export const planDates = async (
  manager: EntityManager,
  { id: examSessionId }: Pick<ExamSession, 'id'>,
  { opensAt, closesAt, parts }: Dates,
  now: Date,
): Promise<MovedPart[]> => {
  if (closesAt <= now) throw new Refusal('SESSION_PAST', [{ path: 'closesAt', message: 'must lie ahead' }]);
  const own = await manager.find(SessionPart, { where: { examSessionId }, order: { position: 'ASC' } });
  if (parts.some(({ id }) => !own.some((part) => part.id === id))) throw new Refusal('NOT_FOUND');
  const moved = own.map((part): MovedPart => {
    const wanted = parts.find(({ id }) => id === part.id);
    if (!wanted) return { part, closesAt: part.closesAt };
    return { part, closesAt: wanted.closesAt === null ? null : new Date(wanted.closesAt) };
  });
  const dated = moved.map((one) => ({ id: one.part.id, closesAt: one.closesAt }));
  const faults = findDateFaults({ opensAt, closesAt, parts: dated }, own, now);
  if (faults.length > 0)
    throw new Refusal(
      'SESSION_DATES_UNFIT',
      faults.map((id) => ({ path: `parts.${id}`, message: 'does not fit' })),
    );
  return moved;
};

/** Writes down the dates of the parts that have others now. */
export const moveParts = async (manager: EntityManager, moved: readonly MovedPart[]): Promise<void> => {
  for (const { part, closesAt } of moved)
    if (part.closesAt?.getTime() !== closesAt?.getTime())
      await manager.update(SessionPart, { id: part.id }, { closesAt });
};

/** For the trail: the date of each part that has one of its own, by where it stands. */
export const describeParts = (
  parts: readonly { readonly part: SessionPart; readonly closesAt: Date | null }[],
): Record<string, string> =>
  Object.fromEntries(
    parts.flatMap(({ part: { position }, closesAt }) =>
      closesAt ? [[String(position), closesAt.toISOString()]] : [],
    ),
  );
