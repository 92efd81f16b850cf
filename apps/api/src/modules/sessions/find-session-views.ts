import type { ExamSessionView, LevelCode, LocalizedText, RoleCode } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

type Row = {
  id: string;
  title: LocalizedText;
  role: RoleCode;
  level: LevelCode;
  opensAt: Date;
  closesAt: Date;
  schemeId: string;
  schemeVersion: number;
  labId: string;
  durationSec: number;
  itemCount: number;
  enrolledCount: number;
};

/** Sessions, the latest window first; only the named one if `id` is given. */
export const findSessionViews = async (manager: EntityManager, id?: string): Promise<ExamSessionView[]> => {
  const rows: Row[] = await manager.query(
    `SELECT session.id, session.title, session.role, session.level, session.opens_at AS "opensAt",
       session.closes_at AS "closesAt", session.scheme_id AS "schemeId", session.scheme_version AS "schemeVersion",
       session.lab_id AS "labId", coalesce(form.duration_sec, 0) AS "durationSec",
       coalesce(jsonb_array_length(form.items), 0) AS "itemCount",
       (SELECT count(*)::int FROM entry WHERE entry.exam_session_id = session.id) AS "enrolledCount"
     FROM exam_session session LEFT JOIN form ON form.id = session.form_id
     WHERE $1::uuid IS NULL OR session.id = $1
     ORDER BY session.opens_at DESC, session.id`,
    [id ?? null],
  );
  return rows.map(({ opensAt, closesAt, schemeId, schemeVersion, ...rest }) => ({
    ...rest,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    scheme: { id: schemeId, version: schemeVersion },
  }));
};
