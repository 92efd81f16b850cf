import { Refusal, type DimensionCode, type SessionVerdict } from '@ennead/contracts';
import { judgeEntering } from '@ennead/domain';
import type { Enrolment, ExamSession } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { inUtc, partsSql, roomSql, type ClosingPart, type Room } from './session-sight.ts';

/** What somebody comes to a session's door with. */
type Coming = {
  readonly enrolment: Pick<Enrolment, 'id'>;
  /** Dimensions that need not be sat in it. */
  readonly carry: readonly DimensionCode[];
  /** A place is kept for them, or given by the body: neither for whom it is nor whether it is full is asked. */
  readonly isGiven: boolean;
};

/** What the door of a session says to this enrolment now. To be asked under the session's places. */
export const judgeDoor = async (
  manager: EntityManager,
  session: ExamSession,
  { enrolment, carry, isGiven }: Coming,
  now: Date,
): Promise<SessionVerdict> => {
  const [found]: [Room & { parts: ClosingPart[] }] = await manager.query(
    `SELECT ${partsSql} AS parts, ${roomSql}
       FROM exam_session session JOIN enrolment ON enrolment.id = $2 JOIN person ON person.id = enrolment.candidate_id
       WHERE session.id = $1`,
    [session.id, enrolment.id],
  );
  const given = isGiven ? { isForThem: true, placesLeft: null } : {};
  const door = {
    ...found,
    ...given,
    closesAt: session.closesAt.toISOString(),
    parts: found.parts.map(inUtc),
  };
  return judgeEntering(door, carry, now.toISOString());
};

/**
 * @throws Refusal with its date, where the door stays shut: SESSION_ENTERED_BEFORE, SESSION_NOT_FOR_YOU, SESSION_FULL,
 *   SESSION_NOT_OPEN_FOR_ENTRY, and PART_CLOSED for a part that would have to be sat and can be begun no longer
 */
export const refuseEntering = (verdict: SessionVerdict): void => {
  if (verdict.kind === 'allowed') return;
  throw new Refusal(
    verdict.code,
    'closesAt' in verdict ? [{ path: 'closesAt', message: verdict.closesAt }] : [],
  );
};
