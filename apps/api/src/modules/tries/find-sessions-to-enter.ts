import {
  examSessionLifecycle,
  Refusal,
  type DimensionCode,
  type EnteringVerdict,
  type SessionToEnter,
  type SessionVerdict,
} from '@ennead/contracts';
import { isWithinDay, judgeEntering, sourcesOf } from '@ennead/domain';
import { ExamSession, stateList, type Enrolment } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { refuseCancelled } from '../sessions/hold-session.ts';

type Candidacy = Pick<Enrolment, 'id' | 'role' | 'level'>;
type Part = { readonly dimension: DimensionCode; readonly closesAt: string };
type Row = Omit<SessionToEnter, 'opensAt' | 'closesAt' | 'closesSoon' | 'scheme' | 'parts' | 'entering'> & {
  opensAt: Date;
  closesAt: Date;
  schemeId: string;
  schemeVersion: number;
  parts: Omit<SessionToEnter['parts'][number], 'closesSoon' | 'isClosed'>[];
  isEntered: boolean;
};

/** Of the row `session`: in its order, each with when it closes. */
const partsSql = `(SELECT jsonb_agg(jsonb_build_object('dimension', part.dimension, 'kind', part.kind,
    'closesAt', coalesce(part.closes_at, session.closes_at)) ORDER BY part.position)
  FROM session_part part WHERE part.exam_session_id = session.id)`;

/** @param enrolment a parameter's name */
const enteredSql = (enrolment: string) =>
  `EXISTS (SELECT FROM entry WHERE entry.exam_session_id = session.id AND entry.enrolment_id = ${enrolment})`;

/** A session that a candidacy looks at, not judged yet. */
export type SessionInSight = Omit<SessionToEnter, 'entering'> & { readonly isEntered: boolean };

/** Exams of the enrolment's role and level that have not ended, the next to close first. */
export const findSessionsInSight = async (
  manager: EntityManager,
  { id, role, level }: Candidacy,
  now: Date,
): Promise<SessionInSight[]> => {
  const rows: Row[] = await manager.query(
    `SELECT session.id, session.title, session.opens_at AS "opensAt", session.closes_at AS "closesAt",
       session.scheme_id AS "schemeId", session.scheme_version AS "schemeVersion",
       ${partsSql} AS parts, ${enteredSql('$3')} AS "isEntered"
     FROM exam_session session
     WHERE session.role = $1 AND session.level = $2 AND session.purpose = 'exam' AND session.closes_at > $4
       AND session.state IN (${stateList(examSessionLifecycle, ...sourcesOf(examSessionLifecycle, 'cancel'))})
     ORDER BY session.closes_at, session.id`,
    [role, level, id, now],
  );
  const instant = now.toISOString();
  return rows.map(({ schemeId, schemeVersion, opensAt, closesAt, parts, ...rest }) => ({
    ...rest,
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

/** As it is offered: with what the door would say. */
export const offer = (
  inSight: SessionInSight,
  judge: (session: SessionInSight) => EnteringVerdict,
): SessionToEnter => {
  const { isEntered: _, ...session } = inSight;
  return { ...session, entering: judge(inSight) };
};

/**
 * The session, where this enrolment may enter it now.
 *
 * @param carry dimensions that need not be sat in it
 * @throws Refusal NOT_FOUND, SESSION_OTHER_CERTIFICATION, SESSION_CANCELLED, SESSION_ENTERED_BEFORE, or with its date
 *   SESSION_NOT_OPEN_FOR_ENTRY, and PART_CLOSED for a part that would have to be sat and can be begun no longer
 */
export const findSessionToEnter = async (
  manager: EntityManager,
  { id: enrolmentId, role, level }: Candidacy,
  { examSessionId, carry }: { readonly examSessionId: string; readonly carry: readonly DimensionCode[] },
  now: Date,
): Promise<ExamSession> => {
  const session = await manager.findOneBy(ExamSession, { id: examSessionId });
  if (!session || session.purpose !== 'exam') throw new Refusal('NOT_FOUND');
  if (session.role !== role || session.level !== level) throw new Refusal('SESSION_OTHER_CERTIFICATION');
  refuseCancelled(session);
  const [{ parts, isEntered }]: [{ parts: Part[]; isEntered: boolean }] = await manager.query(
    `SELECT ${partsSql} AS parts, ${enteredSql('$2')} AS "isEntered" FROM exam_session session WHERE session.id = $1`,
    [examSessionId, enrolmentId],
  );
  const closesAt = session.closesAt.toISOString();
  refuseEntering(judgeEntering({ closesAt, parts: parts.map(inUtc), isEntered }, carry, now.toISOString()));
  return session;
};

/** @throws Refusal with its date, where the door stays shut */
const refuseEntering = (verdict: SessionVerdict): void => {
  if (verdict.kind === 'allowed') return;
  throw new Refusal(
    verdict.code,
    'closesAt' in verdict ? [{ path: 'closesAt', message: verdict.closesAt }] : [],
  );
};

/** JSON of the database writes an instant with an offset of its own. */
const inUtc = <P extends Part>(part: P): P => ({ ...part, closesAt: new Date(part.closesAt).toISOString() });
