import type { StaffedSession, StaffedSessionsPage, StaffedSessionsQuery } from '@ennead/contracts';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { hasWords, orderOf, readPage } from '../../infrastructure/read-page.ts';

type Row = Omit<StaffedSession, 'opensAt' | 'closesAt'> & { opensAt: Date; closesAt: Date };

/** Whoever has lost the role since looks after nothing. */
const isOnDuty = `duty.until_at IS NULL AND person.disabled_at IS NULL AND 'registrar' = ANY (person.roles)`;

/** A page of all sessions, each with its registrars by name. */
export const findStaffedSessions = async (
  manager: EntityManager,
  { q, sort, page, size }: StaffedSessionsQuery,
): Promise<StaffedSessionsPage> => {
  const { ids, ...place } = await readPage(
    manager,
    {
      fitting: sql`SELECT exam_session.* FROM exam_session
        WHERE ${hasWords(
          sql`concat_ws(' ', exam_session.title ->> 'zh-CN', exam_session.title ->> 'en', (
            SELECT string_agg(person.name, ' ') FROM session_duty duty JOIN person ON person.id = duty.person_id
            WHERE duty.exam_session_id = exam_session.id AND ${raw(isOnDuty)}))`,
          q,
        )}`,
      order: orderOf({ opensAt: sql`opens_at`, closesAt: sql`closes_at` }, sort, sql`opens_at DESC`),
    },
    { page, size },
  );
  return { ...place, rows: await readStaffed(manager, ids) };
};

/** These sessions, in this order. */
export const readStaffed = async (
  manager: EntityManager,
  ids: readonly string[],
): Promise<StaffedSession[]> => {
  const rows: Row[] = await manager.query(
    `SELECT own.id, own.title, own.role, own.level, own.opens_at AS "opensAt", own.closes_at AS "closesAt",
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name) ORDER BY person.name COLLATE person_name, person.id)
         FROM session_duty duty JOIN person ON person.id = duty.person_id
         WHERE duty.exam_session_id = own.id AND ${isOnDuty}), '[]') AS registrars
     FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place) JOIN exam_session own ON own.id = wanted.id
     ORDER BY wanted.place`,
    [ids],
  );
  return rows.map(({ opensAt, closesAt, ...row }) => ({
    ...row,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  }));
};
