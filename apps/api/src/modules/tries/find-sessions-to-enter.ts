import {
  Refusal,
  type DimensionCode,
  type LevelCode,
  type RoleCode,
  type SessionToEnter,
} from '@ennead/contracts';
import { ExamSession, SessionPart } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

type Place = { readonly role: RoleCode; readonly level: LevelCode };
type Row = Omit<SessionToEnter, 'opensAt' | 'closesAt' | 'scheme'> & {
  opensAt: Date;
  closesAt: Date;
  schemeId: string;
  schemeVersion: number;
};

/** Exams of a role and level that have not ended, the next to close first; without those the enrolment was entered for. */
export const findSessionsToEnter = async (
  manager: EntityManager,
  { role, level }: Place,
  enrolmentId: string | null,
): Promise<SessionToEnter[]> => {
  const rows: Row[] = await manager.query(
    `SELECT session.id, session.title, session.opens_at AS "opensAt", session.closes_at AS "closesAt",
       session.scheme_id AS "schemeId", session.scheme_version AS "schemeVersion",
       (SELECT jsonb_agg(jsonb_build_object('dimension', part.dimension, 'kind', part.kind,
          'closesAt', coalesce(part.closes_at, session.closes_at),
          'isClosed', coalesce(part.closes_at, session.closes_at) <= clock()) ORDER BY part.position)
        FROM session_part part WHERE part.exam_session_id = session.id) AS parts
     FROM exam_session session
     WHERE session.role = $1 AND session.level = $2 AND session.purpose = 'exam' AND session.closes_at > clock()
       AND NOT EXISTS (SELECT FROM entry WHERE entry.exam_session_id = session.id AND entry.enrolment_id = $3)
     ORDER BY session.closes_at, session.id`,
    [role, level, enrolmentId],
  );
  return rows.map(({ schemeId, schemeVersion, opensAt, closesAt, parts, ...rest }) => ({
    ...rest,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    scheme: { id: schemeId, version: schemeVersion },
    parts: parts.map((part) => ({ ...part, closesAt: new Date(part.closesAt).toISOString() })),
  }));
};

/**
 * The session, where this enrolment may enter it now.
 *
 * @param carry dimensions that need not be sat in it
 * @throws Refusal NOT_FOUND, SESSION_OTHER_CERTIFICATION, SESSION_ENTERED_BEFORE, or with its date
 *   SESSION_NOT_OPEN_FOR_ENTRY, and PART_CLOSED for a part that would have to be sat and can be begun no longer
 */
export const findSessionToEnter = async (
  manager: EntityManager,
  { id: enrolmentId, role, level }: Place & { readonly id: string },
  { examSessionId, carry }: { readonly examSessionId: string; readonly carry: readonly DimensionCode[] },
  now: Date,
): Promise<ExamSession> => {
  const session = await manager.findOneBy(ExamSession, { id: examSessionId });
  if (!session || session.purpose !== 'exam') throw new Refusal('NOT_FOUND');
  if (session.role !== role || session.level !== level) throw new Refusal('SESSION_OTHER_CERTIFICATION');
  if (session.closesAt <= now) throw new Refusal('SESSION_NOT_OPEN_FOR_ENTRY', dated(session.closesAt));
  const [{ entered }]: [{ entered: boolean }] = await manager.query(
    'SELECT EXISTS (SELECT FROM entry WHERE exam_session_id = $1 AND enrolment_id = $2) AS entered',
    [examSessionId, enrolmentId],
  );
  if (entered) throw new Refusal('SESSION_ENTERED_BEFORE');
  const parts = await manager.findBy(SessionPart, { examSessionId });
  const shut = parts.find(
    ({ dimension, closesAt }) => closesAt !== null && closesAt <= now && !carry.includes(dimension),
  );
  if (shut) throw new Refusal('PART_CLOSED', dated(shut.closesAt!));
  return session;
};

const dated = (closesAt: Date) => [{ path: 'closesAt', message: closesAt.toISOString() }];
