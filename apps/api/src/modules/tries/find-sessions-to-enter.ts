import {
  examSessionLifecycle,
  Refusal,
  type Certification,
  type DimensionCode,
  type EnteringVerdict,
  type SessionPurpose,
  type SessionToEnter,
  type SessionVerdict,
} from '@ennead/contracts';
import { isWithinDay, judgeEntering, sourcesOf, type EnterableSession } from '@ennead/domain';
import {
  ExamSession,
  hasNotFallen,
  isForPerson,
  placesLeft,
  stateList,
  type Enrolment,
} from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { refuseCancelled } from '../sessions/hold-session.ts';

type Part = { readonly dimension: DimensionCode; readonly closesAt: string };
/** What a session says to somebody who looks at it. */
type Room = Pick<EnterableSession, 'isEntered' | 'isForThem' | 'placesLeft'>;
type Row = Room &
  Pick<SessionToEnter, 'id' | 'title'> & {
    opensAt: Date;
    closesAt: Date;
    schemeId: string;
    schemeVersion: number;
    parts: Omit<SessionToEnter['parts'][number], 'closesSoon' | 'isClosed'>[];
  };

/** Of the row `session`: in its order, each with when it closes. */
const partsSql = `(SELECT jsonb_agg(jsonb_build_object('dimension', part.dimension, 'kind', part.kind,
    'closesAt', coalesce(part.closes_at, session.closes_at)) ORDER BY part.position)
  FROM session_part part WHERE part.exam_session_id = session.id)`;

/** Of the row `session`, for a `person` and their `enrolment` for its role and level, where they have one. */
const roomSql = `EXISTS (SELECT FROM entry WHERE entry.exam_session_id = session.id AND entry.enrolment_id = enrolment.id
    AND ${hasNotFallen}) AS "isEntered",
  ${isForPerson} AS "isForThem", ${placesLeft('person.institution_id')} AS "placesLeft"`;

/** A session that somebody looks at, not judged yet. */
export type SessionInSight = Omit<SessionToEnter, 'entering'> & Room;

/** What is asked of a session beside what anybody sees, as it comes with it; in SQL that has `session`, `person` and `enrolment`. */
type More = { readonly columns: string };

/** Sessions that have not ended, the next to close first, as somebody sees them who may enter one. */
export const findSessionsOf = async <Extra extends object = object>(
  manager: EntityManager,
  personId: string,
  now: Date,
  { columns }: More = { columns: '' },
): Promise<(SessionInSight & Extra)[]> => {
  const rows: (Row & Extra)[] = await manager.query(
    `SELECT session.id, session.title, session.opens_at AS "opensAt", session.closes_at AS "closesAt",
       session.scheme_id AS "schemeId", session.scheme_version AS "schemeVersion", session.role, session.level,
       session.purpose, ${partsSql} AS parts, ${roomSql}${columns}
     FROM exam_session session JOIN person ON person.id = $1
     LEFT JOIN enrolment ON enrolment.candidate_id = person.id AND enrolment.role = session.role
       AND enrolment.level = session.level
     WHERE session.closes_at > $2
       AND session.state IN (${stateList(examSessionLifecycle, ...sourcesOf(examSessionLifecycle, 'cancel'))})
     ORDER BY session.closes_at, session.id`,
    [personId, now],
  );
  const instant = now.toISOString();
  return rows.map(({ schemeId, schemeVersion, opensAt, closesAt, parts, ...rest }) => ({
    ...(rest as Extra & Room & Pick<Row, 'id' | 'title'>),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    closesSoon: isWithinDay(closesAt.toISOString(), instant),
    scheme: { id: schemeId, version: schemeVersion },
    parts: parts.map(inUtc).map((part) => ({
      ...part,
      closesSoon: isWithinDay(part.closesAt, instant),
      isClosed: part.closesAt <= instant,
    })),
  }));
};

type Candidacy = Pick<Enrolment, 'candidateId' | 'role' | 'level'>;

/** Exams of an enrolment's role and level that have not ended, the next to close first. */
export const findSessionsInSight = async (
  manager: EntityManager,
  { candidateId, role, level }: Candidacy,
  now: Date,
): Promise<SessionInSight[]> => {
  const found = await findSessionsOf<Certification & { purpose: SessionPurpose }>(manager, candidateId, now);
  return found
    .filter((session) => session.role === role && session.level === level && session.purpose === 'exam')
    .map(({ role: _role, level: _level, purpose: _purpose, ...session }) => session);
};

/** As it is offered: with what the door would say. */
export const offer = (
  inSight: SessionInSight,
  judge: (session: SessionInSight) => EnteringVerdict,
): SessionToEnter => {
  const { isEntered: _entered, isForThem: _for, placesLeft: _left, ...session } = inSight;
  return { ...session, entering: judge(inSight) };
};

/** What somebody comes to a session's door with. */
export type Coming = {
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
  const [found]: [Room & { parts: Part[] }] = await manager.query(
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
 * The session, where it is of this role and level and still held.
 *
 * @throws Refusal NOT_FOUND, SESSION_OTHER_CERTIFICATION, SESSION_CANCELLED
 */
export const findSessionFor = async (
  manager: EntityManager,
  { role, level }: Certification,
  id: string,
): Promise<ExamSession> => {
  const session = await manager.findOneBy(ExamSession, { id });
  if (!session || session.purpose !== 'exam') throw new Refusal('NOT_FOUND');
  if (session.role !== role || session.level !== level) throw new Refusal('SESSION_OTHER_CERTIFICATION');
  refuseCancelled(session);
  return session;
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

/** JSON of the database writes an instant with an offset of its own. */
const inUtc = <P extends Part>(part: P): P => ({ ...part, closesAt: new Date(part.closesAt).toISOString() });
