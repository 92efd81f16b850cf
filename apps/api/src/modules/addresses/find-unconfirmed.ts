import type { AddressesPage, AddressesQuery, UnconfirmedAddress } from '@ennead/contracts';
import { readBars, whereMay } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { hasWords, orderOf, readPage } from '../../infrastructure/read-page.ts';

type Row = Omit<UnconfirmedAddress, 'createdAt'> & { createdAt: Date };

/** Candidates who have taken their account and whose address is not confirmed; none whom a tie bars the caller from. */
export const findUnconfirmed = async (
  manager: EntityManager,
  caller: Caller,
  { q, sort, page, size }: AddressesQuery,
): Promise<AddressesPage> => {
  const { bars } = await readBars(manager);
  const { ids, ...place } = await readPage(
    manager,
    {
      fitting: sql`SELECT person.* FROM person
        WHERE person.email_confirmed_at IS NULL AND person.is_active AND person.roles = ARRAY['candidate']
          AND ${hasWords(sql`concat_ws(' ', person.name, person.email)`, q)}
          AND NOT EXISTS (SELECT FROM enrolment JOIN entry ON entry.enrolment_id = enrolment.id
            WHERE enrolment.candidate_id = person.id
              AND NOT ${whereMay(caller, 'identity.confirm', sql`entry.id`, bars)})`,
      order: orderOf(
        { name: sql`name COLLATE person_name`, email: sql`email`, createdAt: sql`created_at` },
        sort,
        sql`created_at DESC`,
      ),
    },
    { page, size },
  );
  const rows: Row[] = await manager.query(
    `SELECT person.id, person.name, person.email, institution.name AS institution, person.created_at AS "createdAt"
     FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place) JOIN person ON person.id = wanted.id
     LEFT JOIN institution ON institution.id = person.institution_id ORDER BY wanted.place`,
    [ids],
  );
  return { ...place, rows: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
};
