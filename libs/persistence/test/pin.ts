import type { Publication } from '@ennead/contracts/internal';
import type { DataSource } from 'typeorm';
import { hashOf, labId } from './a-publication.ts';

/** A session that examines the builders' lab, with a form of their first question. */
export const pin = async (owner: DataSource, publication: Publication): Promise<void> => {
  const lab = hashOf(publication, 'lab', labId);
  const [form]: { id: string }[] = await owner.query(
    `WITH session AS (
       INSERT INTO exam_session (title, role, level, state, opens_at, closes_at, standard_hash, scheme_id,
         scheme_version, scheme_hash)
       VALUES ('{}', '-', '-', 'scheduled', clock(), clock() + interval '1 day', $1, '-', 1, $1) RETURNING id),
     part AS (
       INSERT INTO session_part (exam_session_id, position, dimension, kind, content_id, content_hash, weight,
         duration_sec)
       SELECT id, 1, 'skills', 'lab', '-', $1, 1, 60 FROM session RETURNING id)
     INSERT INTO form (session_part_id, seed, blueprint_id, blueprint_hash, duration_sec)
     SELECT id, 1, '-', $1, 60 FROM part RETURNING id`,
    [lab],
  );
  await owner.query(
    `INSERT INTO form_item (form_id, position, item_id, question_hash) VALUES ($1, 1, 'one', $2)`,
    [form!.id, hashOf(publication, 'question', 'one')],
  );
};
