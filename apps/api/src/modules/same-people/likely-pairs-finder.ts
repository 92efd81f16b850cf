import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { usualRows, type Likeness, type LikelyPairs } from '@ennead/contracts';
import { hasNotFallen } from '@ennead/persistence';
import sql, { raw } from 'sql-template-tag';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findAccounts } from './find-accounts.ts';
import { readUntied } from './where-untied.ts';

type Row = { oneId: string; otherId: string; likeness: Likeness[]; total: number };

/** Up to its @ without a tag and dots, which most mailboxes do not tell apart. Of a few letters it says nothing. */
const mailbox = sql`replace(split_part(split_part(person.email, '@', 1), '+', 1), '.', '')`;
const leastLetters = 5;

/** Of so many ties are asked for: whoever settles these finds the next. */
const most = 200;

/** Names as they are compared: in either script, without what is written one way or another; of Latin ones the words in any order. */
const names = sql`SELECT person.id, lower(regexp_replace(normalize(person.name, NFKC), '[[:space:][:punct:]·]', '', 'g')) AS name
    FROM person WHERE person.erased_at IS NULL
  UNION SELECT person.id, (SELECT string_agg(word, '' ORDER BY word)
      FROM regexp_split_to_table(lower(normalize(written, NFKC)), '[^[:alpha:]]+') word)
    FROM person CROSS JOIN unnest(ARRAY[person.name, person.latin_name]) written
    WHERE person.erased_at IS NULL AND written ~ '[A-Za-z]'`;

/** Accounts that are alike, for a registrar to look at. That they are one person's is for papers to say. */
@Injectable()
export class LikelyPairsFinder {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async find(caller: Caller): Promise<LikelyPairs> {
    const { manager } = this.db;
    const untied = await readUntied(manager, caller, [sql`pair.one_id`, sql`pair.other_id`]);
    const { text, values } = sql`WITH named AS MATERIALIZED (${names}),
      seat AS MATERIALIZED (SELECT enrolment.candidate_id AS person_id, entry.exam_session_id, entry.student_number
        FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id WHERE ${raw(hasNotFallen)}),
      mailbox AS MATERIALIZED (SELECT person.id, person.roles, ${mailbox} AS box FROM person WHERE person.erased_at IS NULL),
      namesake AS MATERIALIZED (SELECT one.id AS one_id, other.id AS other_id
        FROM named one JOIN named other ON other.name = one.name AND other.id > one.id WHERE length(one.name) > 1),
      alike AS (
        SELECT one.id AS one_id, other.id AS other_id, 'address' AS likeness
        FROM mailbox one JOIN mailbox other ON other.box = one.box AND other.id > one.id
        WHERE length(one.box) >= ${leastLetters} AND 'candidate' = ANY (one.roles || other.roles)
        UNION SELECT namesake.one_id, namesake.other_id, 'name-and-number'
        FROM namesake JOIN seat one ON one.person_id = namesake.one_id
        JOIN seat other ON other.person_id = namesake.other_id AND other.student_number = one.student_number
        UNION SELECT namesake.one_id, namesake.other_id, 'name-and-session'
        FROM namesake JOIN seat one ON one.person_id = namesake.one_id
        JOIN seat other ON other.person_id = namesake.other_id AND other.exam_session_id = one.exam_session_id),
      found AS (SELECT one_id, other_id, array_agg(likeness ORDER BY likeness) AS likeness FROM alike GROUP BY one_id, other_id),
      pair AS MATERIALIZED (SELECT * FROM found
        WHERE NOT EXISTS (SELECT FROM same_account same WHERE same.person_id = one_id AND same.also_id = other_id)
          AND NOT EXISTS (SELECT FROM different_people told WHERE told.one_id = found.one_id AND told.other_id = found.other_id)
          AND NOT EXISTS (SELECT FROM same_person note
            WHERE note.waits AND one_id IN (note.kept_id, note.other_id) AND found.other_id IN (note.kept_id, note.other_id))
        ORDER BY cardinality(likeness) DESC, one_id, other_id LIMIT ${most})
      SELECT pair.one_id AS "oneId", pair.other_id AS "otherId", pair.likeness, count(*) OVER ()::int AS total
      FROM pair WHERE ${untied}
      ORDER BY cardinality(pair.likeness) DESC, pair.one_id, pair.other_id LIMIT ${usualRows}`;
    const rows: Row[] = await manager.query(text, values);
    const accounts = await findAccounts(
      manager,
      rows.flatMap(({ oneId, otherId }) => [oneId, otherId]),
    );
    return {
      pairs: rows.map(({ oneId, otherId, likeness }) => {
        const [one, other] = [accounts.get(oneId)!, accounts.get(otherId)!];
        return one.createdAt <= other.createdAt
          ? { one, other, likeness }
          : { one: other, other: one, likeness };
      }),
      total: rows[0]?.total ?? 0,
    };
  }
}
