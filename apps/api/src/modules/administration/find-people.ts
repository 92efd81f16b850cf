import type { PeopleQuery, PersonStatus } from '@ennead/contracts';
import sql, { join, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { hasWords, orderOf, readPage, type PageOfIds } from '../../infrastructure/read-page.ts';

const fits: Record<PersonStatus, Sql> = {
  active: sql`person.disabled_at IS NULL AND person.password_hash IS NOT NULL`,
  invited: sql`person.disabled_at IS NULL AND person.password_hash IS NULL`,
  disabled: sql`person.disabled_at IS NOT NULL`,
};

/** One page of people, the newest account first unless asked otherwise. */
export const findPeople = (
  manager: EntityManager,
  { q, sort, role, institution, status, page, size }: PeopleQuery,
): Promise<PageOfIds> => {
  const conditions = [
    ...(q ? [hasWords(sql`concat_ws(' ', person.name, person.email)`, q)] : []),
    ...(role ? [sql`${role} = ANY (person.roles)`] : []),
    ...(institution === 'none' ? [sql`person.institution_id IS NULL`] : []),
    ...(institution && institution !== 'none' ? [sql`person.institution_id = ${institution}`] : []),
    ...(status ? [fits[status]] : []),
  ];
  return readPage(
    manager,
    {
      fitting: sql`SELECT person.*, institution.name ->> 'zh-CN' AS institution
        FROM person LEFT JOIN institution ON institution.id = person.institution_id
        WHERE ${join([sql`true`, ...conditions], ' AND ')}`,
      order: orderOf(
        {
          name: sql`name COLLATE person_name`,
          email: sql`email`,
          institution: sql`institution COLLATE person_name`,
          state: sql`CASE WHEN disabled_at IS NOT NULL THEN 3 WHEN password_hash IS NULL THEN 2 ELSE 1 END`,
        },
        sort,
        sql`created_at DESC`,
      ),
    },
    { page, size },
  );
};
