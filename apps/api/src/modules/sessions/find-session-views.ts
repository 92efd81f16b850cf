import { entryLifecycle, supervisionOf, type ExamSessionView, type SessionPartView } from '@ennead/contracts';
import { birth, windowState } from '@ennead/domain';
import { placesTaken, placesTakenBy, readClock, stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

const waiting = stateList(entryLifecycle, birth(entryLifecycle, 'wait'));

type Same =
  | 'id'
  | 'title'
  | 'role'
  | 'level'
  | 'purpose'
  | 'venue'
  | 'halls'
  | 'state'
  | 'stateReason'
  | 'hasBegun'
  | 'access'
  | 'places'
  | 'confirms'
  | 'houses'
  | 'guestCount'
  | 'clearances'
  | 'waitingCount'
  | 'enrolledCount'
  | 'registrarCount';
type Row = Pick<ExamSessionView, Same> & {
  opensAt: Date;
  closesAt: Date;
  schemeId: string;
  schemeVersion: number;
  parts: (Omit<SessionPartView, 'closesAt'> & { closesAt: string | null })[];
};

/** Sessions, the latest window first; only the named one if `id` is given. */
export const findSessionViews = async (manager: EntityManager, id?: string): Promise<ExamSessionView[]> => {
  const now = await readClock(manager);
  const rows: Row[] = await manager.query(
    `SELECT session.id, session.title, session.role, session.level, session.purpose, session.venue, session.halls,
       session.state, session.state_reason AS "stateReason", session.opens_at AS "opensAt",
       session.closes_at AS "closesAt", session.scheme_id AS "schemeId", session.scheme_version AS "schemeVersion",
       session.access, session.places, session.confirms, session.clearances,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('institutionId', house.institution_id, 'name', institution.name,
          'quota', house.quota, 'taken', ${placesTakenBy('house.institution_id')}) ORDER BY institution.name->>'en', institution.id), '[]')
        FROM session_house house JOIN institution ON institution.id = house.institution_id
        WHERE house.exam_session_id = session.id) AS houses,
       (SELECT count(*)::int FROM session_guest guest WHERE guest.exam_session_id = session.id) AS "guestCount",
       ${placesTaken} AS "enrolledCount",
       (SELECT count(*)::int FROM entry WHERE entry.exam_session_id = session.id AND entry.state = ${waiting}) AS "waitingCount",
       (SELECT count(*)::int FROM session_duty duty WHERE duty.exam_session_id = session.id AND duty.until_at IS NULL) AS "registrarCount",
       EXISTS (SELECT FROM entry WHERE entry.exam_session_id = session.id AND entry.first_sat_at IS NOT NULL) AS "hasBegun",
       (SELECT jsonb_agg(jsonb_build_object('id', part.id, 'position', part.position, 'dimension', part.dimension,
          'kind', part.kind, 'contentId', part.content_id, 'weight', part.weight, 'durationSec', part.duration_sec,
          'closesAt', part.closes_at, 'itemCount', (SELECT (SELECT count(*) FROM form_item WHERE form_item.form_id = form.id)
            FROM form WHERE form.session_part_id = part.id ORDER BY form.drawn_at, form.id LIMIT 1)) ORDER BY part.position)
        FROM session_part part WHERE part.exam_session_id = session.id) AS parts
     FROM exam_session session
     WHERE $1::uuid IS NULL OR session.id = $1
     ORDER BY session.opens_at DESC, session.id`,
    [id ?? null],
  );
  return rows.map(({ opensAt, closesAt, schemeId, schemeVersion, parts, ...rest }) => ({
    ...rest,
    supervision: supervisionOf[rest.purpose],
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    window: windowState({ opensAt, closesAt }, now),
    scheme: { id: schemeId, version: schemeVersion },
    parts: parts.map((part) => ({
      ...part,
      closesAt: part.closesAt && new Date(part.closesAt).toISOString(),
    })),
  }));
};
