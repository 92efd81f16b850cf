import {
  examSessionLifecycle,
  type Certification,
  type EnteringVerdict,
  type SessionPurpose,
  type SessionToEnter,
} from '@ennead/contracts';
import { isWithinDay, sourcesOf } from '@ennead/domain';
import { stateList, type Enrolment } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { inUtc, partsSql, roomSql, type Room } from './session-sight.ts';

type Row = Room &
  Pick<SessionToEnter, 'id' | 'title'> & {
    opensAt: Date;
    closesAt: Date;
    schemeId: string;
    schemeVersion: number;
    parts: Omit<SessionToEnter['parts'][number], 'closesSoon' | 'isClosed'>[];
  };

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
