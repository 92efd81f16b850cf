import type { AddressesPage, AddressesQuery, UnconfirmedAddress } from '@ennead/contracts';
import { hasNotFallen, readBars, whereMay } from '@ennead/persistence';
import sql, { empty, raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { hasWords, orderOf, readPage } from '../../infrastructure/read-page.ts';

type Row = Omit<UnconfirmedAddress, 'createdAt'> & { createdAt: Date };

/** Candidates who have taken their account and whose address is not confirmed; none whom a tie bars the caller from. */
export const findUnconfirmed = async (
  manager: EntityManager,
  caller: Caller,
  { q, sort, page, size, session, institution }: AddressesQuery,
): Promise<AddressesPage> => {
  const { bars } = await readBars(manager);
  const unconfirmed = sql`person.email_confirmed_at IS NULL AND person.is_active AND person.roles = ARRAY['candidate']
    AND NOT EXISTS (SELECT FROM enrolment JOIN entry ON entry.enrolment_id = enrolment.id
      WHERE enrolment.candidate_id = person.id
        AND NOT ${whereMay(caller, 'identity.confirm', sql`entry.id`, bars)})`;
  const seated = session
    ? sql`AND EXISTS (SELECT FROM enrolment JOIN entry ON entry.enrolment_id = enrolment.id
        WHERE enrolment.candidate_id = person.id AND entry.exam_session_id = ${session} AND ${raw(hasNotFallen)})`
    : empty;
  const ofHouse = institution ? sql`AND person.institution_id = ${institution}` : empty;
  const { ids, ...place } = await readPage(
    manager,
    {
      fitting: sql`SELECT person.* FROM person WHERE ${unconfirmed} ${seated} ${ofHouse}
          AND ${hasWords(sql`concat_ws(' ', person.name, person.email)`, q)}`,
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
  const { text, values } = sql`SELECT institution.id, institution.name FROM institution
    WHERE EXISTS (SELECT FROM person WHERE person.institution_id = institution.id AND ${unconfirmed})
    ORDER BY institution.name ->> 'en', institution.id`;
  const institutions: AddressesPage['institutions'] = await manager.query(text, values);
  return {
    ...place,
    institutions,
    rows: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
  };
};
